import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { serverNow } from '../../../kit/server-time.ts'
import { MinuteInput } from '../../parts/DateInput.tsx'
import { instantOf } from '../../parts/form-values.ts'
import { sourcesFault } from '../draw-order.ts'
import type { OrderValues, SourceValues } from '../draw-order.ts'
import { useDrawSources } from './TeamStep.tsx'

/** Third step: which numbers, published after the announcement, decide; and the rules by which they do. */
export function SourcesStep(): ReactNode {
  const known = useDrawSources().data
  const version = Form.useWatch<OrderValues['hash']>('hash') ?? 'sm3'
  const chosen = Form.useWatch<OrderValues['sources']>('sources') ?? []
  const hexSources = new Set((known?.sources ?? []).filter(({ parts }) => parts.some(({ form }) => form === 'hex')).map(({ id }) => id))
  const rulebook = known?.rulebooks.find(({ hash }) => hash === version)
  return (
    <>
      <p className="is-muted">号码必须在公告以后才产生。开奖号码不少于三期，或者加用一个随机信标；期号和公布时间以公布机构的日程为准。</p>
      <Form.List name="sources" rules={[{ validator: async (_rule, value: readonly SourceValues[] | undefined) => { const fault = sourcesFault(value ?? [], serverNow(), hexSources); if (fault !== null) throw new Error(fault) } }]}>
        {(lines, { add, remove }, { errors }) => (
          <fieldset className="round-lines">
            <legend>来源</legend>
            {lines.map(({ key, name }) => (
              <div key={key} className="source-line">
                <Form.Item name={[name, 'source']} rules={[{ required: true, message: '请选择来源' }]}><Select aria-label={`来源${name + 1}`} placeholder="来源" options={(known?.sources ?? []).map(({ id, name: title }) => ({ value: id, label: title }))} /></Form.Item>
                <Form.Item name={[name, 'issue']} rules={[{ required: true, whitespace: true, message: '请填写期号' }]} extra={known?.sources.find(({ id }) => id === chosen[name]?.source)?.issueHint}><Input aria-label={`来源${name + 1}：期号`} placeholder="期号" /></Form.Item>
                <Form.Item name={[name, 'publishedFrom']} rules={[{ validator: (_rule, value: unknown) => (typeof value === 'string' && instantOf(value) !== undefined ? Promise.resolve() : Promise.reject(new Error('如 2026-05-01 21:15'))) }]}><MinuteInput label={`来源${name + 1}：公布时间`} /></Form.Item>
                <Button icon={<DeleteOutlined />} aria-label={`删除来源${name + 1}`} disabled={lines.length === 1} onClick={() => { remove(name) }} />
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            {lines.length >= 8 ? null : <Button icon={<PlusOutlined />} onClick={() => { add({}) }}>加一个来源</Button>}
          </fieldset>
        )}
      </Form.List>
      <Form.Item name="hash" label="抽取规则"><Radio.Group aria-label="抽取规则" options={[{ value: 'sm3', label: '第1版，国密SM3' }, { value: 'sha256', label: '第1版，SHA-256' }]} /></Form.Item>
      {rulebook === undefined ? null : <details><summary>规则全文（{rulebook.version}，随公告公布）</summary><p className="rule-text">{rulebook.text}</p></details>}
    </>
  )
}
