import { CheckCircleFilled, ClockCircleFilled, EditFilled, PlayCircleFilled, StopFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { DrawStage } from '../../../src/engines/draw/contract.ts'

const MARKS = {
  announced: { tone: 'calm', icon: <ClockCircleFilled /> }, typing: { tone: 'soon', icon: <EditFilled /> }, ready: { tone: 'soon', icon: <PlayCircleFilled /> },
  drawn: { tone: 'done', icon: <CheckCircleFilled /> }, void: { tone: 'overdue', icon: <StopFilled /> },
} as const satisfies Readonly<Record<DrawStage, Readonly<{ tone: string; icon: ReactNode }>>>

/** How far a draw is, by icon, words and colour. */
export function DrawStageMark({ stage, name }: Readonly<{ stage: DrawStage; name: string }>): ReactNode {
  const { tone, icon } = MARKS[stage]
  return <span className={`draw-mark draw-mark-${tone}`}>{icon}<span>{name}</span></span>
}
