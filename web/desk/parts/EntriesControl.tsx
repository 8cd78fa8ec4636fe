import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { FieldView } from '../../../src/engines/procedure/contract.ts'
import type { FormValues } from './form-values.ts'

type Cell = Readonly<{ id: string; field: FieldView; value: unknown; onChange: (value: unknown) => void }>
type EntriesProps = Readonly<{ field: FieldView; value?: unknown; onChange?: (value: unknown) => void; /** The control of one column. */ cell: (cell: Cell) => ReactNode }>

/** Rows of the same columns, added and taken away one by one. */
export function EntriesControl({ field, value, onChange, cell }: EntriesProps): ReactNode {
  const rows: readonly FormValues[] = Array.isArray(value) ? value : []
  const columns = field.columns ?? []
  const name = useId()
  const put = (at: number, row: FormValues): void => { onChange?.(rows.map((each, index) => (index === at ? row : each))) }
  return (
    <fieldset className="entries" aria-label={field.label}>
      {rows.map((row, at) => (
        <fieldset key={at} className="entry">
          <legend>第 {at + 1} 行</legend>
          {columns.map((column) => (
            <div key={column.key} className="entry-cell">
              <label htmlFor={`${name}-${at}-${column.key}`}>{column.label}{column.isRequired ? null : <span className="is-muted">（选填）</span>}</label>
              {cell({ id: `${name}-${at}-${column.key}`, field: column, value: row[column.key], onChange: (next) => { put(at, { ...row, [column.key]: next }) } })}
            </div>
          ))}
          <Button size="small" icon={<DeleteOutlined />} aria-label={`删除${field.label}第 ${at + 1} 行`} onClick={() => { onChange?.(rows.filter((_row, index) => index !== at)) }}>删除本行</Button>
        </fieldset>
      ))}
      <Button type="dashed" block icon={<PlusOutlined />} onClick={() => { onChange?.([...rows, {}]) }}>添加一行</Button>
    </fieldset>
  )
}
