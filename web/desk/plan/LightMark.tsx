import { CheckCircleFilled, ClockCircleFilled, ExclamationCircleFilled, MinusCircleOutlined, PlayCircleFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { TaskLight } from '../../../src/engines/plan/contract.ts'

const marks = {
  'done': { tone: 'done', icon: <CheckCircleFilled /> },
  'on-schedule': { tone: 'calm', icon: <PlayCircleFilled /> },
  'due-soon': { tone: 'soon', icon: <ClockCircleFilled /> },
  'overdue': { tone: 'overdue', icon: <ExclamationCircleFilled /> },
  'not-started': { tone: 'unknown', icon: <MinusCircleOutlined /> },
} as const satisfies Readonly<Record<TaskLight, Readonly<{ tone: string; icon: ReactNode }>>>

/** A task's light by icon, words and colour. */
export function LightMark({ light, name }: Readonly<{ light: TaskLight; name: string }>): ReactNode {
  const { tone, icon } = marks[light]
  return <span className={`light-mark light-${tone}`}>{icon}<span>{name}</span></span>
}
