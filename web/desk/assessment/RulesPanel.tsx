import type { ReactNode } from 'react'
import type { AssessmentPage, RuleView } from '../../../src/engines/assessment/contract.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { pointsText } from './class-words.ts'

/** Every rule with its points, its cap and where it comes from. */
export function RulesPanel({ page }: Readonly<{ page: AssessmentPage }>): ReactNode {
  return (
    <>
      <p className="panel">{page.source}</p>
      <RowTable name="评定规则" unit="条" columns={COLUMNS} rows={page.rules.toSorted((a, b) => b.points - a.points)} rowKey={rule => rule.id} empty="没有规则。" />
      <p className="is-muted">规则版本 {page.modelVersion}</p>
    </>
  )
}

const COLUMNS: readonly Column<RuleView>[] = [
  { key: 'name', title: '规则', width: '22%', isFixed: true, render: rule => <span className="two-lines"><strong>{rule.name}</strong>{rule.isInForce ? null : <span className="is-muted">{rule.inForceUntil === null ? `${rule.inForceFrom}起施行` : `已于${rule.inForceUntil}停用`}</span>}</span> },
  { key: 'says', title: '计入的情形', isFixed: true, render: rule => rule.says },
  { key: 'points', title: '分值', width: 90, align: 'right', isFixed: true, render: rule => (rule.points === 0 ? '停用' : pointsText(rule.points)) },
  { key: 'most', title: '最多计', width: 80, align: 'right', isFixed: true, render: rule => `${rule.atMost}次` },
  { key: 'declared', title: '初始分值', width: 90, align: 'right', isFixed: true, render: rule => (rule.declaredPoints === rule.points ? <span className="is-muted">未改</span> : pointsText(rule.declaredPoints)) },
  { key: 'basis', title: '依据（所计事实）', width: '22%', isFixed: true, render: rule => (rule.isLaw ? rule.basis : <span className="is-muted">{rule.basis}</span>) },
]
