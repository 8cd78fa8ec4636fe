import type { FieldTask } from '../../../src/domains/inspection/contract.ts'
import { dateInShanghai, formatDate } from '../../../src/kernel/calendar-date.ts'
import { fieldNow } from '../clock/field-clock.ts'
import { fieldTables } from '../device/field-database.ts'
import type { VisitRow } from '../device/rows.ts'
import { STATE_WORDS } from '../device/send-state.ts'
import { useLive } from '../device/use-live.ts'
import { addressOfPlace } from '../frame/use-place.ts'
import type { Outbox } from '../frame/use-outbox.ts'
import { answersOf, progressOf } from '../visit/progress.ts'

type RouteCardProps = Readonly<{ task: FieldTask; /** On the round, from 1; null once visited. */ position: number | null; visit: VisitRow | null; outbox: Outbox; move: Readonly<{ isFirst: boolean; isLast: boolean; by: (by: -1 | 1) => void }> | null }>

/** One visit on the round. */
export function RouteCard({ task, position, visit, outbox, move }: RouteCardProps) {
  const name = task.entity?.name ?? task.title
  const today = dateInShanghai(fieldNow())
  return (
    <li className="task route">
      <a href={addressOfPlace({ page: 'task', matterId: task.matterId })}>
        <span className="task-kind">{position === null ? '' : `${position} · `}{task.entity?.townName ?? '镇街不详'} · {task.isAnnounced ? '事先告知' : '不预先告知'}</span>
        <strong>{name}</strong>
        <span>{task.entity?.address ?? '地址不详'}</span>
        {task.due === null ? null : <span className={`due ${task.due.dueOn < today ? 'overdue' : task.due.dueOn === today ? 'today' : 'calm'}`}>{task.due.name}：{formatDate(task.due.dueOn)}{task.due.dueOn < today ? '，已逾期' : ''}</span>}
        <VisitState task={task} visit={visit} outbox={outbox} />
      </a>
      {move === null ? null : (
        <div className="move">
          <button type="button" className="quiet" disabled={move.isFirst} aria-label={`上移：${name}`} onClick={() => { move.by(-1) }}>↑ 上移</button>
          <button type="button" className="quiet" disabled={move.isLast} aria-label={`下移：${name}`} onClick={() => { move.by(1) }}>↓ 下移</button>
        </div>
      )}
    </li>
  )
}

function VisitState({ task, visit, outbox }: Pick<RouteCardProps, 'task' | 'visit' | 'outbox'>) {
  const answers = useLive(`answers ${visit?.key ?? ''}`, async () => fieldTables().answers.where('visitKey').equals(visit?.key ?? '').toArray())
  if (visit === null) return <span className="badge">{task.openSteps.includes('recordVisit') ? '未开始' : task.stateName}</span>
  const action = outbox.actions.find(({ id }) => id === visit.actionId)
  if (action !== undefined) return <span className={`badge ${action.state}`}>检查记录：{STATE_WORDS[action.state]}</span>
  if (visit.record !== null) return <span className="badge saved">记录已生成，待签名提交</span>
  const { filled, total, faults } = progressOf(visit.checklists, answersOf(answers ?? []))
  return <span className="badge saved">已填 {filled}/{total}{faults === 0 ? '' : `，不合格 ${faults}`} · 已存本机</span>
}
