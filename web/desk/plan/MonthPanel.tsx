import { CheckCircleFilled, ExclamationCircleFilled, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { PlanMonth } from '../../../src/engines/plan/contract.ts'
import { addMonths, dateInShanghai } from '../../../src/kernel/calendar-date.ts'
import { get } from '../../kit/api.ts'
import { serverNow } from '../../kit/server-time.ts'
import { momentText } from '../../kit/time-text.ts'
import { Failure } from '../parts/Failure.tsx'

type Office = PlanMonth['offices'][number]

/** The owners' reports of a month, and who owes one. */
export function MonthPanel({ month, onChange }: Readonly<{ month: string | undefined; onChange: (month: string) => void }>): ReactNode {
  const thisMonth = dateInShanghai(serverNow()).slice(0, 7)
  const shown = month ?? thisMonth
  const view = useQuery({ queryKey: ['plan-month', shown], queryFn: ({ signal }) => get<PlanMonth>('/api/plan/month', { month: shown }, signal) })
  const step = (months: number): void => { onChange(addMonths(`${shown}-01`, months).slice(0, 7)) }
  return (
    <>
      <div className="filter-bar">
        <Button icon={<LeftOutlined />} aria-label="上一月" onClick={() => { step(-1) }} />
        <strong>{Number(shown.slice(0, 4))}年{Number(shown.slice(5))}月</strong>
        <Button icon={<RightOutlined />} aria-label="下一月" disabled={shown >= thisMonth} onClick={() => { step(1) }} />
        {view.data === undefined ? null : <span>{view.data.offices.length}个责任单位应报，已报齐 {view.data.reported} 个，欠报 {view.data.owing} 个。</span>}
      </div>
      {view.isError ? <Failure error={view.error} retry={() => { void view.refetch() }} /> : null}
      {view.data === undefined && !view.isError ? <Skeleton active /> : null}
      {view.data?.offices.length === 0 ? <p className="is-muted">本月没有应报的任务。</p> : null}
      {view.data?.offices.toSorted((a, b) => Number(a.hasReported) - Number(b.hasReported)).map(office => <OfficeMonth key={office.officeId} office={office} />)}
    </>
  )
}

function OfficeMonth({ office }: Readonly<{ office: Office }>): ReactNode {
  return (
    <details className="panel month-office" open={!office.hasReported}>
      <summary>
        <h2>{office.officeName}</h2>
        <span className={office.hasReported ? 'light-mark light-done' : 'light-mark light-overdue'}>{office.hasReported ? <CheckCircleFilled /> : <ExclamationCircleFilled />}{office.hasReported ? `${office.openTasks}项任务均已填报` : `应报${office.openTasks}项，欠报${office.missing.length}项`}</span>
      </summary>
      {office.missing.length === 0 ? null : (
        <div className="missing-tasks">
          <h3>欠报的任务（{office.missing.length}项）</h3>
          <ul>{office.missing.map(({ id, title }) => <li key={id}><Link to="/plan/tasks/$taskId" params={{ taskId: id }}>{id} {title}</Link></li>)}</ul>
        </div>
      )}
      {office.entries.length === 0 ? null : (
        <ul className="paper-list">
          {office.entries.map(entry => (
            <li key={`${entry.taskId} ${entry.at}`}>
              <Link to="/plan/tasks/$taskId" params={{ taskId: entry.taskId }}>{entry.title}</Link>：{entry.previousPercent}% → <strong>{entry.progressPercent}%</strong>{entry.milestone === null ? null : `，完成节点“${entry.milestone}”`}。{entry.text}
              <span className="is-muted">{momentText(entry.at)} · {entry.byName}</span>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
