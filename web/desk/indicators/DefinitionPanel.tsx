import type { ReactNode } from 'react'
import type { IndicatorPage } from '../../../src/engines/indicator/contract.ts'
import { momentText } from '../../kit/time-text.ts'
import { valueText } from './figure-text.ts'

/** What is counted, and the place in the plan. */
export function DefinitionPanel({ definition, attributeName }: Readonly<{ definition: IndicatorPage['definition']; attributeName: string }>): ReactNode {
  return (
    <section className="panel">
      <h2>指标口径</h2>
      <dl className="fact-list">
        <Fact name="公式">{definition.formula}</Fact>
        <Fact name="分子">{definition.numerator}</Fact>
        {definition.denominator === null ? null : <Fact name="分母">{definition.denominator}</Fact>}
        <Fact name="期间">{definition.period}</Fact>
        {definition.exclusions.length === 0 ? null : <Fact name="不计入">{definition.exclusions.join('；')}</Fact>}
        <Fact name="方向和属性">{definition.direction === 'higher' ? '越高越好' : '越低越好'}，{attributeName}</Fact>
        <Fact name="规划出处">{definition.planPlace}</Fact>
        {definition.basis === '' ? null : <Fact name="依据和说明">{definition.basis}</Fact>}
        <Fact name="口径版本"><code>{definition.version}</code></Fact>
      </dl>
    </section>
  )
}

/** The rule that judged, with what went in. */
export function JudgementPanel({ judgement, unit }: Readonly<{ judgement: IndicatorPage['tile']['judgement']; unit: string }>): ReactNode {
  const { interval, projection, requiredPerYear } = judgement
  return (
    <section className="panel">
      <h2>如何判断</h2>
      <p>{judgement.ruleName}。</p>
      <dl className="fact-list">
        {judgement.inputs.map(({ label, value }) => <Fact key={label} name={label}>{value}</Fact>)}
        {interval === null ? null : <Fact name={interval.method}>{valueText(interval.low, unit)} 至 {valueText(interval.high, unit)}</Fact>}
        {requiredPerYear === null ? null : <Fact name="今后每年须变动">{valueText(requiredPerYear, unit === '%' ? '个百分点' : unit)}</Fact>}
        {projection === null ? null : <Fact name={`外推到${projection.year}年`}>{valueText(projection.value, unit)}{projection.low === null || projection.high === null ? '' : `（${valueText(projection.low, unit)} 至 ${valueText(projection.high, unit)}）`}<br /><span className="is-muted">{projection.method}</span></Fact>}
      </dl>
    </section>
  )
}

/** What recomputing changed, and why. */
export function ChangesPanel({ changes, unit }: Readonly<{ changes: IndicatorPage['changes']; unit: string }>): ReactNode {
  const shown = (value: number | null): string => (value === null ? '无数据' : valueText(value, unit))
  return (
    <section className="panel">
      <h2>数值变动记录</h2>
      {changes.length === 0 ? <p className="is-muted">没有记录到变动。</p> : (
        <ul className="paper-list">
          {changes.map(change => <li key={`${change.at} ${change.period}`}>{change.period}：{shown(change.before)} → {shown(change.after)}<span className="is-muted">{momentText(change.at)} · {change.why}</span></li>)}
        </ul>
      )}
    </section>
  )
}

function Fact({ name, children }: Readonly<{ name: string; children: ReactNode }>): ReactNode {
  return <div><dt>{name}</dt><dd>{children}</dd></div>
}
