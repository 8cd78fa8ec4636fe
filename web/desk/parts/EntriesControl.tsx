import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { FieldView } from '../../../src/engines/procedure/contract.ts'
import { FieldControl } from './FieldControl.tsx'
import type { FormValues } from './form-values.ts'

type EntriesProps = Readonly<{ field: FieldView; value?: unknown; onChange?: (value: unknown) => void }>

/** Rows of the same columns, added and taken away one by one. */
export function EntriesControl({ field, value, onChange }: EntriesProps): ReactNode {
  const rows: readonly FormValues[] = Array.isArray(value) ? value : []
  const columns = field.columns ?? []
  const name = useId()
  const put = (at: number, row: FormValues): void => { onChange?.(rows.map((each, index) => (index === at ? row : each))) }
  return (
    <div className="entries" role="group" aria-label={field.label}>
      {rows.map((row, at) => (
        <fieldset key={at} className="entry">
          <legend>第 {at + 1} 行</legend>
          {columns.map((column) => (
            <div key={column.key} className="entry-cell">
              <label htmlFor={`${name}-${at}-${column.key}`}>{column.label}{column.isRequired ? null : <span className="is-muted">（选填）</span>}</label>
              <FieldControl id={`${name}-${at}-${column.key}`} field={column} value={row[column.key]} onChange={(cell) => { put(at, { ...row, [column.key]: cell }) }} />
            </div>
          ))}
          <Button size="small" icon={<DeleteOutlined />} aria-label={`删除${field.label}第 ${at + 1} 行`} onClick={() => { onChange?.(rows.filter((_row, index) => index !== at)) }}>删除本行</Button>
        </fieldset>
      ))}
      <Button type="dashed" block icon={<PlusOutlined />} onClick={() => { onChange?.([...rows, {}]) }}>添加一行</Button>
    </div>
  )
}
