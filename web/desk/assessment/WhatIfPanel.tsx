import { useMutation } from '@tanstack/react-query'
import { Button, Input, InputNumber, Space } from 'antd'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { AssessmentPage, WhatIf } from '../../../src/engines/assessment/contract.ts'
import { post } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { ASSESSMENT } from './assessment-api.ts'
import { OrderForm } from './OrderForm.tsx'
import { askOf, isChanged, proposalOf, withClassCount } from './proposal.ts'
import type { Proposal } from './proposal.ts'
import { WhatIfResult } from './WhatIfResult.tsx'

/** Other points and cuts on the same facts: who would move. Only an order, given afterwards, changes anything. */
export function WhatIfPanel({ page }: Readonly<{ page: AssessmentPage }>): ReactNode {
  const [proposal, setProposal] = useState<Proposal>(() => proposalOf(page))
  const answer = useRef<HTMLDivElement>(null)
  const trying = useMutation({
    mutationFn: (tried: Proposal) => post<WhatIf>(`${ASSESSMENT}/what-if`, askOf(tried, page)),
    // The button stands below a long list, the answer begins at its top.
    onSettled: () => { answer.current?.scrollIntoView({ block: 'start' }) },
  })
  const change = (next: Proposal): void => {
    setProposal(next)
    trying.reset()
  }
  return (
    <div className="what-if">
      <form className="panel" onSubmit={(event) => { event.preventDefault(); trying.mutate(proposal) }}>
        <h2>分类界限</h2>
        <CutFields proposal={proposal} onChange={change} />
        <h2>分值<span className="page-count">0 为停用</span></h2>
        <PointFields page={page} proposal={proposal} onChange={change} />
        <Space>
          <Button type="primary" htmlType="submit" loading={trying.isPending} disabled={!isChanged(proposal, page)}>试算</Button>
          <Button onClick={() => { change(proposalOf(page)) }} disabled={!isChanged(proposal, page)}>恢复现行设置</Button>
        </Space>
      </form>
      <div ref={answer} className="what-if-answer">
        {trying.isError ? <Failure error={trying.error} /> : null}
        {trying.data === undefined ? <section className="panel"><h2>试算结果</h2><p className="is-muted">改动左侧的界限或者分值后试算：只计算，不改变任何结果。</p></section> : <WhatIfResult result={trying.data} classes={proposal.classes} />}
        {trying.data !== undefined && page.mayOrder ? <OrderForm page={page} proposal={proposal} /> : null}
      </div>
    </div>
  )
}

type FieldsProps = Readonly<{ proposal: Proposal; onChange: (next: Proposal) => void }>

function CutFields({ proposal, onChange }: FieldsProps): ReactNode {
  const { classes } = proposal
  const set = (index: number, part: Readonly<{ name?: string; from?: number }>): void => { onChange({ ...proposal, classes: classes.map((each, i) => (i === index ? { ...each, ...part } : each)) }) }
  return (
    <>
      <table className="cut-table">
        <thead><tr><th scope="col">类别</th><th scope="col">名称</th><th scope="col">自几分起</th></tr></thead>
        <tbody>
          {classes.map((each, index) => (
            <tr key={each.id}>
              <th scope="row">{each.id}</th>
              <td><Input aria-label={`${each.id}类名称`} value={each.name} maxLength={20} onChange={(event) => { set(index, { name: event.target.value }) }} /></td>
              <td>{each.from === null ? <span className="is-muted">以下全部</span> : <InputNumber aria-label={`${each.id}类下限`} value={each.from} precision={0} min={-1000} max={1000} onChange={(value) => { if (value !== null) set(index, { from: value }) }} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Space className="cut-acts">
        <Button size="small" disabled={classes.length >= 8} onClick={() => { onChange({ ...proposal, classes: withClassCount(classes, classes.length + 1) }) }}>增加一类</Button>
        <Button size="small" disabled={classes.length <= 2} onClick={() => { onChange({ ...proposal, classes: withClassCount(classes, classes.length - 1) }) }}>减少一类</Button>
      </Space>
    </>
  )
}

function PointFields({ page, proposal, onChange }: FieldsProps & Readonly<{ page: AssessmentPage }>): ReactNode {
  return (
    <ul className="point-fields">
      {page.rules.filter(rule => rule.isInForce).map((rule) => {
        const value = proposal.points[rule.id] ?? 0
        return (
          <li key={rule.id} className={value === rule.points ? undefined : 'is-changed'}>
            <label htmlFor={`points-${rule.id}`}>{rule.name}<span className="is-muted">{rule.atMost > 1 ? ` 每次，最多${rule.atMost}次` : ''}</span></label>
            <InputNumber id={`points-${rule.id}`} value={value} precision={0} min={-1000} max={1000} size="small" onChange={(next) => { if (next !== null) onChange({ ...proposal, points: { ...proposal.points, [rule.id]: next } }) }} />
          </li>
        )
      })}
    </ul>
  )
}
