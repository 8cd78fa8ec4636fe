import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Skeleton, Steps } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DrawOrder, PreparedDraw, PreparedDraws } from '../../../src/domains/inspection/programme/contract.ts'
import { dateInShanghai } from '../../../src/kernel/calendar-date.ts'
import { get, post } from '../../kit/api.ts'
import { serverNow } from '../../kit/server-time.ts'
import { ProgrammeNav } from '../inspection-programme/ProgrammeNav.tsx'
import { dropDraft, readDraft, writeDraft } from '../parts/draft.ts'
import { Failure } from '../parts/Failure.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { useSession } from '../session/session-context.ts'
import { DOUBTS_BEFORE } from './doubts.ts'
import { newOrder, orderOf } from './draw-order.ts'
import type { OrderValues } from './draw-order.ts'
import './draws.css'
import { SkepticPanel } from './SkepticPanel.tsx'
import { PreviewStep } from './wizard/PreviewStep.tsx'
import { SourcesStep } from './wizard/SourcesStep.tsx'
import { TaskStep } from './wizard/TaskStep.tsx'
import { TeamStep } from './wizard/TeamStep.tsx'

const route = getRouteApi('/draws/new')

const FIELDS_OF: readonly (readonly (keyof OrderValues)[])[] = [['planId', 'taskId', 'title'], ['visitsFrom', 'visitsTo', 'quota'], ['sources']]

/** Prepares a draw in four steps; what was typed stays in this browser until it is sent. With an order in the address it only shows that one. */
export function DrawWizardPage(): ReactNode {
  const search = route.useSearch()
  const prepared = useQuery({ queryKey: ['draw-orders'], queryFn: ({ signal }) => get<PreparedDraws>('/api/inspection/draw-orders', {}, signal) })
  if (prepared.isError) return <><ProgrammeNav /><Failure error={prepared.error} retry={() => { void prepared.refetch() }} /></>
  if (prepared.data === undefined) return <><ProgrammeNav /><Skeleton active paragraph={{ rows: 10 }} /></>
  const shown = prepared.data.rows.find(({ id }) => id === search.order)
  return shown === undefined ? <Wizard planId={search.plan} taskId={search.task} mayPrepare={prepared.data.mayPrepare} /> : <PreparedOrder order={shown} />
}

function PreparedOrder({ order }: Readonly<{ order: PreparedDraw }>): ReactNode {
  return (
    <>
      <ProgrammeNav />
      <p className="back-line"><Link to="/draws">抽取</Link> / 待公告</p>
      <PageHeading title={order.order.title} count={`${order.planTitle} · ${order.taskName}`} />
      <div className="wizard-columns"><PreviewStep order={order.order} /><aside><SkepticPanel doubts={DOUBTS_BEFORE} /></aside></div>
    </>
  )
}

type WizardProps = Readonly<{ planId: string | undefined; taskId: string | undefined; mayPrepare: boolean }>

function Wizard({ planId, taskId, mayPrepare }: WizardProps): ReactNode {
  const { account } = useSession()
  const { message } = App.useApp()
  const client = useQueryClient()
  const navigate = useNavigate()
  const draftKey = `${account.id}:draw-order:${planId ?? ''}:${taskId ?? ''}`
  const [form] = Form.useForm<OrderValues>()
  const [step, setStep] = useState(0)
  const [order, setOrder] = useState<DrawOrder | null>(null)
  const [start] = useState(() => ({ ...newOrder(dateInShanghai(serverNow())), ...(planId === undefined ? {} : { planId }), ...(taskId === undefined ? {} : { taskId }), ...readDraft(draftKey)?.values }))
  const sending = useMutation({
    mutationFn: (body: DrawOrder) => post<PreparedDraw>('/api/inspection/draw-orders', { order: body }),
    onSuccess: () => { dropDraft(draftKey); message.success('已送局领导公告'); void client.invalidateQueries({ queryKey: ['draw-orders'] }); void navigate({ to: '/draws' }) },
  })
  const next = async (): Promise<void> => {
    await form.validateFields(FIELDS_OF[step]?.map(String) ?? [], { recursive: true })
    const whole = orderOf({ ...form.getFieldsValue(true) })
    if (step < 2) setStep(step + 1)
    else if (whole !== null) { setOrder(whole); setStep(3) }
  }
  return (
    <>
      <ProgrammeNav />
      <p className="back-line"><Link to="/draws">抽取</Link></p>
      <PageHeading title="准备抽取" />
      {mayPrepare ? null : <p className="is-muted">您可以试算；送交公告由科（所、队）负责人办理。</p>}
      <Steps className="wizard-steps" size="small" current={step} items={['对象和层级', '检查人员', '公共随机数', '公告预览'].map(title => ({ title }))} onChange={(to) => { if (to < step) setStep(to) }} />
      <div className="wizard-columns">
        <Form<OrderValues> form={form} layout="vertical" scrollToFirstError initialValues={start} onValuesChange={() => { writeDraft(draftKey, { stepId: draftKey, values: { ...form.getFieldsValue(true) } }) }}>
          <div hidden={step !== 0}><TaskStep form={form} /></div>
          <div hidden={step !== 1}><TeamStep /></div>
          <div hidden={step !== 2}><SourcesStep /></div>
          {step === 3 && order !== null ? <PreviewStep order={order} /> : null}
          {sending.isError ? <div className="form-failure"><Failure error={sending.error} /></div> : null}
          <div className="wizard-foot">
            {step === 0 ? null : <Button onClick={() => { setStep(step - 1) }}>上一步</Button>}
            {step < 3 ? <Button type="primary" onClick={() => { void next().catch(() => undefined) }}>下一步</Button> : mayPrepare && order !== null ? <Button type="primary" loading={sending.isPending} onClick={() => { sending.mutate(order) }}>送局领导公告</Button> : null}
          </div>
        </Form>
        <aside><SkepticPanel doubts={DOUBTS_BEFORE} /></aside>
      </div>
    </>
  )
}

