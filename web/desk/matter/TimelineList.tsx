import { Segmented } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { TimelineEntry } from '../../../src/engines/procedure/contract.ts'
import { momentText } from '../../kit/time-text.ts'
import { timelineBlocks } from './timeline-blocks.ts'

const groups = {
  all: { name: '全部', kinds: null },
  steps: { name: '办理', kinds: ['opened', 'step', 'proposal', 'closed', 'correction', 'assignment', 'link'] },
  papers: { name: '文书材料', kinds: ['document', 'attachment'] },
  words: { name: '记录往来', kinds: ['note', 'message', 'chase'] },
  clocks: { name: '期限', kinds: ['clock'] },
  reads: { name: '查阅与未准', kinds: ['access', 'refused'] },
} as const satisfies Readonly<Record<string, { name: string; kinds: readonly TimelineEntry['kind'][] | null }>>

type Group = keyof typeof groups

const isIn = (group: Group, entry: TimelineEntry): boolean => {
  const kinds: readonly TimelineEntry['kind'][] | null = groups[group].kinds
  return kinds === null || kinds.includes(entry.kind)
}
const isGroup = (key: string): key is Group => key in groups

/** Everything that happened to the matter, newest first. */
export function TimelineList({ entries }: Readonly<{ entries: readonly TimelineEntry[] }>): ReactNode {
  const [group, setGroup] = useState<Group>('all')
  const options = Object.keys(groups).filter(isGroup).filter(key => key === 'all' || entries.some(entry => isIn(key, entry)))
    .map(key => ({ value: key, label: `${groups[key].name} ${entries.filter(entry => isIn(key, entry)).length}` }))
  const shown = entries.filter(entry => isIn(group, entry))
  return (
    <section className="panel matter-timeline">
      <div className="panel-heading"><h2>办理过程</h2><Segmented<Group> size="small" value={group} onChange={setGroup} options={options} /></div>
      <ol className="timeline">
        {timelineBlocks(shown).map(block => (
          <li key={block.key} className={`timeline-${block.lead.kind}`}>
            <p className="timeline-meta"><time dateTime={block.at}>{momentText(block.at)}</time> {block.actorName}</p>
            <p className="timeline-title">{block.lead.title}</p>
            <EntryDetail entry={block.lead} />
            {block.others.length === 0 ? null : (
              <ul className="timeline-others">
                {block.others.map(entry => <li key={entry.id}><span className="timeline-other">{entry.title}</span><EntryDetail entry={entry} /></li>)}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function EntryDetail({ entry }: Readonly<{ entry: TimelineEntry }>): ReactNode {
  return (
    <>
      {entry.detail === null ? null : <p className="timeline-detail">{entry.detail}</p>}
      {entry.facts.length === 0 ? null : <dl>{entry.facts.map(fact => <div key={fact.label}><dt>{fact.label}</dt><dd><FactWords value={fact.value} /></dd></div>)}</dl>}
    </>
  )
}

const MOST_CHARACTERS = 240

/** Long lists stand folded: what else happened stays in sight. */
function FactWords({ value }: Readonly<{ value: string }>): ReactNode {
  if (value.length <= MOST_CHARACTERS) return value
  return <details><summary>{value.slice(0, MOST_CHARACTERS / 4)}……（展开全部 {value.length} 字）</summary>{value}</details>
}
