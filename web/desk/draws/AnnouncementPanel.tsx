import type { ReactNode } from 'react'
import type { DrawView } from '../../../src/engines/draw/contract.ts'
import { momentText } from '../../kit/time-text.ts'

/** What was announced and cannot be changed: sources, exclusions, hashes, earlier draws, and the rules in full. */
export function AnnouncementPanel({ draw: { announcement, announcementHash, rulebookText, number } }: Readonly<{ draw: DrawView }>): ReactNode {
  const { sources, exclusions, frame, inspectors, chain, earlier, team, rulebook, strata } = announcement
  const hashes: readonly (readonly [string, string])[] = [
    ['公告的杂凑值', announcementHash], [`对象名单（${frame.size}户）`, frame.hash], ['对象名单的默克尔根', frame.root], [`检查人员名单（${inspectors.size}人）`, inspectors.hash], [`一次性码的末位（共${chain.length}位）`, chain.last],
  ]
  return (
    <section className="panel">
      <h2>公告内容</h2>
      <ul className="basis-list">
        {sources.map(({ id, name, issue, publishedFrom, fallback }) => <li key={id}>{name} {issue}，{momentText(publishedFrom)}公布。{fallback}</li>)}
        {exclusions.map(({ strata: within, drawnFrom, reason }) => <li key={`${drawnFrom} ${within.join()}`}>{within.map(id => strata.find(stratum => stratum.id === id)?.name ?? id).join('、')}：{drawnFrom}以来抽中过的不再抽取，{reason}。</li>)}
        {team === null ? null : <li>每户{team.slots.length}人，其中{team.slots.filter(({ needsExpertise }) => needsExpertise).length}人须专业对口；每人至多{team.quota}户{team.bansSameTown ? '，不检查本镇街的对象' : ''}；检查期间{team.visitsFrom}至{team.visitsTo}。</li>}
        {earlier.map(each => <li key={each.drawId}>此前第{each.number}次 {each.drawId}：{{ drawn: '已抽取', open: '尚未抽取', void: '作废' }[each.status]}{each.reason === null ? '' : `，${each.reason}`}</li>)}
      </ul>
      <dl className="fact-list code-facts">{hashes.map(([label, hash]) => <div key={label}><dt>{label}</dt><dd><code className="long-code">{hash}</code></dd></div>)}</dl>
      <details><summary>抽取规则全文（{rulebook.version}）</summary><p className="rule-text">{rulebookText}</p></details>
      <p><a href={`/api/portal/draws/${encodeURIComponent(number)}/bundle.json`} download={`${number}.json`}>下载证明文件</a>；核验命令：<code className="long-code">hengjian draw verify {number}.json --announcement {announcementHash}</code></p>
    </section>
  )
}
