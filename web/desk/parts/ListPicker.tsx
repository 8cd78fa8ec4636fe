import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { ItemList } from '../../../src/domains/inspection/programme/contract.ts'
import type { FieldView } from '../../../src/engines/procedure/contract.ts'
import { get } from '../../kit/api.ts'

type From = NonNullable<FieldView['pickFrom']>
type PickerProps = Readonly<{ from: From; id?: string; value?: unknown; onChange?: (value: unknown) => void }>

const HOUR_MS = 3_600_000

/** What the bureau's lists hold: items in use with their code, checklists by name. */
function optionsOf(from: From, { rows, checklists }: ItemList): { value: string; label: string }[] {
  switch (from) {
    case 'inspection-items': return rows.filter(({ isRetired }) => !isRetired).map(({ code, name }) => ({ value: `${code} ${name}`, label: `${code} ${name}` }))
    case 'checklists': return checklists.map(({ id, name }) => ({ value: id, label: name }))
  }
}

/** Several entries of a list of the bureau. */
export function ListPicker({ from, id, value, onChange }: PickerProps): ReactNode {
  const list = useQuery({ queryKey: ['inspection-items'], queryFn: ({ signal }) => get<ItemList>('/api/inspection/items', {}, signal), staleTime: HOUR_MS })
  return (
    <Select
      mode="multiple" {...(id === undefined ? {} : { id })} allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={from === 'checklists' ? '选择检查表，可选多张' : '选择抽查事项，可选多项'} style={{ width: '100%' }}
      loading={list.isPending} value={Array.isArray(value) ? value : []} options={list.data === undefined ? [] : optionsOf(from, list.data)}
      onChange={(chosen: readonly string[]) => { onChange?.(chosen) }} notFoundContent={list.isPending ? '正在读取…' : list.isError ? '未能读取清单，请稍后再试' : '没有可选项'}
    />
  )
}
