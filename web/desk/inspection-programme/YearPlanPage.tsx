import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { App, Button, Drawer, Popconfirm, Skeleton } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { PlanTask, PlanView } from '../../../src/domains/inspection/programme/contract.ts'
import { get, post } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { ActionForm } from '../parts/ActionForm.tsx'
import { Failure } from '../parts/Failure.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { useSession } from '../session/session-context.ts'
import { PlanEditor } from './PlanEditor.tsx'
import { PlanTaskTable } from './PlanTaskTable.tsx'
import { ProgrammeNav } from './ProgrammeNav.tsx'

const route = getRouteApi('/inspection-plans/$planId')

/** One yearly plan: its tasks with counts, what was changed and why, filing and publishing. */
export function YearPlanPage(): ReactNode {
  const { planId } = route.useParams()
  const plan = useQuery({ queryKey: ['inspection-plan', planId], queryFn: ({ signal }) => get<PlanView>(`/api/inspection/plans/${planId}`, {}, signal) })
  if (plan.isError) return <><ProgrammeNav /><Failure error={plan.error} retry={() => { void plan.refetch() }} /></>
  if (plan.data === undefined) return <><ProgrammeNav /><Skeleton active paragraph={{ rows: 12 }} /></>
  return <Plan plan={plan.data} />
}

function Plan({ plan }: Readonly<{ plan: PlanView }>): ReactNode {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<readonly PlanTask[] | null>(null)
  const take = (answer: PlanView, says: string): void => {
    message.success(says)
    setDraft(null)
    client.setQueryData(['inspection-plan', plan.id], answer)
    void client.invalidateQueries({ queryKey: ['inspection-plans'] })
  }
  return (
    <>
      <ProgrammeNav />
      <p className="back-line"><Link to="/inspection-plans">年度抽查计划</Link></p>
      <PageHeading title={plan.title} count={`${plan.taskRows.length} 项任务`}>
        {draft === null ? <Acts plan={plan} onTaken={take} onEdit={() => { setDraft(plan.taskRows.map(taskAlone)) }} /> : null}
      </PageHeading>
      <section className="panel"><dl className="matter-strip">
        <Item name="状态"><span className={plan.state === 'published' ? 'state-mark is-closed' : 'state-mark'}>{plan.stateName}</span></Item>
        <Item name="版次">第{plan.revision}版</Item>
        <Item name="备案">{plan.filedAt === null ? '未备案' : `${momentText(plan.filedAt)} 报${plan.filedTo ?? ''}${plan.filingNumber === null ? '' : `（${plan.filingNumber}）`}`}</Item>
        <Item name="公布">{plan.publishedAt === null ? '未公布' : <>{momentText(plan.publishedAt)}，<a href="/draws/plans" className="text-link">公众端可查</a></>}</Item>
      </dl></section>
      {draft === null ? <div className="panel"><PlanTaskTable plan={plan} /></div> : <PlanEditor plan={plan} tasks={draft} onChange={setDraft} onSaved={(answer) => { take(answer, '已保存为新的一版') }} onCancel={() => { setDraft(null) }} />}
      <Revisions plan={plan} />
    </>
  )
}

function Acts({ plan, onTaken, onEdit }: Readonly<{ plan: PlanView; onTaken: (answer: PlanView, says: string) => void; onEdit: () => void }>): ReactNode {
  const { account } = useSession()
  const [isFiling, setFiling] = useState(false)
  const publishing = useMutation({ mutationFn: () => post<PlanView>(`/api/inspection/plans/${plan.id}/publish`, { version: plan.version }), onSuccess: (answer) => { onTaken(answer, '计划已公布') } })
  return (
    <>
      {plan.may.edit ? <Button onClick={onEdit}>调整任务</Button> : null}
      {plan.may.file ? <Button type={plan.may.publish ? 'default' : 'primary'} onClick={() => { setFiling(true) }}>登记备案</Button> : null}
      {plan.may.publish ? <Popconfirm title="公布后，公众端即可查看；以后的调整逐版公开理由。" okText="公布" onConfirm={() => { publishing.mutate() }}><Button type="primary" loading={publishing.isPending}>公布计划</Button></Popconfirm> : null}
      {publishing.isError ? <Failure error={publishing.error} /> : null}
      <Drawer open={isFiling} onClose={() => { setFiling(false) }} title="登记备案" size={460} destroyOnHidden>
        <ActionForm
          fields={[{ key: 'filedTo', label: '备案机关', widget: 'text', isRequired: true }, { key: 'filingNumber', label: '报送文号', widget: 'text', isRequired: true }]} draftKey={`${account.id}:inspection-plan-file:${plan.id}`}
          submitText="登记备案" submit={input => post<PlanView>(`/api/inspection/plans/${plan.id}/file`, { version: plan.version, ...input })} onDone={(answer) => { setFiling(false); onTaken(answer, '已登记备案') }}
        />
      </Drawer>
    </>
  )
}

function Revisions({ plan: { revisions } }: Readonly<{ plan: PlanView }>): ReactNode {
  return (
    <section className="panel">
      <h2>变更记录<span className="page-count">{revisions.length} 版</span></h2>
      <ol className="history-list">
        {revisions.map(({ revision, at, byName, reason, changes }) => (
          <li key={revision}>
            <p><strong>第{revision}版</strong> <span className="is-muted">{momentText(at)} · {byName}</span></p>
            <p>{reason}</p>
            {changes.length === 0 ? null : <ul className="basis-list">{changes.map(({ task, field, before, after }) => <li key={`${task} ${field}`}>{task} · {field}：{before === null ? '新增 ' : <><span className="change-before">{before}</span> → </>}{after ?? '删除'}</li>)}</ul>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function taskAlone({ id, name, level, itemCodes, kind, classes, random, monthFrom, monthUntil, leadOfficeId, jointDepartments }: PlanTask): PlanTask {
  return { id, name, level, itemCodes, kind, classes, random, monthFrom, monthUntil, leadOfficeId, jointDepartments }
}

function Item({ name, children }: Readonly<{ name: string; children: ReactNode }>): ReactNode {
  return <div><dt>{name}</dt><dd>{children}</dd></div>
}
