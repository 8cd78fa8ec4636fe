import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { EvaluationDraft, EvaluationTask } from '../../../src/engines/plan/contract.ts'
import { LightMark } from './LightMark.tsx'
import { LIGHTS } from './lights.ts'
import { TaskLink } from './TaskTable.tsx'

/** Tasks by light, then by name those late and those done. */
export function EvaluationTasks({ draft }: Readonly<{ draft: EvaluationDraft }>): ReactNode {
  const { asOf, lights, tasks, tasksLate, tasksFinished } = draft
  return (
    <section className="panel">
      <h2>重点任务<span className="page-count">{tasks} 项</span></h2>
      <p className="board-summary">
        {LIGHTS.filter(([light]) => lights[light] > 0).map(([light, name]) => <Link key={light} to="/plan" search={{ asOf, light }}><LightMark light={light} name={`${name} ${lights[light]}`} /></Link>)}
      </p>
      <TaskList title="逾期或滞后" rows={tasksLate} asOf={asOf} isOpen={tasksLate.length <= 8} />
      <TaskList title="已完成" rows={tasksFinished} asOf={asOf} isOpen={false} />
    </section>
  )
}

function TaskList({ title, rows, asOf, isOpen }: Readonly<{ title: string; rows: readonly EvaluationTask[]; asOf: string; isOpen: boolean }>): ReactNode {
  if (rows.length === 0) return null
  return (
    <details open={isOpen}>
      <summary>{title}（{rows.length}项）</summary>
      <ul className="paper-list">{rows.map(task => <li key={task.id}>{task.id} <TaskLink task={task} asOf={asOf} /><span className="is-muted">{task.officeName} · {task.lightName} · 节点{task.dueOn}</span></li>)}</ul>
    </details>
  )
}
