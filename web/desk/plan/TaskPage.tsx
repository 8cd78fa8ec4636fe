import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { TaskView } from '../../../src/engines/plan/contract.ts'
import { get } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { valueText } from '../indicators/figure-text.ts'
import '../indicators/indicators.css'
import { StatusMark } from '../indicators/StatusMark.tsx'
import { Failure } from '../parts/Failure.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { useProcedures } from '../parts/pickers.tsx'
import { LightMark } from './LightMark.tsx'
import './plan.css'
import { ProgressBar } from './ProgressBar.tsx'
import { ReportForm } from './ReportForm.tsx'

const route = getRouteApi('/plan/tasks/$taskId')

/** One task: milestones, indicators and the matters it works through, its reports with evidence, and the form for the next. */
export function TaskPage(): ReactNode {
  const { taskId } = route.useParams()
  const { asOf } = route.useSearch()
  const view = useQuery({ queryKey: ['plan-task', taskId, asOf ?? ''], queryFn: ({ signal }) => get<TaskView>(`/api/plan/tasks/${taskId}`, { asOf }, signal) })
  if (view.isError) return <Failure error={view.error} retry={() => { void view.refetch() }} />
  if (view.data === undefined) return <Skeleton active paragraph={{ rows: 12 }} />
  const task = view.data
  const when = asOf === undefined ? {} : { asOf }
  return (
    <article className="plan-task">
      <p className="back-line"><Link to="/plan" search={when}>规划</Link> / {task.group} {task.groupName} / {task.heading}</p>
      <header className="matter-header">
        <PageHeading title={`${task.number} ${task.title}`}><Button icon={<PrinterOutlined />} onClick={() => { window.print() }}>打印</Button></PageHeading>
        <dl className="matter-strip">
          <Item name="状态"><LightMark light={task.light} name={task.lightName} /></Item>
          <Item name="进度（竖线为时间已过的份额）"><ProgressBar percent={task.progressPercent} expected={Math.round(task.expectedPercent)} /></Item>
          <Item name="责任科（所、队）">{task.officeName}</Item>
          <Item name="起止">{task.startsOn} 至 {task.endsOn}</Item>
          <Item name="规划出处">{task.planPlace}</Item>
          <Item name="截至">{task.asOf}</Item>
        </dl>
      </header>
      <div className="task-columns">
        <div>
          <Milestones task={task} />
          <Reports reports={task.reports} />
        </div>
        <aside>
          {task.mayReport && asOf === undefined ? <ReportForm key={task.reports.length} task={task} /> : null}
          <Indicators indicators={task.indicators} when={when} />
          <Procedures procedures={task.procedures} />
        </aside>
      </div>
    </article>
  )
}

function Milestones({ task: { milestones, asOf } }: Readonly<{ task: TaskView }>): ReactNode {
  return (
    <section className="panel">
      <h2>节点<span className="page-count">{milestones.length} 个</span></h2>
      {milestones.length === 0 ? <p className="is-muted">该任务没有分节点。</p> : (
        <ul className="paper-list">
          {milestones.map(({ id, title, dueOn, doneOn }) => (
            <li key={id} className="milestone-row">
              <span className={doneOn === null ? 'milestone-mark' : 'milestone-mark is-done'} /><span>{dueOn}</span><span>{title}</span>
              <span className={doneOn === null && dueOn < asOf ? 'light-overdue' : ''}>{doneOn === null ? (dueOn < asOf ? '已逾期' : '未完成') : `${doneOn} 报告完成`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const FIRST_REPORTS = 12

function Reports({ reports }: Readonly<{ reports: TaskView['reports'] }>): ReactNode {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? reports : reports.slice(0, FIRST_REPORTS)
  return (
    <section className="panel">
      <h2>进展填报<span className="page-count">{reports.length} 次</span></h2>
      {reports.length === 0 ? <p className="is-muted">还没有填报。责任科（所、队）每月填报一次进展。</p> : (
        <ol className="timeline">
          {shown.map(report => (
            <li key={report.id} className="timeline-step">
              <p><strong>{report.progressPercent}%</strong> <span className="is-muted">{momentText(report.at)} · {report.byName}</span></p>
              <p>{report.text}</p>
              {report.evidence.length === 0 ? null : <ul className="evidence-list">{report.evidence.map(({ label, matterId }) => <li key={`${label} ${matterId ?? ''}`}>{matterId === null ? label : <Link to="/matters/$matterId" params={{ matterId }}>{label}</Link>}</li>)}</ul>}
            </li>
          ))}
        </ol>
      )}
      {shown.length === reports.length ? null : <Button onClick={() => { setWhole(true) }}>显示全部{reports.length}次（现为最近{shown.length}次）</Button>}
    </section>
  )
}

function Indicators({ indicators, when }: Readonly<{ indicators: TaskView['indicators']; when: Readonly<{ asOf?: string }> }>): ReactNode {
  return (
    <section className="panel">
      <h2>相关指标</h2>
      {indicators.length === 0 ? <p className="is-muted">没有直接对应的量化指标。</p> : (
        <ul className="paper-list">
          {indicators.map(({ id, name, value, unit, status, statusName }) => (
            <li key={id}><Link to="/indicators/$indicatorId" params={{ indicatorId: id }} search={when}>{name}</Link> <strong>{value === null ? '' : valueText(value, unit)}</strong> <StatusMark status={status} name={statusName} /></li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Procedures({ procedures }: Readonly<{ procedures: readonly string[] }>): ReactNode {
  const known = useProcedures()
  if (procedures.length === 0) return null
  return (
    <section className="panel">
      <h2>相关业务</h2>
      <ul className="paper-list">{procedures.map(id => <li key={id}><Link to="/matters" search={{ procedure: id }}>{known.data?.find(procedure => procedure.id === id)?.name ?? id}的办件</Link></li>)}</ul>
    </section>
  )
}

function Item({ name, children }: Readonly<{ name: string; children: ReactNode }>): ReactNode {
  return <div><dt>{name}</dt><dd>{children}</dd></div>
}
