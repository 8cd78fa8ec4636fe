import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Form, InputNumber, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import type { DrawSources } from '../../../../src/engines/draw/contract.ts'
import { isCalendarDate } from '../../../../src/kernel/calendar-date.ts'
import { get } from '../../../kit/api.ts'
import { useInspectors } from '../../inspection-programme/programme-api.ts'
import { DateInput } from '../../parts/DateInput.tsx'

export const useDrawSources = () => useQuery({ queryKey: ['draw-sources'], queryFn: ({ signal }) => get<DrawSources>('/api/draw-sources', {}, signal), staleTime: 3_600_000 })

const dated = (label: string) => [{ validator: (_rule: unknown, value: unknown) => (typeof value === 'string' && isCalendarDate(value) ? Promise.resolve() : Promise.reject(new Error(`请填写${label}`))) }]

/** Second step: when the visits are, and by which rules inspectors are drawn. */
export function TeamStep(): ReactNode {
  const inspectors = useInspectors().data
  const relaxations = useDrawSources().data?.relaxations ?? []
  const active = inspectors?.rows.filter(({ isActive }) => isActive).length
  return (
    <>
      <p className="is-muted">{active === undefined ? '' : <>名录库现有 <Link to="/inspectors">{active} 人</Link>。</>}回避、不在岗、证件不在有效期的，任何情形不派；检查组至少两人，对象需要专业的，第一人须专业对口。</p>
      <div className="inline-fields">
        <Form.Item name="visitsFrom" label="检查期间起" required rules={dated('检查期间起')}><DateInput label="检查期间起" /></Form.Item>
        <Form.Item name="visitsTo" label="检查期间止" required rules={dated('检查期间止')}><DateInput label="检查期间止" /></Form.Item>
        <Form.Item name="quota" label="每人至多（户）" rules={[{ required: true, message: '请填写每人至多户数' }]}><InputNumber min={1} max={500} precision={0} style={{ width: 110 }} /></Form.Item>
      </div>
      <Form.Item name="bansSameTown" label="本镇街回避"><Radio.Group aria-label="本镇街回避" options={[{ value: true, label: '不检查本镇街的对象' }, { value: false, label: '不限' }]} /></Form.Item>
      <Form.Item name="relaxations" label="不能派足时依次放宽" extra="按所选先后次序公告；每次放宽都附不能派足的证明。"><Select mode="multiple" options={relaxations.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
    </>
  )
}
