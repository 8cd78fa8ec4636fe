import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { ScoreItemView } from '../../../src/domains/enforcement/contract.ts'
import type { ItemDraft, ScoreDraft } from './score-draft.ts'

const EMPTY: ItemDraft = { points: '', finding: '' }

/** The items of the sheet under their subjects. */
export function ScoreRows({ items, draft, onChange }: Readonly<{ items: readonly ScoreItemView[]; draft: ScoreDraft; onChange: (item: string, next: ItemDraft) => void }>): ReactNode {
  return [...Map.groupBy(items, ({ subjectName }) => subjectName)].map(([subject, own]) => (
    <tbody key={subject}>
      <tr className="score-subject"><th scope="rowgroup" colSpan={3}>{subject}（{own.reduce((sum, { points }) => sum + points, 0)}分）</th></tr>
      {own.map((item) => {
        const now = draft[item.id] ?? EMPTY
        return (
          <tr key={item.id}>
            <th scope="row">{item.label}{item.isVeto ? <span className="is-veto">否决项</span> : null}<br /><span className="is-muted">{item.cite}</span></th>
            <td><Input inputMode="numeric" suffix={`/${item.points}`} aria-label={`${item.label}扣分`} value={now.points} onChange={(event) => { onChange(item.id, { ...now, points: event.target.value }) }} /></td>
            <td><Input.TextArea autoSize maxLength={500} aria-label={`${item.label}存在的问题`} value={now.finding} onChange={(event) => { onChange(item.id, { ...now, finding: event.target.value }) }} /></td>
          </tr>
        )
      })}
    </tbody>
  ))
}
