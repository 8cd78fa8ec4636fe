import type { FieldTask } from '../../../src/domains/inspection/contract.ts'
import { dateInShanghai } from '../../../src/kernel/calendar-date.ts'
import { momentText } from '../../kit/time-text.ts'
import { fieldNow } from '../clock/field-clock.ts'
import { fieldTables } from '../device/field-database.ts'
import { visitKeyOf } from '../device/rows.ts'
import type { VisitRow } from '../device/rows.ts'
import { stored } from '../device/storage-faults.ts'
import { useLive } from '../device/use-live.ts'
import type { Outbox } from '../frame/use-outbox.ts'
import { OtherMatters } from './OtherMatters.tsx'
import { moved, orderRoute } from './route-order.ts'
import { RouteCard } from './RouteCard.tsx'

/** True once the record was handed in here, or was made elsewhere. */
function isVisited(task: FieldTask, visit: VisitRow | null): boolean {
  return visit === null ? !task.openSteps.includes('recordVisit') : visit.actionId !== null
}

/** The visits of the day in the order of the round, then the officer's other matters. */
export function DayPage({ accountId, outbox }: Readonly<{ accountId: string; outbox: Outbox }>) {
  const on = dateInShanghai(fieldNow())
  const routeKey = `${accountId}/${on}`
  const found = useLive(`day ${routeKey}`, async () => {
    const { days, routes, visits } = fieldTables()
    return { day: await days.get(accountId) ?? null, route: await routes.get(routeKey) ?? null, visits: await visits.where('accountId').equals(accountId).toArray() }
  })
  if (found === undefined) return <p className="muted">正在读取任务……</p>
  const { day, route, visits } = found
  if (day === null && visits.length === 0) return <p className="empty">这台手机上还没有您的任务。联网后会自动下载。</p>
  const listed = day?.day.tasks ?? []
  // A visit begun here stays on the list, whatever became of it on the server.
  const own = visits.map(({ task }) => task).filter(({ matterId }) => listed.every((task) => task.matterId !== matterId))
  const tasks = orderRoute([...listed, ...own], route?.matterIds ?? [])
  const visited = tasks.filter((task) => isVisited(task, visitOf(task)))
  const open = tasks.filter((task) => !visited.includes(task))
  const ids = open.map(({ matterId }) => matterId)
  const keepRoute = (matterIds: readonly string[]): void => { void stored(fieldTables().routes.put({ key: routeKey, accountId, on, matterIds })) }
  return (
    <>
      <h2>现场检查 {tasks.length} 家</h2>
      <p className="muted">{day === null ? '' : `任务读取于 ${momentText(day.day.readAt)}${day.day.on === on ? '' : '，不是今天的'}。`}{route === null ? '按镇街、地址排列。' : '按您排的顺序。'}
        {route === null ? null : <button type="button" className="link" onClick={() => { void stored(fieldTables().routes.delete(routeKey)) }}>恢复默认顺序</button>}
      </p>
      {tasks.length === 0 ? <p className="empty"><strong>今日没有分派到您的现场检查</strong><br />科（所）分派后会出现在这里。</p> : null}
      <ol className="tasks">
        {open.map((task, index) => (
          <RouteCard key={task.matterId} task={task} position={index + 1} visit={visitOf(task)} outbox={outbox}
            move={open.length < 2 ? null : { isFirst: index === 0, isLast: index === open.length - 1, by: (by) => { keepRoute(moved(ids, task.matterId, by)) } }} />
        ))}
      </ol>
      {visited.length === 0 ? null : (
        <>
          <h2>已检查 {visited.length} 家</h2>
          <ol className="tasks">{visited.map((task) => <RouteCard key={task.matterId} task={task} position={null} visit={visitOf(task)} outbox={outbox} move={null} />)}</ol>
        </>
      )}
      {day === null ? null : <OtherMatters accountId={accountId} rows={day.others} outbox={outbox} />}
    </>
  )

  function visitOf({ matterId }: FieldTask) {
    return visits.find(({ key }) => key === visitKeyOf(accountId, matterId)) ?? null
  }
}
