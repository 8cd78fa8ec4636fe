import { Checkbox, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import type { FieldView } from '../../../src/engines/procedure/contract.ts'
import { DateInput, MinuteInput } from './DateInput.tsx'
import { EntriesControl } from './EntriesControl.tsx'
import { ListPicker } from './ListPicker.tsx'
import { ColleaguePicker, ColleaguesPicker, EntityPicker, OfficePicker, TownPicker } from './pickers.tsx'

type ControlProps = Readonly<{ id?: string; value?: unknown; onChange?: (value: unknown) => void }>

const MANY_CHOICES = 5

/** The control of one field. `id`, `value` and `onChange` come from the form around it. */
export function FieldControl({ field, id, value, onChange }: ControlProps & Readonly<{ field: FieldView }>): ReactNode {
  const text = typeof value === 'string' ? value : ''
  const own = { ...(id === undefined ? {} : { id }), ...(onChange === undefined ? {} : { onChange }) }
  const picked = { ...own, value: text === '' ? undefined : text }
  const typed = { ...(id === undefined ? {} : { id }), value: text, onChange: (event: { target: { value: string } }) => { onChange?.(event.target.value) } }
  switch (field.widget) {
    case 'text': return field.pickFrom !== undefined ? <ListPicker from={field.pickFrom} {...own} value={value} /> : <Input maxLength={200} {...typed} />
    case 'long-text': return <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={5000} {...typed} />
    case 'date': return <DateInput {...picked} />
    case 'instant': return <MinuteInput {...picked} />
    case 'amount-in-fen': return <Input inputMode="decimal" suffix="元" style={{ width: 180 }} {...typed} />
    case 'count': return <Input inputMode="numeric" style={{ width: 120 }} {...typed} />
    case 'boolean': return <Radio.Group aria-label={field.label} {...(id === undefined ? {} : { id })} value={value} onChange={(event) => { onChange?.(event.target.value) }} options={[{ value: true, label: '是' }, { value: false, label: '否' }]} />
    case 'choice': return <OneOf field={field} {...(id === undefined ? {} : { id })} value={text} onChange={onChange} />
    case 'choices': return <Checkbox.Group aria-label={field.label} className="choice-column" value={Array.isArray(value) ? value : []} options={optionsOf(field)} {...(onChange === undefined ? {} : { onChange })} />
    case 'entity': return <EntityPicker {...picked} />
    case 'account': return <ColleaguePicker {...picked} placeholder="选择人员" />
    case 'accounts': return <ColleaguesPicker {...own} value={Array.isArray(value) ? value : []} />
    case 'entries': return <EntriesControl field={field} value={value} cell={cellControl} {...(onChange === undefined ? {} : { onChange })} />
    case 'office': return <OfficePicker {...picked} placeholder="选择科所" />
    case 'town': return <TownPicker {...picked} placeholder="选择镇街" />
  }
}

const cellControl = (cell: Required<ControlProps> & Readonly<{ field: FieldView }>): ReactNode => <FieldControl {...cell} />

function OneOf({ field, id, value, onChange }: Readonly<{ field: FieldView; id?: string; value: string; onChange: ((value: unknown) => void) | undefined }>): ReactNode {
  const options = optionsOf(field)
  return options.length > MANY_CHOICES
    ? <Select {...(id === undefined ? {} : { id })} showSearch={{ optionFilterProp: 'label' }} allowClear placeholder="请选择" value={value === '' ? null : value} options={options} onChange={(chosen: string | null) => { onChange?.(chosen ?? undefined) }} />
    : <Radio.Group aria-label={field.label} className="choice-column" {...(id === undefined ? {} : { id })} value={value} options={options} onChange={(event) => { onChange?.(event.target.value) }} />
}

function optionsOf(field: FieldView): { value: string; label: string }[] {
  return Object.entries(field.choices ?? {}).map(([value, label]) => ({ value, label }))
}
