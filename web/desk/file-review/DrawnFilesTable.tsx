import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { DrawnFileView } from '../../../src/domains/enforcement/contract.ts'
import { formatDate } from '../../../src/kernel/calendar-date.ts'
import { useColleagues } from '../parts/pickers.tsx'
import { RowTable } from '../parts/RowTable.tsx'

/** The drawn files in the order of their tickets; those without a score can be scored. */
export function DrawnFilesTable({ files, onScore }: Readonly<{ files: readonly DrawnFileView[]; onScore?: (file: DrawnFileView) => void }>): ReactNode {
  const colleagues = useColleagues().data
  const names = (ids: readonly string[]): string => ids.map(id => colleagues?.find(each => each.id === id)?.name ?? '已离岗人员').join('、')
  return (
    <RowTable
      name="抽取的案卷" rows={files} rowKey={row => row.caseNumber} empty="尚未抽取。封存清单的次日以后公布的随机种子，可以用来抽取。"
      columns={[
        { key: 'case', title: '案件编号', width: 170, isFixed: true, render: row => (row.caseId === null ? row.caseNumber : <Link className="matter-number" to="/matters/$matterId" params={{ matterId: row.caseId }}>{row.caseNumber}</Link>) },
        { key: 'office', title: '办案机构', width: '20%', isFixed: true, render: row => <span className="two-lines"><span>{row.officeName}</span><span className="is-muted">{row.handlers.length === 0 ? '' : `办案：${names(row.handlers)}`}</span></span> },
        { key: 'closed', title: '结案日期', width: 136, isFixed: true, render: row => (row.closedOn === null ? '' : formatDate(row.closedOn)) },
        { key: 'score', title: '得分、等次', width: 130, isFixed: true, render: row => (row.result === null ? onScore === undefined ? <span className="is-muted">未评查</span> : <Button size="small" type="primary" onClick={() => { onScore(row) }}>评查</Button> : <span className={`class-${row.result.resultClass}`}>{row.result.score}分 {row.result.resultName}</span>) },
        {
          key: 'faults', title: '扣分和评查人员', isFixed: true, render: row => (row.result === null ? null : (
            <>
              {row.result.deductions.length === 0 ? <p className="is-muted">没有扣分。</p> : <ul className="review-findings">{row.result.deductions.map(({ item, label, points, finding }) => <li key={item}>{label}扣{points}分：{finding}</li>)}</ul>}
              <span className="is-muted">评查：{names(row.result.scorers)}</span>
            </>
          )),
        },
      ]}
    />
  )
}
