import type { ReactNode } from 'react'
import type { FactView, MatterView } from '../../../src/engines/procedure/contract.ts'
import { AttachmentLinks, attachmentsOf } from './AttachmentLinks.tsx'

type Listed = FactView & Readonly<{ table: NonNullable<FactView['table']> }>

const isListed = (fact: FactView): fact is Listed => fact.table !== undefined

/** The lists of the matter, such as evidence, goods and payments, over the full width; long ones folded. */
export function FactTables({ matter }: Readonly<{ matter: MatterView }>): ReactNode {
  const lists = matter.facts.filter(isListed)
  if (lists.length === 0) return null
  return (
    <section className="panel">
      <h2>清单</h2>
      {lists.map(fact => (
        <details key={fact.key} className="fact-list-fold" open={lists.length <= 2 || fact.table.rows.length <= 3}>
          <summary>{fact.label}（{fact.table.rows.length}）</summary>
          <FactTable matter={matter} fact={fact} />
        </details>
      ))}
    </section>
  )
}

/** Columns in which no row says anything are left out. */
function FactTable({ matter, fact: { label, table, raw } }: Readonly<{ matter: MatterView; fact: Listed }>): ReactNode {
  const shown = table.columns.map((_column, index) => index).filter(index => table.rows.some(cells => cells[index] !== ''))
  return (
    // A wide table scrolls sideways, with the keyboard too, which must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="fact-table" aria-label={label} tabIndex={0}>
      <table aria-label={label}>
        <thead><tr><th>序号</th>{shown.map(index => <th key={index}>{table.columns[index]}</th>)}</tr></thead>
        <tbody>{table.rows.map((cells, row) => <tr key={row}><td>{row + 1}</td>{shown.map(index => <td key={index}><Cell matter={matter} words={cells[index] ?? ''} value={valueAt(raw, row, table.keys[index])} /></td>)}</tr>)}</tbody>
      </table>
    </section>
  )
}

/** What stands in a row under a column, as stored. */
function valueAt(rows: unknown, row: number, key: string | undefined): unknown {
  const cells: unknown = Array.isArray(rows) ? rows[row] : undefined
  return typeof cells === 'object' && cells !== null && key !== undefined ? Object.entries(cells).find(([name]) => name === key)?.[1] : undefined
}

/** A cell that names attachments shows them; any other its words. */
function Cell({ matter, words, value }: Readonly<{ matter: MatterView; words: string; value: unknown }>): ReactNode {
  const attachments = attachmentsOf(matter, value)
  return attachments.length === 0 ? words : <AttachmentLinks matterId={matter.id} attachments={attachments} />
}
