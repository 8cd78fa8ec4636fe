import type { PortalDraw } from '../../../src/engines/draw/contract.ts'
import { dayWords } from '../date-words.ts'
import { momentWords, partsWords, teamSentences } from './draw-words.ts'
import { HashText } from './HashText.tsx'
import { StrataTable } from './StrataTable.tsx'

type Announcement = PortalDraw['announcement']

/** The announcement as text: everything that was fixed before the public numbers existed. */
export function AnnouncementFacts({ announcement, announcementHash, rulebookText }: Readonly<{ announcement: Announcement; announcementHash: string; rulebookText: string }>) {
  const { strata, exclusions, team, sources, earlier, frame, inspectors, rulebook, chain } = announcement
  return (
    <>
      <h2>公告</h2>
      <p>{momentWords(announcement.announcedAt)}公告：在{frame.size}户检查对象中抽取{strata.reduce((sum, { size }) => sum + size, 0)}户，{team === null ? '不派员' : `从${inspectors.size}名检查人员中随机派员`}。下列各项在公告时已经固定。</p>
      <h3>层级和数量</h3>
      <StrataTable strata={strata.map(({ ratio, ...stratum }) => ({ ...stratum, ...ratio }))} />
      <p className="hint">应抽户数等于全部户数乘以比例，向上取整{strata.some(({ minimum }) => minimum > 0) ? `，并且不少于公告的最低数量（${strata.filter(({ minimum }) => minimum > 0).map(({ name, minimum }) => `${name}${minimum}户`).join('，')}）` : ''}。</p>
      {exclusions.map(({ drawnFrom, reason, strata: within }) => <p key={`${drawnFrom}${within.join()}`}>{within.map((id) => strata.find((stratum) => stratum.id === id)?.name ?? id).join('、')}：{dayWords(drawnFrom)}以来抽中过的，这次不再抽取。{reason}。</p>)}
      <h3>用什么号码抽签</h3>
      <ol className="source-list">
        {sources.map((source) => (
          <li key={source.id}>
            <strong>{source.name} {source.issue}</strong>：{partsWords(source)}，{momentWords(source.publishedFrom)}公布。
            <span className="muted">{source.isTyped ? '由两人分别录入，两人一致才能使用。' : ''}{source.fallback}</span>
          </li>
        ))}
      </ol>
      {team === null ? null : <><h3>怎样派员</h3><ul>{teamSentences(team).map((says) => <li key={says}>{says}</li>)}</ul></>}
      {earlier.length === 0 ? null : (
        <><h3>此前各次</h3><ul>{earlier.map(({ number, drawId, status, reason }) => <li key={drawId}>第{number}次（{drawId}）：{{ drawn: '已抽取', open: '已公告，尚未抽取', void: '已作废' }[status]}{reason === null ? '' : `，理由：${reason}`}</li>)}</ul></>
      )}
      <h3>封存的凭据</h3>
      <dl className="facts">
        <div><dt>公告的杂凑值</dt><dd><HashText hash={announcementHash} /></dd></div>
        <div><dt>对象名单（{frame.size}户）</dt><dd><HashText hash={frame.hash} /><span className="muted">默克尔根</span><HashText hash={frame.root} /></dd></div>
        <div><dt>检查人员名单（{inspectors.size}人）</dt><dd><HashText hash={inspectors.hash} /></dd></div>
        <div><dt>一次性码的承诺（共{chain.length}位，末位公开）</dt><dd><HashText hash={chain.last} /></dd></div>
      </dl>
      <p className="hint">杂凑值好比指纹：内容改动一个字，它就完全不同。在抽签以前抄下公告的杂凑值，事后就能知道公告有没有被换过。</p>
      <details className="plain-details"><summary>抽取规则全文（{rulebook.version}）</summary><p className="rule-text">{rulebookText}</p></details>
    </>
  )
}

