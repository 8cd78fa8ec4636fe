import type { PortalDraw } from '../../../src/engines/draw/contract.ts'
import { epochOf } from '../../../src/kernel/calendar-date.ts'
import { withoutStop } from '../../../src/kernel/sentence.ts'
import { serverNow } from '../../kit/server-time.ts'
import { dayWords } from '../date-words.ts'
import { Link } from '../Link.tsx'
import { FailureNotice, Loading } from '../LoadState.tsx'
import { Page } from '../Page.tsx'
import { useLoad } from '../use-load.ts'
import { AnnouncementFacts } from './AnnouncementFacts.tsx'
import { CommandLine } from './CommandLine.tsx'
import { momentWords } from './draw-words.ts'
import { DrawMark } from './DrawListPage.tsx'
import { DrawnList } from './DrawnList.tsx'
import { HashText } from './HashText.tsx'
import './draws.css'

/** One draw: what was announced, what came out, and how to check it. */
export function DrawPage({ number }: Readonly<{ number: string }>) {
  const loaded = useLoad<PortalDraw>(`/api/portal/draws/${encodeURIComponent(number)}`)
  if (loaded.status === 'loading') return <Page title="双随机抽查"><Loading what="这次抽取" /></Page>
  if (loaded.status === 'failed') {
    return (
      <Page title="双随机抽查">
        {loaded.failure.kind === 'not-found' || loaded.failure.kind === 'invalid' ? <p>没有编号为“{number}”的抽取。请核对编号。</p> : <FailureNotice failure={loaded.failure} onRetry={loaded.retry} />}
        <p><Link to="/draws">看全部抽取</Link></p>
      </Page>
    )
  }
  return <Draw draw={loaded.value} />
}

function Draw({ draw }: Readonly<{ draw: PortalDraw }>) {
  const isHeld = draw.rounds > 0
  return (
    <Page title={draw.title} className="draws">
      <p className="muted"><DrawMark state={draw.state} name={draw.stateName} /> {draw.number} · <Link to="/draws">全部抽取</Link></p>
      {draw.state === 'void' ? <p className="notice bad">这次抽取已经作废，不作为检查依据。理由：{withoutStop(draw.voidReason ?? '')}。</p> : null}
      {isHeld ? (
        <>
          <p>{draw.drawnOn === null ? '' : `${dayWords(draw.drawnOn)}，`}从{draw.objects}户中抽中{draw.drawn}户{draw.rounds > 1 ? `，共${draw.rounds}轮` : ''}。想知道是不是真的随机，可以自己核验；也可以查某一户为什么抽中或没抽中。</p>
          <p className="actions">
            <Link to={`/draws/verify?number=${encodeURIComponent(draw.number)}`} className="button">核验这次抽取</Link>
            <a className="button plain" href={bundleAddress(draw.number)} download={`${draw.number}.json`}>下载证明文件{draw.bundleBytes === null ? '' : `（${sizeWords(draw.bundleBytes)}）`}</a>
          </p>
        </>
      ) : draw.state === 'announced' ? <p className="notice">{waitingWords(draw.firstSourceAt)}</p> : null}
      {isHeld ? <DrawnList rows={draw.drawnEntities} strata={draw.announcement.strata} /> : null}
      {draw.canonicalRandomness === null ? null : <><h2>实际使用的号码</h2><p><code className="hash">{draw.canonicalRandomness}</code></p></>}
      <AnnouncementFacts announcement={draw.announcement} announcementHash={draw.announcementHash} rulebookText={draw.rulebookText} />
      <Anchor anchor={draw.anchor} firstSourceAt={draw.firstSourceAt} />
      {isHeld ? <CommandLine number={draw.number} announcementHash={draw.announcementHash} fileHash={draw.bundleSha256} /> : <p><a href={bundleAddress(draw.number)} download={`${draw.number}-announcement.json`}>下载公告文件（JSON）</a>{draw.state === 'void' ? '，名单和公告如发布时，没有改动。' : '，保存下来，抽签以后可以对照。'}</p>}
    </Page>
  )
}

/** Before and after the first number may be known. */
function waitingWords(firstSourceAt: PortalDraw['firstSourceAt']): string {
  return epochOf(serverNow()) < epochOf(firstSourceAt)
    ? `还没有抽取。${momentWords(firstSourceAt)}起，公告指定的号码陆续公布，然后抽签；结果和证明文件在本页公开。`
    : `还没有抽取。公告指定的号码自${momentWords(firstSourceAt)}起公布，由两人分别录入，一致后抽签；结果和证明文件在本页公开。`
}

function Anchor({ anchor, firstSourceAt }: Readonly<{ anchor: PortalDraw['anchor']; firstSourceAt: PortalDraw['firstSourceAt'] }>) {
  if (anchor === null) return <p className="hint">公告将在下一次封存时写入本局的防篡改账本。</p>
  const order = epochOf(anchor.sealedAt) < epochOf(firstSourceAt) ? '早于号码公布。' : '晚于最早一期号码公布，名单是否先定，请以此前对外公布的公告杂凑值为准。'
  return <p className="hint">公告已于{momentWords(anchor.sealedAt)}写入本局的防篡改账本（第{anchor.leafIndex + 1}条，当时共{anchor.treeSize}条），{order}账本根 <HashText hash={anchor.root} /></p>
}

function bundleAddress(number: string): string {
  return `/api/portal/draws/${encodeURIComponent(number)}/bundle.json`
}

function sizeWords(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
}
