import type { PortalDrawRow, PortalDraws } from '../../../src/engines/draw/contract.ts'
import { withoutStop } from '../../../src/kernel/sentence.ts'
import { dayWords } from '../date-words.ts'
import { Link } from '../Link.tsx'
import { FailureNotice, Loading } from '../LoadState.tsx'
import { Page } from '../Page.tsx'
import { useLoad } from '../use-load.ts'
import { momentWords } from './draw-words.ts'
import './draws.css'

/** All draws, the void ones too. */
export function DrawListPage() {
  const draws = useLoad<PortalDraws>('/api/portal/draws')
  return (
    <Page title="双随机抽查" className="draws">
      <p>检查哪些企业、由谁去检查，都由抽签决定。名单先封存并公告，再用之后才开出的彩票号码等公共随机数抽签，谁也不能事先知道或者事后改动结果。每次抽取您都可以自己核验一遍，也可以查某一户为什么抽中或没抽中。</p>
      <p className="actions">
        <Link to="/draws/verify" className="button plain">核验证明文件</Link>
        <Link to="/draws/plans" className="button plain">年度抽查计划</Link>
      </p>
      {draws.status === 'loading' ? <Loading what="抽取记录" /> : null}
      {draws.status === 'failed' ? <FailureNotice failure={draws.failure} onRetry={draws.retry} /> : null}
      {draws.status === 'ready' ? <Rows draws={draws.value} /> : null}
    </Page>
  )
}

function Rows({ draws: { rows, drawnCount, voidCount } }: Readonly<{ draws: PortalDraws }>) {
  if (rows.length === 0) return <p className="empty">还没有公告过抽取。公告以后，名单和日程都在这里公开。</p>
  return (
    <>
      <h2>历次抽取（{rows.length}次）</h2>
      <p className="hint">已抽取{drawnCount}次，作废{voidCount}次。作废的抽取也保留在这里，写明理由。</p>
      <ul className="draw-list">{rows.map((row) => <DrawItem key={row.number} row={row} />)}</ul>
    </>
  )
}

function DrawItem({ row }: Readonly<{ row: PortalDrawRow }>) {
  return (
    <li>
      <h3><Link to={`/draws/${encodeURIComponent(row.number)}`}>{row.title}</Link></h3>
      <p className="muted"><DrawMark state={row.state} name={row.stateName} /> {row.number} · {dayWords(row.announcedAt)}公告</p>
      <p>{sentenceOf(row)}</p>
    </li>
  )
}

export function DrawMark({ state, name }: Readonly<{ state: PortalDrawRow['state']; name: string }>) {
  return <span className={`tag draw-${state}`}>{name}</span>
}

function sentenceOf({ state, objects, size, drawn, rounds, drawnOn, firstSourceAt, voidReason }: PortalDrawRow): string {
  switch (state) {
    case 'announced': return `名单共${objects}户，将抽取${size}户；${momentWords(firstSourceAt)}起公布的号码用来抽签。`
    case 'drawn': return `名单共${objects}户，${drawnOn === null ? '' : dayWords(drawnOn)}抽中${drawn}户${rounds > 1 ? `，因退出或换人共抽取${rounds}轮` : ''}。`
    case 'void': return `已作废。理由：${withoutStop(voidReason ?? '见抽取页')}。`
  }
}
