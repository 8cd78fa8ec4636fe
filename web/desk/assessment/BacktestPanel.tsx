import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { BacktestGroup, OwnBacktest, StrictnessRow } from '../../../src/engines/assessment/contract.ts'
import { Failure } from '../parts/Failure.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { useBacktest } from './assessment-api.ts'
import { percentText } from './class-words.ts'

/** Whether the scores that stood before each inspection foretold what it found. Says so when there are too few to tell. */
export function BacktestPanel(): ReactNode {
  const test = useBacktest()
  if (test.isError) return <Failure error={test.error} retry={() => { void test.refetch() }} />
  if (test.data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />
  const { data } = test
  return (
    <>
      <section className="panel">
        <h2>本区检查结果检验<span className="page-count">{data.from} 至 {data.until}，检查 {data.inspections} 次，发现问题 {data.problems} 次</span></h2>
        <p className="is-muted">用每次检查前已有的得分，对照检查结果：前一半检查用来确定各得分的预期比例，后一半用来检验。检查人员不参与计分。</p>
        {data.tooFew === null ? <Figures test={data} /> : <p className="too-few">{data.tooFew}</p>}
      </section>
      {data.tooFew === null ? <Details test={data} /> : null}
    </>
  )
}

function Figures({ test: { metrics } }: Readonly<{ test: OwnBacktest }>): ReactNode {
  if (metrics === null) return null
  const figures: readonly (readonly [string, string, string])[] = [
    ['区分能力（AUC）', metrics.auc?.toFixed(3) ?? '—', '0.5为随机，1为完全区分'],
    ['得分最高一成', `${metrics.liftAtTenPercent.toFixed(2)} 倍`, '发现问题比例相当于平均的倍数'],
    ['前一半检查可发现', percentText(metrics.firstHalfShare), `实际安排为 ${percentText(metrics.firstHalfShareAsHappened)}`],
    ['平均提前', `${metrics.daysEarlier.toFixed(1)} 天`, '按得分排序安排同样的日程'],
    ['预期与实际', `${percentText(metrics.expectedRate)} / ${percentText(metrics.observedRate)}`, `校准误差 ${percentText(metrics.calibrationError)}`],
  ]
  return <dl className="figure-line">{figures.map(([name, value, note]) => <div key={name}><dt>{name}</dt><dd>{value}</dd><dd className="figure-note">{note}</dd></div>)}</dl>
}

function Details({ test }: Readonly<{ test: OwnBacktest }>): ReactNode {
  return (
    <>
      <h2>按类别</h2>
      <p className="is-muted">“发现问题提前”按全区统一按得分高低安排计算：正数为比实际提前，负数为推后。</p>
      <RowTable name="检验：按类别" unit="类" columns={groupColumns('类别')} rows={test.byClass} rowKey={row => row.name} empty="没有数据。" />
      <h2>预期与实际（校准）</h2>
      <RowTable
        name="校准表" unit="组" rows={test.calibration} rowKey={row => `${row.from}`} empty="没有数据。"
        columns={[
          { key: 'count', title: '检查次数', align: 'right', isFixed: true, render: row => row.count },
          { key: 'expected', title: '预期发现问题', align: 'right', isFixed: true, render: row => percentText(row.expected) },
          { key: 'observed', title: '实际发现问题', align: 'right', isFixed: true, render: row => percentText(row.observed) },
        ]}
      />
      <h2>按镇街</h2>
      <RowTable name="检验：按镇街" unit="个" columns={groupColumns('镇街')} rows={test.byTown} rowKey={row => row.name} empty="没有数据。" />
      {test.strictness === null ? null : <Strictness rows={test.strictness} />}
    </>
  )
}

function groupColumns(first: string): readonly Column<BacktestGroup>[] {
  return [
    { key: 'name', title: first, isFixed: true, render: row => row.name },
    { key: 'count', title: '检查', width: 100, align: 'right', isFixed: true, render: row => row.count },
    { key: 'problems', title: '发现问题', width: 100, align: 'right', isFixed: true, render: row => row.problems },
    { key: 'expected', title: '预期比例', width: 110, align: 'right', isFixed: true, render: row => percentText(row.expectedRate) },
    { key: 'observed', title: '实际比例', width: 110, align: 'right', isFixed: true, render: row => percentText(row.observedRate) },
    { key: 'days', title: '发现问题提前', width: 130, align: 'right', isFixed: true, render: row => (row.daysEarlier === null ? '—' : daysText(row.daysEarlier)) },
    { key: 'auc', title: 'AUC', width: 90, align: 'right', isFixed: true, render: row => row.auc?.toFixed(3) ?? '—' },
  ]
}

/** Plus is earlier than it happened. */
function daysText(days: number): string {
  return `${days > 0 ? '+' : ''}${days.toFixed(1)} 天`
}

function Strictness({ rows }: Readonly<{ rows: readonly StrictnessRow[] }>): ReactNode {
  return (
    <>
      <h2>检查尺度</h2>
      <p className="is-muted">检查质量报告，供统一检查标准之用：不参与计分，不是考核结论。只列30次以上的检查人员，以编号显示。</p>
      <RowTable
        name="检查尺度" unit="人" rows={rows} rowKey={row => row.inspector} empty="没有检查人员达到30次。"
        columns={[
          { key: 'inspector', title: '检查人员', isFixed: true, render: row => <code>{row.inspector}</code> },
          { key: 'count', title: '检查', width: 90, align: 'right', isFixed: true, render: row => row.count },
          { key: 'found', title: '发现问题', width: 110, align: 'right', isFixed: true, render: row => percentText(row.foundShare) },
          { key: 'expected', title: '按得分预期', width: 110, align: 'right', isFixed: true, render: row => percentText(row.expectedShare) },
          { key: 'range', title: '95%区间', width: 150, align: 'right', isFixed: true, render: row => `${percentText(row.low)}—${percentText(row.high)}` },
          { key: 'outside', title: '', width: 110, isFixed: true, render: row => (row.isOutside ? '超出预期范围' : <span className="is-muted">范围内</span>) },
        ]}
      />
    </>
  )
}
