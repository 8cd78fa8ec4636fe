import type { FieldDay, FieldTask } from '../../../src/domains/inspection/contract.ts'
import { fieldTables } from '../device/field-database.ts'
import { visitKeyOf } from '../device/rows.ts'
import { useLive } from '../device/use-live.ts'
import type { Place } from '../frame/use-place.ts'
import { ChecklistPage } from './ChecklistPage.tsx'
import { RecordPage } from './RecordPage.tsx'
import { TaskPage } from './TaskPage.tsx'
import { useVisit } from './use-visit.ts'

type VisitPagesProps = Readonly<{ accountId: string; place: Extract<Place, { matterId: string }>; isOnline: boolean }>

/** The pages of one visit, from what stands on the device. */
export function VisitPages({ accountId, place, isOnline }: VisitPagesProps) {
  const kept = useVisit(visitKeyOf(accountId, place.matterId))
  const day = useLive(`day of ${accountId}`, async () => await fieldTables().days.get(accountId) ?? null)
  if (kept === undefined || day === undefined) return <p className="muted">正在读取……</p>
  const onServer: FieldTask | null = day?.day.tasks.find(({ matterId }) => matterId === place.matterId) ?? null
  const task = onServer ?? kept?.visit.task ?? null
  if (task === null) return <p className="empty">本机没有这项任务。<a href="#/">返回任务</a></p>
  const known: FieldDay | null = day?.day ?? null
  switch (place.page) {
    case 'task': return <TaskPage accountId={accountId} day={known} task={kept?.visit.task ?? task} onServer={onServer} kept={kept} />
    case 'checklist': {
      const checklist = kept?.visit.checklists.find(({ id }) => id === place.checklistId)
      return kept === null || checklist === undefined ? <p className="empty">这张检查表还没有开始填。<a href="#/">返回任务</a></p> : <ChecklistPage kept={kept} checklist={checklist} />
    }
    case 'record': return kept === null ? <p className="empty">检查还没有开始。<a href="#/">返回任务</a></p> : <RecordPage kept={kept} isOnline={isOnline} />
  }
}
