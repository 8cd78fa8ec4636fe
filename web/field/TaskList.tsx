import { serverNow } from '../kit/server-time.ts'
import type { TaskCopy, WaitingNote } from './field-store.ts'
import { isForToday } from './task-order.ts'
import { TaskCard } from './TaskCard.tsx'
import type { TaskCardProps } from './TaskCard.tsx'

type TaskListProps = Readonly<{ copy: TaskCopy; notes: readonly WaitingNote[] }> & Pick<TaskCardProps, 'addNote' | 'dropNote'>

/** Today's tasks first, then the others; the server's order by deadline stays within both. */
export function TaskList({ copy, notes, addNote, dropNote }: TaskListProps) {
  const nowAt = serverNow()
  const today = copy.tasks.filter((task) => isForToday(task, nowAt))
  const later = copy.tasks.filter((task) => !isForToday(task, nowAt))
  const cards = (tasks: TaskCopy['tasks']) => (
    <ul className="tasks">
      {tasks.map((task) => <TaskCard key={task.id} task={task} nowAt={nowAt} accountId={copy.accountId} notes={notes.filter((note) => note.matterId === task.id)} addNote={addNote} dropNote={dropNote} />)}
    </ul>
  )
  return (
    <>
      <h2>今天要办 {today.length}</h2>
      {today.length === 0 ? (
        <div className="empty">
          <p><strong>今日没有分派到您的现场任务</strong></p>
          <p>{later.length === 0 ? '科室分派后会出现在这里。' : '下面是以后到期的任务，可以提前办。'}</p>
        </div>
      ) : cards(today)}
      {later.length === 0 ? null : <><h2>以后到期 {later.length}</h2>{cards(later)}</>}
    </>
  )
}
