import { PrinterOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { DrawView } from '../../../src/engines/draw/contract.ts'
import { withoutStop } from '../../../src/kernel/sentence.ts'
import { get } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { ProgrammeNav } from '../inspection-programme/ProgrammeNav.tsx'
import { Failure } from '../parts/Failure.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { AnnouncementPanel } from './AnnouncementPanel.tsx'
import { doubtsOf } from './doubts.ts'
import { DrawActs } from './DrawActs.tsx'
import { DrawResults } from './DrawResults.tsx'
import './draws.css'
import { DrawStageMark } from './DrawStageMark.tsx'
import { RoundLog } from './RoundLog.tsx'
import { SkepticPanel } from './SkepticPanel.tsx'
import { SourcesPanel } from './SourcesPanel.tsx'
import { StrataTable } from './StrataTable.tsx'

const route = getRouteApi('/draws/$drawId')

/** One draw from its announcement to the inspections that follow. */
export function DrawPage(): ReactNode {
  const { drawId } = route.useParams()
  const client = useQueryClient()
  const draw = useQuery({ queryKey: ['draw', drawId], queryFn: ({ signal }) => get<DrawView>(`/api/draws/${drawId}`, {}, signal) })
  const take = (answer: DrawView): void => {
    client.setQueryData(['draw', drawId], answer)
    void client.invalidateQueries({ queryKey: ['draws'] })
  }
  if (draw.isError) return <><ProgrammeNav /><Failure error={draw.error} retry={() => { void draw.refetch() }} /></>
  if (draw.data === undefined) return <><ProgrammeNav /><Skeleton active paragraph={{ rows: 14 }} /></>
  return <Draw draw={draw.data} onTaken={take} />
}

function Draw({ draw, onTaken }: Readonly<{ draw: DrawView; onTaken: (answer: DrawView) => void }>): ReactNode {
  return (
    <article>
      <ProgrammeNav />
      <p className="back-line"><Link to="/draws">抽取</Link> / {draw.number}</p>
      <header className="matter-header">
        <PageHeading title={draw.title}><Button icon={<PrinterOutlined />} onClick={() => { window.print() }}>打印</Button><a href={`/draws/${encodeURIComponent(draw.number)}`}>公众端页面</a></PageHeading>
        <dl className="matter-strip">
          <Item name="状态"><DrawStageMark stage={draw.stage} name={draw.stageName} /></Item>
          <Item name="编号">{draw.number}</Item>
          <Item name="公告">{momentText(draw.announcedAt)} {draw.announcedByName}</Item>
          <Item name="号码公布">{momentText(draw.firstSourceAt)}起</Item>
          <Item name="名单">{draw.objects} 户</Item>
          <Item name="应抽 / 已抽"><a href="#results" className="text-link">{draw.size} / {draw.drawn} 户</a></Item>
          {draw.purpose.map(({ label, value, link }) => <Item key={label} name={label}>{link === null ? value : <a href={`/desk${link}`} className="text-link">{value}</a>}</Item>)}
        </dl>
      </header>
      {draw.voidReason === null ? null : <Alert type="error" showIcon className="form-failure" title="本次抽取已经作废" description={`理由：${withoutStop(draw.voidReason)}。编号、公告和已有结果保留并公开，不作为检查依据。`} />}
      <div className="draw-columns">
        <div>
          {draw.rounds === 0 ? <SourcesPanel draw={draw} onTaken={onTaken} /> : <DrawResults draw={draw} />}
          <section className="panel"><h2>各层级抽取数量</h2><StrataTable strata={draw.strata} hasResult={draw.rounds > 0} /></section>
          {draw.rounds === 0 ? null : <><RoundLog draw={draw} /><SourcesPanel draw={draw} onTaken={onTaken} /></>}
          <AnnouncementPanel draw={draw} />
        </div>
        <aside>
          <DrawActs draw={draw} onTaken={onTaken} />
          <SkepticPanel doubts={doubtsOf(draw)} />
        </aside>
      </div>
    </article>
  )
}

function Item({ name, children }: Readonly<{ name: string; children: ReactNode }>): ReactNode {
  return <div><dt>{name}</dt><dd>{children}</dd></div>
}
