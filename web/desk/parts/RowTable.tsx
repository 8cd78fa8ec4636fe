import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Empty, Popover, Skeleton } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Failure } from './Failure.tsx'

export type Column<Row> = Readonly<{ key: string; title: string; width?: number | string; align?: 'right'; isFixed?: boolean; isHiddenAtFirst?: boolean; isWideOnly?: boolean; render: (row: Row) => ReactNode }>

export type Selection = Readonly<{ chosen: ReadonlySet<string>; onChange: (chosen: ReadonlySet<string>) => void; nameOf: (key: string) => string }>

type RowTableProps<Row> = Readonly<{
  /** Names the table for readers and for the kept choice of columns. */
  name: string
  columns: readonly Column<Row>[]
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  groupOf?: (row: Row) => string
  /** What a group counts; 件 when left out. */
  unit?: string
  selection?: Selection
  empty: ReactNode
  error?: unknown
  retry?: () => void
  more?: Readonly<{ has: boolean; isLoading: boolean; load: () => void }>
  isDimmed?: boolean
}>

/** A dense table with a sticky header, optional groups, selection, choice of columns and further pages. */
export function RowTable<Row>(props: RowTableProps<Row>): ReactNode {
  const { name, rows, error, retry, more } = props
  const [hidden, setHidden] = useState(() => readHidden(props))
  if (error !== undefined && error !== null && rows === undefined) return <Failure error={error} {...(retry === undefined ? {} : { retry })} />
  if (rows === undefined) return <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} aria-label={`${name}正在加载`} />
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={props.empty} />
  const columns = props.columns.filter(column => column.isFixed === true || !hidden.has(column.key))
  const choose = (next: ReadonlySet<string>): void => {
    setHidden(next)
    localStorage.setItem(`columns:${name}`, JSON.stringify([...next]))
  }
  return (
    <div className={props.isDimmed === true ? 'row-table is-dimmed' : 'row-table'} aria-busy={props.isDimmed === true}>
      <table>
        <caption className="visually-hidden">{name}</caption>
        <colgroup>
          {props.selection === undefined ? null : <col style={{ width: 36 }} />}
          {columns.map(column => <col key={column.key} className={column.isWideOnly === true ? 'wide-only' : undefined} style={{ width: column.width }} />)}
        </colgroup>
        <thead>
          <tr>
            {props.selection === undefined ? null : <SelectAll rows={rows} rowKey={props.rowKey} selection={props.selection} />}
            {columns.map((column, index) => (
              <th key={column.key} scope="col" className={cellClass(column)}>
                {column.title}
                {index === columns.length - 1 ? <ColumnChoice columns={props.columns} hidden={hidden} onChange={choose} /> : null}
              </th>
            ))}
          </tr>
        </thead>
        {groupsOf(rows, props.groupOf).map(group => (
          <tbody key={group.rows[0] === undefined ? group.title : props.rowKey(group.rows[0])}>
            {group.title === '' ? null : <tr className="row-group"><th scope="rowgroup" colSpan={columns.length + (props.selection === undefined ? 0 : 1)}>{group.title}<span>{group.rows.length} {props.unit ?? '件'}</span></th></tr>}
            {group.rows.map((row) => {
              const key = props.rowKey(row)
              return (
                <tr key={key}>
                  {props.selection === undefined ? null : <SelectOne id={key} selection={props.selection} />}
                  {columns.map(column => <td key={column.key} className={cellClass(column)}>{column.render(row)}</td>)}
                </tr>
              )
            })}
          </tbody>
        ))}
      </table>
      {error === undefined || error === null ? null : <Failure error={error} {...(retry === undefined ? {} : { retry })} />}
      {more?.has === true ? <div className="row-more"><Button loading={more.isLoading} onClick={more.load}>加载更多（已显示 {rows.length}）</Button></div> : null}
    </div>
  )
}

function SelectAll<Row>({ rows, rowKey, selection }: Readonly<{ rows: readonly Row[]; rowKey: (row: Row) => string; selection: Selection }>): ReactNode {
  const keys = rows.map(rowKey)
  const count = keys.filter(key => selection.chosen.has(key)).length
  return (
    <th scope="col"><Checkbox
      aria-label="全选已显示的行" checked={count === keys.length} indeterminate={count > 0 && count < keys.length}
      onChange={(event) => { selection.onChange(new Set(event.target.checked ? keys : [])) }}
    /></th>
  )
}

function SelectOne({ id, selection }: Readonly<{ id: string; selection: Selection }>): ReactNode {
  const toggle = (isChosen: boolean): void => {
    const next = new Set(selection.chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    selection.onChange(next)
  }
  return <td><Checkbox aria-label={`选择 ${selection.nameOf(id)}`} checked={selection.chosen.has(id)} onChange={(event) => { toggle(event.target.checked) }} /></td>
}

function ColumnChoice<Row>({ columns, hidden, onChange }: Readonly<{ columns: readonly Column<Row>[]; hidden: ReadonlySet<string>; onChange: (hidden: ReadonlySet<string>) => void }>): ReactNode {
  const optional = columns.filter(column => column.isFixed !== true)
  if (optional.length < 3) return null
  return (
    <Popover
      trigger="click" placement="bottomRight" title="显示的列"
      content={<Checkbox.Group
        className="column-choice" value={optional.filter(column => !hidden.has(column.key)).map(column => column.key)}
        options={optional.map(column => ({ value: column.key, label: column.title }))}
        onChange={(shown) => { onChange(new Set(optional.map(column => column.key).filter(key => !shown.includes(key)))) }}
      />}
    >
      <Button type="text" size="small" className="column-choice-button" icon={<SettingOutlined />} aria-label="选择显示的列" />
    </Popover>
  )
}

function cellClass({ align, isWideOnly }: Readonly<{ align?: 'right'; isWideOnly?: boolean }>): string | undefined {
  return [align === 'right' ? 'is-right' : '', isWideOnly === true ? 'wide-only' : ''].filter(name => name !== '').join(' ') || undefined
}

function groupsOf<Row>(rows: readonly Row[], groupOf: ((row: Row) => string) | undefined): readonly Readonly<{ title: string; rows: readonly Row[] }>[] {
  if (groupOf === undefined) return [{ title: '', rows }]
  const groups: { title: string; rows: Row[] }[] = []
  for (const row of rows) {
    const title = groupOf(row)
    const last = groups.at(-1)
    if (last?.title === title) last.rows.push(row)
    else groups.push({ title, rows: [row] })
  }
  return groups
}

function readHidden<Row>({ name, columns }: Pick<RowTableProps<Row>, 'name' | 'columns'>): ReadonlySet<string> {
  const kept: unknown = JSON.parse(localStorage.getItem(`columns:${name}`) ?? 'null')
  return new Set(Array.isArray(kept) ? kept.filter(key => typeof key === 'string') : columns.filter(column => column.isHiddenAtFirst === true).map(column => column.key))
}
