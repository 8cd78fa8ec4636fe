import type { ChecklistAnswer, ChecklistItemView } from '../../../src/domains/inspection/contract.ts'
import { PhotoStrip } from '../capture/PhotoStrip.tsx'
import { answerKeyOf } from '../device/rows.ts'
import type { AnswerRow, EvidenceRow, VisitRow } from '../device/rows.ts'
import { useSavedChoice } from '../device/use-saved-choice.ts'
import { itemKeyOf } from './progress.ts'
import { ANSWER_WORDS } from './record-text.ts'
import { changeAnswer } from './visit-store.ts'
import { useSavedText } from './use-saved-text.ts'

type ChecklistItemProps = Readonly<{
  visit: VisitRow; checklistId: string; item: ChecklistItemView; position: number; answer: AnswerRow | null; evidence: readonly EvidenceRow[]; lack: string | null; isLocked: boolean
}>

/** One thing to look at: three large answers; a fault asks what was found and for photos. */
export function ChecklistItem({ visit, checklistId, item, position, answer, evidence, lack, isLocked }: ChecklistItemProps) {
  const [given, choose] = useSavedChoice<ChecklistAnswer | null>(answer?.answer ?? null, (chosen) => changeAnswer(visit, checklistId, item.id, { answer: chosen }))
  const empty = { key: answerKeyOf(visit.key, checklistId, item.id), accountId: visit.accountId, visitKey: visit.key, checklistId, itemId: item.id }
  const [found, typeFound] = useSavedText(answer?.found ?? '', { of: 'answer', empty, field: 'found' })
  const [measured, typeMeasured] = useSavedText(answer?.measured ?? '', { of: 'answer', empty, field: 'measured' })
  return (
    <li id={`item-${item.id}`} className={`item ${given ?? 'open'}`}>
      <p id={`says-${item.id}`}>{position}. {item.says}{item.isKey ? <span className="key-mark">重点</span> : null}</p>
      <fieldset className="answers" aria-labelledby={`says-${item.id}`}>
        {item.answers.map((value) => <button key={value} type="button" className={value} aria-pressed={given === value} disabled={isLocked} onClick={() => { choose(given === value ? null : value) }}>{ANSWER_WORDS[value]}</button>)}
      </fieldset>
      {item.measured === null || given === 'not-applicable' ? null : (
        <label className="measured">{item.measured.label}<input type="text" inputMode="decimal" disabled={isLocked} value={measured} onChange={(event) => { typeMeasured(event.target.value) }} /><span>{item.measured.unit}</span></label>
      )}
      {given === 'fault' || (answer !== null && answer.found !== '') ? (
        <>
          <label htmlFor={`found-${item.id}`}>发现的问题</label>
          <textarea id={`found-${item.id}`} rows={2} placeholder={item.toRecord} disabled={isLocked} value={found} onChange={(event) => { typeFound(event.target.value) }} />
        </>
      ) : null}
      {given === 'fault' || evidence.some(({ checklistItemId }) => checklistItemId === itemKeyOf(checklistId, item.id)) ? (
        <PhotoStrip accountId={visit.accountId} visitKey={visit.key} matterId={visit.matterId} checklistItemId={itemKeyOf(checklistId, item.id)} evidence={evidence} label={item.says} isLocked={isLocked} />
      ) : null}
      {given !== null && lack !== null ? <p className="fault">{lack}</p> : null}
      <p className="muted">{item.basis.instrument}{item.basis.article}</p>
    </li>
  )
}
