import { useState } from 'react'
import type { ChecklistView } from '../../../src/domains/inspection/contract.ts'
import { stored } from '../device/storage-faults.ts'
import { addressOfPlace } from '../frame/use-place.ts'
import { ChecklistItem } from './ChecklistItem.tsx'
import { answersOf, itemKeyOf, lackOf, photoCountsOf, progressOf } from './progress.ts'
import type { KeptVisit } from './use-visit.ts'
import { changeAnswer, conformAllOthers } from './visit-store.ts'

/** One checklist, item under item, with how far it is and a jump to what is open. */
export function ChecklistPage({ kept, checklist }: Readonly<{ kept: KeptVisit; checklist: ChecklistView }>) {
  const [filledAtOnce, setFilledAtOnce] = useState<readonly string[]>([])
  const { visit, evidence } = kept
  const isLocked = visit.record !== null
  const answers = answersOf(kept.answers)
  const photos = photoCountsOf(evidence)
  const { filled, total, faults } = progressOf([checklist], answers)
  const open = checklist.items.find((item) => lackOf(checklist.id, item, answers, photos) !== null)
  const conformAll = async (): Promise<void> => {
    await stored(conformAllOthers(visit, checklist.id).then(setFilledAtOnce))
  }
  const takeBack = async (): Promise<void> => {
    for (const itemId of filledAtOnce) await stored(changeAnswer(visit, checklist.id, itemId, { answer: null }))
    setFilledAtOnce([])
  }
  return (
    <>
      <p><a className="back" href={addressOfPlace({ page: 'task', matterId: visit.matterId })}>‹ 返回{visit.task.entity?.name ?? '任务'}</a></p>
      <h2>{checklist.name}</h2>
      {isLocked ? <p className="notice">检查记录已生成，检查表不能再改；要改请先在检查记录中收回。</p> : null}
      {isLocked || filled === total ? null : <button type="button" className="quiet wide" onClick={() => { void conformAll() }}>全部合格（未填的 {total - filled} 项）</button>}
      {filledAtOnce.length === 0 || isLocked ? null : <output className="notice">已将 {filledAtOnce.length} 项记为合格。<button type="button" className="link" onClick={() => { void takeBack() }}>撤销</button></output>}
      <ol className="items">
        {checklist.items.map((item, index) => (
          <ChecklistItem key={item.id} visit={visit} checklistId={checklist.id} item={item} position={index + 1} answer={kept.answers.find((row) => itemKeyOf(row.checklistId, row.itemId) === itemKeyOf(checklist.id, item.id)) ?? null}
            evidence={evidence} lack={lackOf(checklist.id, item, answers, photos)} isLocked={isLocked} />
        ))}
      </ol>
      <div className="bottom-bar">
        <output>已填 {filled}/{total}{faults === 0 ? '' : `，不合格 ${faults}`}</output>
        {open === undefined ? <a className="button as-link" href={addressOfPlace({ page: 'task', matterId: visit.matterId })}>填好了，返回</a>
          : <button type="button" className="button" onClick={() => { document.getElementById(`item-${open.id}`)?.scrollIntoView({ block: 'center' }) }}>下一未完成项</button>}
      </div>
    </>
  )
}
