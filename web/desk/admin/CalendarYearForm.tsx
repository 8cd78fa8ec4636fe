import { useMutation } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { post } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { parseDays } from './day-lists.ts'

type YearValues = Readonly<{ year: string; daysOff: string; workdays?: string; statutoryHolidays?: string; source: string }>

/** A year's schedule as the State Council published it; spans may be typed as 2027-02-05 至 2027-02-11. */
export function CalendarYearForm({ nextYear, onDone }: Readonly<{ nextYear: number; onDone: () => void }>): ReactNode {
  const { message } = App.useApp()
  const load = useMutation({
    mutationFn: ({ year, source, ...lists }: YearValues) => post<{ rederivedClocks: unknown }>('/api/calendar', {
      year: Number(year), source, daysOff: daysOf(lists.daysOff), workdays: daysOf(lists.workdays), statutoryHolidays: daysOf(lists.statutoryHolidays),
    }),
    onSuccess: () => {
      message.success('已载入，涉及的期限已重新计算')
      onDone()
    },
  })
  const list = (name: 'daysOff' | 'workdays' | 'statutoryHolidays', label: string, isRequired: boolean, extra: string): ReactNode => (
    <Form.Item name={name} label={label} extra={extra} required={isRequired} rules={[{ validator: (_rule, value: unknown) => checkDays(typeof value === 'string' ? value : '', isRequired) }]}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} placeholder="2027-01-01 至 2027-01-03" />
    </Form.Item>
  )
  return (
    <Form<YearValues> layout="vertical" initialValues={{ year: String(nextYear) }} onFinish={(values) => { load.mutate(values) }}>
      <Form.Item name="year" label="年份" rules={[{ required: true, pattern: /^20\d{2}$/, message: '应为四位年份' }]}><Input inputMode="numeric" maxLength={4} style={{ width: 100 }} /></Form.Item>
      {list('daysOff', '放假日期', true, '每行一天或一段；含周末与调休放假')}
      {list('workdays', '调休上班日期', false, '周六、周日上班的日期')}
      {list('statutoryHolidays', '其中法定节假日', false, '《全国年节及纪念日放假办法》规定的节日当天')}
      <Form.Item name="source" label="依据" rules={[{ required: true, min: 6, message: '请填写通知名称及文号' }]}><Input placeholder="国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕  号）" maxLength={200} /></Form.Item>
      {load.isError ? <div className="form-failure"><Failure error={load.error} /></div> : null}
      <Button type="primary" htmlType="submit" loading={load.isPending}>核对并载入</Button>
    </Form>
  )
}

function daysOf(text: string | undefined): readonly string[] {
  const parsed = parseDays(text ?? '')
  return parsed.ok ? parsed.days : []
}

async function checkDays(text: string, isRequired: boolean): Promise<void> {
  const parsed = parseDays(text)
  if (!parsed.ok) throw new Error(parsed.says)
  if (isRequired && parsed.days.length === 0) throw new Error('请填写日期')
}
