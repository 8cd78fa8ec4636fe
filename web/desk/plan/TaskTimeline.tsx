import type { ReactNode } from 'react'
import type { PlanView, TaskRow } from '../../../src/engines/plan/contract.ts'
import { LightMark } from './LightMark.tsx'
import { TaskLink } from './TaskTable.tsx'
import { placeOn } from './time-scale.ts'

/** The tasks along the plan's years: bar, share done, milestones, and the date asked for. The table view says the same in words. */
export function TaskTimeline({ plan, tasks, asOf }: Readonly<{ plan: PlanView; tasks: readonly TaskRow[]; asOf: string | undefined }>): ReactNode {
  const { period } = plan
  const years = Array.from({ length: period.until - period.from + 1 }, (_, index) => period.from + index)
  return (
    <div className="task-timeline">
      <table>
        <caption className="visually-hidden">规划任务时间线</caption>
        <thead><tr><th scope="col" className="schedule-title">任务</th><th scope="col"><span className="schedule-years">{years.map(year => <span key={year}>{year}年</span>)}</span></th><th scope="col" className="schedule-light">状态</th></tr></thead>
        {plan.groups.map(({ id, name }) => {
          const own = tasks.filter(({ group }) => group === id)
          return own.length === 0 ? null : (
            <tbody key={id}>
              <tr className="row-group"><th scope="rowgroup" colSpan={3}>{id} {name}<span>{own.length} 项</span></th></tr>
              {own.map(task => <TimelineRow key={task.id} task={task} plan={plan} asOf={asOf} />)}
            </tbody>
          )
        })}
      </table>
      <p className="is-muted schedule-key">横条为起止时间，深色为已报进度；<span className="milestone-mark is-done" /> 已完成节点，<span className="milestone-mark" /> 未完成节点；竖线为截至日期 {plan.asOf}{plan.asOf > `${period.until}-12-31` ? '（已过规划期末）' : ''}。</p>
    </div>
  )
}

function TimelineRow({ task, plan, asOf }: Readonly<{ task: TaskRow; plan: PlanView; asOf: string | undefined }>): ReactNode {
  const { period } = plan
  const left = placeOn(task.startsOn, period)
  const width = Math.max(0.5, placeOn(task.endsOn, period) - left)
  const words = task.milestones.map(({ title, dueOn, doneOn }) => `${title}，${dueOn}，${doneOn === null ? '未完成' : `${doneOn}完成`}`).join('；')
  return (
    <tr>
      <th scope="row" className="schedule-title">{task.number} <TaskLink task={task} asOf={asOf} /></th>
      <td>
        <div className="schedule-track" style={{ backgroundSize: `${100 / (period.until - period.from + 1)}% 100%` }}>
          <span className="visually-hidden">{task.startsOn}至{task.endsOn}，进度{task.progressPercent}%。{words}</span>
          <span className="schedule-bar" style={{ left: `${left}%`, width: `${width}%` }}><span style={{ width: `${task.progressPercent}%` }} /></span>
          {task.milestones.map(({ id, title, dueOn, doneOn }) => <span key={id} aria-hidden="true" className={doneOn === null ? 'milestone-mark' : 'milestone-mark is-done'} style={{ left: `${placeOn(dueOn, period)}%` }} title={`${title}：${dueOn}${doneOn === null ? '' : `，${doneOn}完成`}`} />)}
          <span className="schedule-now" style={{ left: `${placeOn(plan.asOf, period)}%` }} />
        </div>
      </td>
      <td className="schedule-light"><LightMark light={task.light} name={task.lightName} /></td>
    </tr>
  )
}
