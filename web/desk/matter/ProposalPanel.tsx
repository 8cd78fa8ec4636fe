import { FilePdfOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Space } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { MatterView, ProposalView } from '../../../src/engines/procedure/contract.ts'
import { momentText } from '../../kit/time-text.ts'
import { Failure } from '../parts/Failure.tsx'
import { matterKey, previewDocument, takeAct, takeStep } from './matter-api.ts'

/** Steps prepared for approval: what stands in them, how their documents would read, who said what. */
export function ProposalPanel({ matter }: Readonly<{ matter: MatterView }>): ReactNode {
  const open = matter.proposals.filter(({ status }) => status === 'waiting' || status === 'approved')
  const past = matter.proposals.filter(proposal => !open.includes(proposal))
  if (matter.proposals.length === 0) return null
  return (
    <section className="panel">
      <h2>拟办和审批</h2>
      {open.map(proposal => <OpenProposal key={`${proposal.step}${proposal.revision}`} matter={matter} proposal={proposal} />)}
      {past.length === 0 ? null : (
        <details className="refused-steps" open={open.length === 0}>
          <summary>以往各稿（{past.length}）</summary>
          {past.map(proposal => <Proposal key={`${proposal.step}${proposal.revision}`} proposal={proposal} />)}
        </details>
      )}
    </section>
  )
}

function Proposal({ proposal }: Readonly<{ proposal: ProposalView }>): ReactNode {
  const { stepName, revision, statusName, madeByName, madeAt, comment, decidedByName, decidedAt, decisionComment } = proposal
  return (
    <div className="proposal">
      <h3>{stepName}（第 {revision} 稿）<span className="proposal-status">{statusName}</span></h3>
      <p className="is-muted">{madeByName} {momentText(madeAt)} 拟办{comment === null ? '' : `：${comment}`}</p>
      <dl className="fact-list">{proposal.facts.map(fact => <div key={fact.label}><dt>{fact.label}</dt><dd>{fact.value}</dd></div>)}</dl>
      {decidedByName === null || decidedAt === null ? null : <p className="is-muted">{decidedByName} {momentText(decidedAt)} {proposal.status === 'returned' ? '退回' : '同意'}{decisionComment === null ? '' : `：${decisionComment}`}</p>}
    </div>
  )
}

function OpenProposal({ matter, proposal }: Readonly<{ matter: MatterView; proposal: ProposalView }>): ReactNode {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [comment, setComment] = useState('')
  const { step, revision, stepName, status, mayDecide, mayTake } = proposal
  const said = comment.trim() === '' ? {} : { comment: comment.trim() }
  const take = (version: number): Promise<unknown> => takeStep({ ...matter, version }, step, { stepId: crypto.randomUUID(), input: proposal.input, proposal: revision })
  const decide = useMutation({
    mutationFn: async (what: 'approve' | 'approve-and-take' | 'return' | 'take') => {
      if (what === 'take') return take(matter.version)
      if (what === 'return') return takeAct(matter, { act: 'return-proposal', step, revision, comment: comment.trim() }, crypto.randomUUID())
      const approved = await takeAct(matter, { act: 'approve-proposal', step, revision, ...said }, crypto.randomUUID())
      return what === 'approve' ? approved : take(approved.version)
    },
    onSuccess: (_result, what) => { message.success(what === 'return' ? `已退回“${stepName}”` : what === 'approve' ? `已同意“${stepName}”` : `“${stepName}”已办理`) },
    onSettled: () => { for (const queryKey of [matterKey(matter.id), ['worklist'], ['worklist-counts']]) void client.invalidateQueries({ queryKey }) },
  })
  const preview = useMutation({ mutationFn: (template: string) => previewDocument(matter, { step, template, input: proposal.input }), onSuccess: (file) => { window.open(URL.createObjectURL(file), '_blank', 'noopener') } })
  return (
    <>
      <Proposal proposal={proposal} />
      <Space wrap>
        {proposal.documents.map(({ template, title }) => <Button key={template} size="small" icon={<FilePdfOutlined />} loading={preview.isPending && preview.variables === template} onClick={() => { preview.mutate(template) }}>预览《{title}》</Button>)}
      </Space>
      {mayDecide ? (
        <div className="proposal-decision">
          <Input.TextArea aria-label="审批意见" placeholder="审批意见（退回时必填）" autoSize={{ minRows: 2 }} maxLength={1000} value={comment} onChange={(event) => { setComment(event.target.value) }} />
          <Space wrap>
            <Button type="primary" loading={decide.isPending} onClick={() => { decide.mutate(mayTake ? 'approve-and-take' : 'approve') }}>{mayTake ? '同意并办理' : '同意'}</Button>
            <Button disabled={comment.trim() === ''} loading={decide.isPending} onClick={() => { decide.mutate('return') }}>退回</Button>
          </Space>
        </div>
      ) : null}
      {status === 'approved' && mayTake ? <Button type="primary" block loading={decide.isPending} onClick={() => { decide.mutate('take') }}>按审批意见{stepName}</Button> : null}
      {decide.isError ? <Failure error={decide.error} /> : null}
      {preview.isError ? <Failure error={preview.error} /> : null}
    </>
  )
}
