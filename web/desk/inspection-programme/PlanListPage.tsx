import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { PlanList, PlanRow, PlanView } from '../../../src/domains/inspection/programme/contract.ts'
import { dateInShanghai } from '../../../src/kernel/calendar-date.ts'
import { get, post } from '../../kit/api.ts'
import { serverNow } from '../../kit/server-time.ts'
import { momentText } from '../../kit/time-text.ts'
import { ActionForm } from '../parts/ActionForm.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { useSession } from '../session/session-context.ts'
import { ProgrammeNav } from './ProgrammeNav.tsx'

const columns: readonly Column<PlanRow>[] = [
  { key: 'year', title: '年度', width: 80, isFixed: true, render: row => `${row.year}年` },
  { key: 'title', title: '计划', isFixed: true, render: row => <Link to="/inspection-plans/$planId" params={{ planId: row.id }}>{row.title}</Link> },
  { key: 'state', title: '状态', width: 110, render: row => <span className={row.state === 'published' ? 'state-mark is-closed' : 'state-mark'}>{row.stateName}</span> },
  { key: 'tasks', title: '任务', width: 90, align: 'right', render: row => <Link to="/inspection-plans/$planId" params={{ planId: row.id }}>{row.tasks} 项</Link> },
  { key: 'revision', title: '版次', width: 90, render: row => `第${row.revision}版` },
  { key: 'filed', title: '备案', width: 150, render: row => row.filedAt === null ? <span className="is-muted">未备案</span> : momentText(row.filedAt) },
  { key: 'published', title: '公布', width: 150, render: row => row.publishedAt === null ? <span className="is-muted">未公布</span> : momentText(row.publishedAt) },
]

/** 年度抽查计划, the newest year first. */
export function PlanListPage(): ReactNode {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { account } = useSession()
  const [isNew, setNew] = useState(false)
  const plans = useQuery({ queryKey: ['inspection-plans'], queryFn: ({ signal }) => get<PlanList>('/api/inspection/plans', {}, signal) })
  const year = Number(dateInShanghai(serverNow()).slice(0, 4))
  return (
    <>
      <ProgrammeNav />
      <PageHeading title="年度抽查计划" count={plans.data === undefined ? undefined : `${plans.data.rows.length} 个`}>
        {plans.data?.mayPlan === true ? <Button type="primary" icon={<PlusOutlined />} onClick={() => { setNew(true) }}>起草计划</Button> : null}
      </PageHeading>
      <RowTable name="年度抽查计划" unit="个" columns={columns} rows={plans.data?.rows} rowKey={row => row.id} error={plans.error} retry={() => { void plans.refetch() }} empty="还没有年度抽查计划。" />
      <Drawer open={isNew} onClose={() => { setNew(false) }} title="起草年度抽查计划" size={460} destroyOnHidden>
        <ActionForm
          fields={[{ key: 'year', label: '年度', widget: 'count', isRequired: true }, { key: 'title', label: '名称', widget: 'text', isRequired: true }]} draftKey={`${account.id}:inspection-plan-new`}
          initial={{ year: String(year), title: `${year}年度双随机抽查计划` }} submitText="建立草案" submit={input => post<PlanView>('/api/inspection/plans', input)}
          onDone={(plan) => { void client.invalidateQueries({ queryKey: ['inspection-plans'] }); void navigate({ to: '/inspection-plans/$planId', params: { planId: plan.id } }) }}
        />
      </Drawer>
    </>
  )
}
