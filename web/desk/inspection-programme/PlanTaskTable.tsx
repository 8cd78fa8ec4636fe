import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { PlanTaskRow, PlanView } from '../../../src/domains/inspection/programme/contract.ts'
import { shareText } from '../../kit/share-text.ts'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { monthsText, rulesByClass } from './plan-task-values.ts'

/** The tasks of a plan with the objects of today, what will be drawn by class, and the draws held for them. */
export function PlanTaskTable({ plan }: Readonly<{ plan: PlanView }>): ReactNode {
  const columns: readonly Column<PlanTaskRow>[] = [
    { key: 'name', title: '任务', isFixed: true, render: row => <span className="two-lines"><strong>{row.name}</strong><span className="is-muted">{row.level === 'key' ? '重点检查事项' : '一般检查事项'} · {monthsText(row)}</span></span> },
    { key: 'items', title: '检查事项', width: '18%', render: row => row.itemCodes.map((code, index) => <span key={code}>{index === 0 ? '' : '、'}<Link to="/inspection-items" search={{ item: code }}>{row.itemNames[index] ?? code}</Link></span>) },
    { key: 'kind', title: '检查对象', width: 130, render: row => <span className="two-lines"><span>{row.kindName}</span><Link to="/inspection-objects/$kind" params={{ kind: row.kind }}>{row.objects} 户</Link></span> },
    { key: 'shares', title: `比例 ${Object.keys(plan.classNames).map(id => (id === 'U' ? '未评' : id)).join(' / ')}`, width: 216, isFixed: true, render: row => <Shares row={row} plan={plan} /> },
    { key: 'expected', title: '预计抽取', width: 88, align: 'right', render: row => `${row.expected} 户` },
    { key: 'floor', title: '法定最低比例', width: 140, isWideOnly: true, render: row => row.floor === null ? <span className="is-muted">没有规定</span> : row.floor.says },
    { key: 'office', title: '承办', width: '13%', isWideOnly: true, render: row => <span className="two-lines"><span>{row.leadOfficeName}</span>{row.jointDepartments.length === 0 ? null : <span className="is-muted">会同{row.jointDepartments.join('、')}</span>}</span> },
    { key: 'draws', title: '抽取', width: 150, isFixed: true, render: row => <Draws row={row} plan={plan} /> },
  ]
  return <RowTable name="计划任务" unit="项" columns={columns} rows={plan.taskRows} rowKey={row => row.id} empty="还没有任务。请点“调整任务”加入任务。" />
}

function Shares({ row, plan }: Readonly<{ row: PlanTaskRow; plan: PlanView }>): ReactNode {
  return (
    <span className="two-lines">
      <span>{rulesByClass(row, plan.classNames).map(({ id, name, rule }, index) => <span key={id} title={`${name}${rule.timesPerYear === 0 ? '' : `，每年不超过${rule.timesPerYear}次`}${rule.minimum === 0 ? '' : `，不少于${rule.minimum}户`}`}>{index === 0 ? '' : ' / '}{shareText(rule.share)}</span>)}</span>
      <span className="is-muted">另有纯随机组{shareText(row.random.group)}，抽{shareText(row.random.drawn)}</span>
    </span>
  )
}

function Draws({ row, plan }: Readonly<{ row: PlanTaskRow; plan: PlanView }>): ReactNode {
  return (
    <span className="two-lines">
      {row.draws.map(({ id, number, stageName, drawn }) => <span key={id}><Link to="/draws/$drawId" params={{ drawId: id }}>{number}</Link> <span className="is-muted">{stageName}{drawn === 0 ? '' : `，${drawn}户`}</span></span>)}
      {plan.may.prepareDraw ? <Link to="/draws/new" search={{ plan: plan.id, task: row.id }}>准备抽取</Link> : row.draws.length === 0 ? <span className="is-muted">公布计划后抽取</span> : null}
    </span>
  )
}
