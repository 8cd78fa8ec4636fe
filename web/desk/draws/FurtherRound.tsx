import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { DrawView, FurtherRound as Order } from '../../../src/engines/draw/contract.ts'
import { post } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'

type Line = Readonly<{ objectId?: string; inspector?: string; reason?: string }>
type Values = Readonly<{ withdrawn?: readonly Line[]; unavailable?: readonly Line[]; recused?: readonly Line[] }>
type Choices = readonly Readonly<{ value: string; label: string }>[]

const needed = (message: string) => [{ required: true, whitespace: true, message }]
const REASON = [{ required: true, whitespace: true, min: 5, message: '请写明理由，不少于5个字' }]

/** A further round: who dropped out is replaced by the next ticket of the group, inspectors by the next code. The causes are public. */
export function FurtherRound({ draw, onTaken }: Readonly<{ draw: DrawView; onTaken: (answer: DrawView) => void }>): ReactNode {
  const standing = draw.results.filter(({ withdrawnReason }) => withdrawnReason === null)
  const objects = standing.map(({ objectId, name }) => ({ value: objectId, label: name }))
  const members = new Map(standing.flatMap(({ team }) => team.flatMap(member => (member === null ? [] : [[member.inspector, `${member.name}（${member.department}）`] as const]))))
  const people = [...members].map(([value, label]) => ({ value, label }))
  const sending = useMutation({ mutationFn: (order: Order) => post<DrawView>(`/api/draws/${draw.id}/rounds`, order), onSuccess: onTaken })
  return (
    <Form<Values> layout="vertical" scrollToFirstError onFinish={(values) => { sending.mutate(orderOf(draw.version, values)) }}>
      <p className="is-muted">用下一轮一次性码进行：退出的对象由同层级签号次小的递补，更换的席位重新派员，其余不变。理由随证明文件公开，请勿写入个人信息。</p>
      <Lines name="withdrawn" title="退出的对象" add="加一户" objects={objects} people={null} />
      <Lines name="unavailable" title="不能参加的检查人员（全部任务）" add="加一人" objects={null} people={people} />
      <Lines name="recused" title="需要回避的（一户、一人）" add="加一项" objects={objects} people={people} />
      {sending.isError ? <div className="form-failure"><Failure error={sending.error} /></div> : null}
      <Button type="primary" htmlType="submit" loading={sending.isPending}>进行下一轮</Button>
    </Form>
  )
}

function Lines({ name, title, add, objects, people }: Readonly<{ name: keyof Values; title: string; add: string; objects: Choices | null; people: Choices | null }>): ReactNode {
  return (
    <Form.List name={name}>
      {(lines, act) => (
        <fieldset className="round-lines">
          <legend>{title}</legend>
          {lines.map(({ key, name: line }) => (
            <div key={key} className="round-line">
              {objects === null ? null : <Form.Item name={[line, 'objectId']} rules={needed('请选择对象')}><Select aria-label={`${title}${line + 1}：对象`} placeholder="对象" showSearch={{ optionFilterProp: 'label' }} options={[...objects]} /></Form.Item>}
              {people === null ? null : <Form.Item name={[line, 'inspector']} rules={needed('请选择人员')}><Select aria-label={`${title}${line + 1}：人员`} placeholder="检查人员" showSearch={{ optionFilterProp: 'label' }} options={[...people]} /></Form.Item>}
              <Form.Item name={[line, 'reason']} rules={REASON}><Input aria-label={`${title}${line + 1}：理由`} placeholder="理由" maxLength={500} /></Form.Item>
              <Button icon={<DeleteOutlined />} aria-label={`删除${title}${line + 1}`} onClick={() => { act.remove(line) }} />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => { act.add({}) }}>{add}</Button>
        </fieldset>
      )}
    </Form.List>
  )
}

function orderOf(version: number, { withdrawn = [], unavailable = [], recused = [] }: Values): Order {
  const text = (value: string | undefined): string => value?.trim() ?? ''
  return {
    version,
    withdrawn: withdrawn.map(({ objectId, reason }) => ({ objectId: text(objectId), reason: text(reason) })),
    unavailable: unavailable.map(({ inspector, reason }) => ({ inspector: text(inspector), reason: text(reason) })),
    recused: recused.map(({ objectId, inspector, reason }) => ({ objectId: text(objectId), inspector: text(inspector), reason: text(reason) })),
  }
}
