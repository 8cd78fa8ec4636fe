import { FileTextOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Button, Select, Skeleton, Tabs } from 'antd'
import type { ReactNode } from 'react'
import type { PlanView, TaskRow } from '../../../src/engines/plan/contract.ts'
import { formatDate } from '../../../src/kernel/calendar-date.ts'
import { get } from '../../kit/api.ts'
import { DateFilter } from '../parts/DateFilter.tsx'
import { Failure } from '../parts/Failure.tsx'
import { FilterText } from '../parts/FilterText.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { LightMark } from './LightMark.tsx'
import { LIGHTS } from './lights.ts'
import { MonthPanel } from './MonthPanel.tsx'
import './plan.css'
import { TaskTable } from './TaskTable.tsx'
import { TaskTimeline } from './TaskTimeline.tsx'

const route = getRouteApi('/plan')

type Filters = Readonly<{ light?: string | undefined; office?: string | undefined; q?: string | undefined }>

/** The plan as yearly work: tasks with owner and progress, along time, and the owners' monthly reports. */
export function PlanPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { asOf, tab = 'tasks' } = search
  const plan = useQuery({ queryKey: ['plan', asOf ?? ''], queryFn: ({ signal }) => get<PlanView>('/api/plan', { asOf }, signal), placeholderData: previous => previous })
  const filter = (change: Partial<typeof search>): void => { void navigate({ search: previous => ({ ...previous, ...change }), replace: true }) }
  if (plan.isError) return <><DateFilter label="截至日期" value={asOf} onChange={(next) => { filter({ asOf: next }) }} /><Failure error={plan.error} retry={() => { void plan.refetch() }} /></>
  if (plan.data === undefined) return <Skeleton active paragraph={{ rows: 14 }} />
  const tasks = tasksOf(plan.data, search)
  const bar = <FilterBar plan={plan.data} search={search} onChange={filter} />
  return (
    <div className={plan.isPlaceholderData ? 'plan-page is-dimmed' : 'plan-page'}>
      <PageHeading title={plan.data.title} count={tab === 'month' ? undefined : `${tasks.length} 项任务`}>
        <Button icon={<PrinterOutlined />} onClick={() => { window.print() }}>打印</Button>
        <Link to="/plan/evaluation" search={asOf === undefined ? {} : { asOf }} className="ant-btn-link-like"><FileTextOutlined /> 评估报告</Link>
      </PageHeading>
      <p className="is-muted">{plan.data.number} · {plan.data.period.from}—{plan.data.period.until}年 · 截至{formatDate(plan.data.asOf)}</p>
      <Tabs
        activeKey={tab} destroyOnHidden onChange={(next) => { filter({ tab: next === 'tasks' ? undefined : next }) }}
        items={[
          { key: 'tasks', label: '任务', children: <>{bar}<TaskTable tasks={tasks} asOf={asOf} on={plan.data.asOf} /></> },
          { key: 'timeline', label: '时间线', children: <>{bar}<TaskTimeline plan={plan.data} tasks={tasks} asOf={asOf} /></> },
          { key: 'month', label: '责任单位月报', children: <MonthPanel month={search.month} onChange={(month) => { filter({ month }) }} /> },
          { key: 'goals', label: '目标', children: <GoalList goals={plan.data.goals} /> },
        ]}
      />
    </div>
  )
}

function FilterBar({ plan, search, onChange }: Readonly<{ plan: PlanView; search: Filters & { asOf?: string | undefined }; onChange: (change: Filters & { asOf?: string | undefined }) => void }>): ReactNode {
  const rows = plan.groups.flatMap(({ tasks }) => tasks)
  const offices = new Map(rows.map(({ officeId, officeName }) => [officeId, officeName]))
  return (
    <>
      <p className="board-summary">
        <Link to="/plan" search={({ light: _light, ...previous }) => previous} className={search.light === undefined ? 'is-chosen' : ''}>全部 {rows.length}</Link>
        {LIGHTS.filter(([light]) => plan.lights[light] > 0).map(([light, name]) => (
          <Link key={light} to="/plan" search={previous => ({ ...previous, light })} className={search.light === light ? 'is-chosen' : ''}><LightMark light={light} name={`${name} ${plan.lights[light]}`} /></Link>
        ))}
      </p>
      <div className="filter-bar">
        <span className="filter-range">截至 <DateFilter label="截至日期" value={search.asOf} onChange={(asOf) => { onChange({ asOf }) }} /></span>
        <FilterText label="任务或编号" value={search.q} onChange={(q) => { onChange({ q }) }} />
        <Select
          aria-label="责任科所" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="全部责任单位" style={{ width: 190 }} value={search.office ?? null}
          options={[...offices].map(([value, label]) => ({ value, label }))} onChange={(office: string | null | undefined) => { onChange({ office: office ?? undefined }) }}
        />
      </div>
    </>
  )
}

function GoalList({ goals }: Readonly<{ goals: PlanView['goals'] }>): ReactNode {
  return <ul className="paper-list">{goals.map(({ id, title, planPlace }) => <li key={id}>{title}<span className="is-muted">规划{planPlace}</span></li>)}</ul>
}

function tasksOf(plan: PlanView, { light, office, q }: Filters): readonly TaskRow[] {
  const text = q?.trim() ?? ''
  return plan.groups.flatMap(({ tasks }) => tasks).filter(task =>
    (light === undefined || task.light === light) && (office === undefined || task.officeId === office) && (text === '' || task.title.includes(text) || task.number.startsWith(text)))
}
