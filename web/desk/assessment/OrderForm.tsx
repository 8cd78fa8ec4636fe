import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { AssessmentPage, OrderAsk } from '../../../src/engines/assessment/contract.ts'
import { post } from '../../kit/api.ts'
import { DateInput } from '../parts/DateInput.tsx'
import { Failure } from '../parts/Failure.tsx'
import { ASSESSMENT } from './assessment-api.ts'
import { askOf } from './proposal.ts'
import type { Proposal } from './proposal.ts'

type Values = Readonly<{ inForceFrom: string; reason: string }>

/** Makes what was tried the bureau's order, from a day on and with its reason. */
export function OrderForm({ page, proposal }: Readonly<{ page: AssessmentPage; proposal: Proposal }>): ReactNode {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [orderId] = useState(() => crypto.randomUUID())
  const ordering = useMutation({
    mutationFn: (values: Values) => post<AssessmentPage>(`${ASSESSMENT}/orders`, { ...askOf(proposal, page), ...values, orderId } satisfies OrderAsk),
    onSuccess: (answer) => {
      message.success('已保存，自施行日期起评定时适用')
      client.setQueryData(['assessment'], answer)
    },
  })
  return (
    <section className="panel">
      <h2>作出决定</h2>
      <Form<Values> layout="vertical" initialValues={{ inForceFrom: page.today }} onFinish={(values) => { ordering.mutate(values) }}>
        <Form.Item name="inForceFrom" label="施行日期" rules={[{ required: true, message: '请填写施行日期' }]} extra="不早于今天，不溯及已评定的结果。"><DateInput /></Form.Item>
        <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, min: 4, message: '请写明理由，不少于4个字' }]} extra="如集体研究的纪要文号。理由和决定人记入账本，不能修改。"><Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} /></Form.Item>
        {ordering.isError ? <div className="form-failure"><Failure error={ordering.error} /></div> : null}
        <Button type="primary" htmlType="submit" loading={ordering.isPending}>按试算的界限和分值施行</Button>
      </Form>
    </section>
  )
}
