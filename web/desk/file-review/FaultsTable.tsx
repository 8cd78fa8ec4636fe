import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { FaultCount } from '../../../src/domains/enforcement/contract.ts'
import { RowTable } from '../parts/RowTable.tsx'

/** What the reviewed files lost points for, the most frequent first; each opens to its files. */
export function FaultsTable({ faults, scored }: Readonly<{ faults: readonly FaultCount[]; scored: number }>): ReactNode {
  return (
    <RowTable
      name="常见问题" rows={faults} rowKey={row => row.item} empty="已评查的案卷没有扣分。"
      columns={[
        { key: 'item', title: '评查项目', isFixed: true, render: row => <><span className="is-muted">{row.subjectName}：</span>{row.label}{row.isVeto ? <span className="is-muted">（否决项）</span> : null}</> },
        { key: 'files', title: '案卷', width: 110, align: 'right', isFixed: true, render: row => `${row.files} 份，${Math.round((row.files / scored) * 100)}%` },
        { key: 'points', title: '共扣', width: 80, align: 'right', isFixed: true, render: row => `${row.points}分` },
        {
          key: 'findings', title: '所在案卷和问题', width: '46%', isFixed: true, render: row => (
            <details>
              <summary>{row.findings.length} 处</summary>
              <ul className="review-findings">{row.findings.map(each => (
                <li key={`${each.reviewId}${each.caseNumber}`}>
                  {each.caseId === null ? each.caseNumber : <Link to="/matters/$matterId" params={{ matterId: each.caseId }}>{each.caseNumber}</Link>}（{each.officeName}）扣{each.points}分：{each.finding}
                </li>
              ))}</ul>
            </details>
          ),
        },
      ]}
    />
  )
}
