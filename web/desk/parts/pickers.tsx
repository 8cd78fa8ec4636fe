import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ProcedureView } from '../../../src/engines/procedure/contract.ts'
import type { EntityList } from '../../../src/engines/register/contract.ts'
import type { Colleague, OfficeView, TownView } from '../../../src/platform/session/contract.ts'
import { get } from '../../kit/api.ts'
import { useDebounced } from './debounced.ts'

const HOUR_MS = 3_600_000

type Choices = Readonly<{ options: readonly Readonly<{ value: string; label: string }>[]; isLoading: boolean }>

type Slow<T> = Readonly<{ data: readonly T[] | undefined; isPending: boolean }>

// Lists that change seldom are read once an hour.
export const useProcedures = (): Slow<ProcedureView> => useQuery({ queryKey: ['procedures'], queryFn: () => get<readonly ProcedureView[]>('/api/procedures'), staleTime: HOUR_MS })
export const useOffices = (): Slow<OfficeView> => useQuery({ queryKey: ['offices'], queryFn: () => get<readonly OfficeView[]>('/api/offices'), staleTime: HOUR_MS })
export const useTowns = (): Slow<TownView> => useQuery({ queryKey: ['towns'], queryFn: () => get<readonly TownView[]>('/api/towns'), staleTime: HOUR_MS })
export const useColleagues = (): Slow<Colleague> => useQuery({ queryKey: ['colleagues'], queryFn: () => get<readonly Colleague[]>('/api/colleagues'), staleTime: HOUR_MS })

type PickerProps = Readonly<{
  id?: string; value?: string | undefined; onChange?: (value: string | undefined) => void; placeholder?: string; label?: string; width?: number | string
}>

function Picker({ choices, ...props }: PickerProps & Readonly<{ choices: Choices }>): ReactNode {
  const { id, value, onChange, placeholder, label, width = '100%' } = props
  return (
    <Select
      {...(id === undefined ? {} : { id })} {...(label === undefined ? {} : { 'aria-label': label })}
      allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={placeholder} style={{ width }} loading={choices.isLoading}
      value={value ?? null} options={[...choices.options]} onChange={(chosen: string | null | undefined) => { onChange?.(chosen ?? undefined) }}
      notFoundContent={choices.isLoading ? '正在读取…' : '没有可选项'}
    />
  )
}

export function ProcedurePicker(props: PickerProps): ReactNode {
  const { data, isPending } = useProcedures()
  return <Picker {...props} choices={{ isLoading: isPending, options: (data ?? []).map(procedure => ({ value: procedure.id, label: procedure.name })) }} />
}

export function OfficePicker(props: PickerProps): ReactNode {
  const { data, isPending } = useOffices()
  return <Picker {...props} choices={{ isLoading: isPending, options: (data ?? []).map(office => ({ value: office.id, label: office.name })) }} />
}

export function TownPicker(props: PickerProps): ReactNode {
  const { data, isPending } = useTowns()
  return <Picker {...props} choices={{ isLoading: isPending, options: (data ?? []).map(town => ({ value: town.code, label: town.name })) }} />
}

export function ColleaguePicker(props: PickerProps): ReactNode {
  const { data, isPending } = useColleagues()
  return <Picker {...props} choices={{ isLoading: isPending, options: (data ?? []).map(colleague => ({ value: colleague.id, label: `${colleague.name}（${colleague.officeName}）` })) }} />
}

/** Several people, in the order in which they were chosen. */
export function ColleaguesPicker({ id, value, onChange, without = [] }: Readonly<{ id?: string; value: readonly string[]; onChange?: (value: readonly string[]) => void; /** People who may not be chosen here. */ without?: readonly string[] }>): ReactNode {
  const { data, isPending } = useColleagues()
  return (
    <Select
      mode="multiple" {...(id === undefined ? {} : { id })} allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="选择人员" style={{ width: '100%' }} loading={isPending}
      value={[...value]} options={(data ?? []).filter(({ id: each }) => !without.includes(each)).map(colleague => ({ value: colleague.id, label: `${colleague.name}（${colleague.officeName}）` }))}
      onChange={(chosen: readonly string[]) => { onChange?.(chosen) }} notFoundContent={isPending ? '正在读取…' : '没有可选项'}
    />
  )
}

/** Finds an entity of the register while typing; two characters suffice. */
export function EntityPicker({ id, value, onChange, placeholder = '输入名称中的两个字或统一社会信用代码' }: PickerProps): ReactNode {
  const [text, setText] = useState('')
  const q = useDebounced(text.trim(), 200)
  const found = useQuery({ queryKey: ['entity-picker', q], queryFn: ({ signal }) => get<EntityList>('/api/entities', { q, limit: 20 }, signal), enabled: q.length >= 2, placeholderData: previous => previous })
  const options = (found.data?.rows ?? []).map(entity => ({ value: entity.id, label: `${entity.name}（${[entity.uscc, entity.townName, entity.statusName].filter(Boolean).join(' · ')}）` }))
  return (
    <Select
      {...(id === undefined ? {} : { id })} allowClear showSearch={{ filterOption: false, onSearch: setText }} value={value ?? null} placeholder={placeholder}
      style={{ width: '100%' }} options={options} loading={found.isFetching} onChange={(chosen: string | null | undefined) => { onChange?.(chosen ?? undefined) }}
      notFoundContent={q.length < 2 ? '请输入至少两个字' : found.isFetching ? '正在查找…' : '没有找到'}
    />
  )
}
