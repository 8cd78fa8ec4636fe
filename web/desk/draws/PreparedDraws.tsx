import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Popconfirm, Popover } from 'antd'
import type { ReactNode } from 'react'
import type { Announced, PreparedDraw, PreparedDraws as Prepared } from '../../../src/domains/inspection/programme/contract.ts'
import { get, post } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { ActionForm } from '../parts/ActionForm.tsx'
import { Failure } from '../parts/Failure.tsx'
import { useSession } from '../session/session-context.ts'

/** Draws prepared by one and waiting for another to announce them. */
export function PreparedDraws(): ReactNode {
  const prepared = useQuery({ queryKey: ['draw-orders'], queryFn: ({ signal }) => get<Prepared>('/api/inspection/draw-orders', {}, signal) })
  if (prepared.isError) return <Failure error={prepared.error} retry={() => { void prepared.refetch() }} />
  const waiting = prepared.data?.rows.filter(({ state }) => state === 'waiting') ?? []
  if (waiting.length === 0) return null
  return (
    <section className="panel">
      <h2>待公告<span className="page-count">{waiting.length} 个</span></h2>
      <ul className="paper-list">{waiting.map(order => <Waiting key={order.id} order={order} />)}</ul>
    </section>
  )
}

function Waiting({ order }: Readonly<{ order: PreparedDraw }>): ReactNode {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { account } = useSession()
  const reload = (): void => { void client.invalidateQueries({ queryKey: ['draw-orders'] }); void client.invalidateQueries({ queryKey: ['draws'] }) }
  const announcing = useMutation({
    mutationFn: () => post<Announced>(`/api/inspection/draw-orders/${order.id}/announce`, {}),
    onSuccess: ({ drawId }) => { reload(); void navigate({ to: '/draws/$drawId', params: { drawId } }) },
  })
  const drop = (
    <div className="popover-form"><ActionForm
      fields={[{ key: 'reason', label: '撤回理由', widget: 'text', isRequired: true }]} draftKey={`${account.id}:draw-order-drop:${order.id}`} submitText="撤回"
      submit={input => post<PreparedDraw>(`/api/inspection/draw-orders/${order.id}/drop`, input)} onDone={reload}
    /></div>
  )
  return (
    <li className="prepared-draw">
      <div>
        <Link to="/draws/new" search={{ order: order.id }}><strong>{order.order.title}</strong></Link>
        <span className="is-muted">{order.planTitle} · {order.taskName} · {order.preparedByName} 于 {momentText(order.preparedAt)} 准备；最早一期号码 {momentText(order.order.sources.map(({ publishedFrom }) => publishedFrom).sort()[0] ?? order.preparedAt)} 公布</span>
        {announcing.isError ? <Failure error={announcing.error} /> : null}
      </div>
      <Link to="/draws/new" search={{ order: order.id }}>查看公告预览</Link>
      {order.mayAnnounce ? <Popconfirm title="公告后，名单、比例、检查人员和号码来源都不能再改；要改只能作废并另行公告。" okText="公告" onConfirm={() => { announcing.mutate() }}><Button type="primary" loading={announcing.isPending}>公告</Button></Popconfirm> : <span className="is-muted">由局领导公告</span>}
      <Popover trigger="click" content={drop} placement="bottomRight"><Button>撤回</Button></Popover>
    </li>
  )
}
