import { CheckCircleFilled, ClockCircleFilled, CloseCircleFilled, ExclamationCircleFilled, MinusCircleOutlined, PlayCircleFilled, QuestionCircleOutlined, StopFilled, WarningFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { IndicatorStatus } from '../../../src/engines/indicator/contract.ts'

// Each status has its own shape, so that it reads without colour.
const marks = {
  'achieved': { tone: 'done', icon: <CheckCircleFilled /> },
  'on-track': { tone: 'done', icon: <PlayCircleFilled /> },
  'needs-acceleration': { tone: 'soon', icon: <ClockCircleFilled /> },
  'limited': { tone: 'soon', icon: <WarningFilled /> },
  'open-gap': { tone: 'overdue', icon: <ExclamationCircleFilled /> },
  'not-achieved': { tone: 'overdue', icon: <CloseCircleFilled /> },
  'deteriorating': { tone: 'overdue', icon: <StopFilled /> },
  'insufficient-sample': { tone: 'unknown', icon: <QuestionCircleOutlined /> },
  'no-value': { tone: 'unknown', icon: <MinusCircleOutlined /> },
} as const satisfies Readonly<Record<IndicatorStatus, Readonly<{ tone: string; icon: ReactNode }>>>

/** A status by icon, words and colour. */
export function StatusMark({ status, name }: Readonly<{ status: IndicatorStatus; name: string }>): ReactNode {
  const { tone, icon } = marks[status]
  return <span className={`status-mark status-${tone}`}>{icon}<span>{name}</span></span>
}
