import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { TaskRow } from '../../../src/engines/plan/contract.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { LightMark } from './LightMark.tsx'
import { ProgressBar } from './ProgressBar.tsx'

/** The plan's tasks in its groups as they stood on `on`: owner, dates, progress and light. `asOf` is handed on where one was chosen. */
export function TaskTable({ tasks, asOf, on }: Readonly<{ tasks: readonly TaskRow[]; asOf: string | undefined; on: string }>): ReactNode {
  const columns: readonly Column<TaskRow>[] = [
    { key: 'number', title: '编号', width: 72, isFixed: true, render: task => task.number },
    { key: 'title', title: '任务', isFixed: true, render: task => <span className="two-lines"><TaskLink task={task} asOf={asOf} /><span className="is-muted">规划{task.planPlace}</span></span> },
    { key: 'office', title: '责任科（所、队）', width: 150, render: task => task.officeName },
    { key: 'dates', title: '起止', width: 100, isWideOnly: true, render: task => <span className="two-lines"><span>{task.startsOn}</span><span>{task.endsOn}</span></span> },
    { key: 'next', title: '下一节点', width: '20%', render: task => <NextMilestone task={task} asOf={on} /> },
    { key: 'progress', title: '进度', width: 130, render: task => <ProgressBar percent={task.progressPercent} /> },
    { key: 'light', title: '状态', width: 120, isFixed: true, render: task => <LightMark light={task.light} name={task.lightName} /> },
    { key: 'report', title: '最近填报', width: 104, isWideOnly: true, render: task => task.lastReportOn ?? <span className="is-muted">未填报</span> },
  ]
  return <RowTable name="规划任务" unit="项" columns={columns} rows={tasks} rowKey={task => task.id} groupOf={task => `${task.group} ${task.groupName}`} empty="没有符合条件的任务。可放宽筛选条件后再查。" />
}

export function TaskLink({ task: { id, title }, asOf }: Readonly<{ task: Pick<TaskRow, 'id' | 'title'>; asOf: string | undefined }>): ReactNode {
  return <Link to="/plan/tasks/$taskId" params={{ taskId: id }} search={asOf === undefined ? {} : { asOf }}>{title}</Link>
}

function NextMilestone({ task, asOf }: Readonly<{ task: TaskRow; asOf: string }>): ReactNode {
  const next = task.milestones.find(({ doneOn }) => doneOn === null)
  if (next === undefined) return <span className="is-muted">节点均已完成</span>
  return <span className="two-lines"><span>{next.title}</span><span className={next.dueOn < asOf ? 'is-overdue' : 'is-muted'}>{next.dueOn}</span></span>
}
