import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleFilled, PauseCircleOutlined, QuestionCircleOutlined, WarningOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { serverNow } from '../../kit/server-time.ts'
import { dueText } from '../../kit/time-text.ts'
import type { Due, DueTone } from '../../kit/time-text.ts'

type Clock = Readonly<{ name: string; due: Due; workingDaysLeft: number | null; isOverdue: boolean; isWaiting: boolean; dueStepName: string }>

/** The date a clock ends and what is left of it, with an icon for its urgency. */
export function DueCell({ clock }: Readonly<{ clock: Clock | null }>): ReactNode {
  if (clock === null) return <span className="is-muted">无在计期限</span>
  const { tone, date, left } = dueText(clock, serverNow())
  return (
    <span className={`due due-${tone}`} title={`${clock.name}：${clock.dueStepName}`}>
      <DueIcon tone={tone} /> <strong>{left}</strong> <span className="due-date">{date}</span>
    </span>
  )
}

const icons: Readonly<Record<DueTone | 'met', ReactNode>> = {
  overdue: <ExclamationCircleFilled aria-hidden />, today: <WarningOutlined aria-hidden />, soon: <WarningOutlined aria-hidden />, paused: <PauseCircleOutlined aria-hidden />,
  undetermined: <QuestionCircleOutlined aria-hidden />, met: <CheckCircleOutlined aria-hidden />, calm: <ClockCircleOutlined aria-hidden />,
}

export function DueIcon({ tone }: Readonly<{ tone: DueTone | 'met' }>): ReactNode {
  return icons[tone]
}
