import type { ReactNode } from 'react'
import type { IndicatorPage } from '../../../src/engines/indicator/contract.ts'
import { absenceText, gapText, numberText, provenanceText, targetText, valueText } from './figure-text.ts'
import type { When } from './moment-of.ts'
import { StatusMark } from './StatusMark.tsx'
import { GapLink, RowsLink } from './Tile.tsx'

/** The figure with what makes it: every count opens to exactly its rows. */
export function FigureStrip({ page: { tile, definition }, when, year }: Readonly<{ page: IndicatorPage; when: When; year: number }>): ReactNode {
  const { figure, judgement, unit } = tile
  const open = (part: 'numerator' | 'denominator', count: number): ReactNode => tile.source === 'live' ? <RowsLink tile={tile} when={when} part={part}>{numberText(count, '')}</RowsLink> : numberText(count, '')
  return (
    <header className="matter-header">
      <dl className="figure-line">
        <Item name={figure.period.label}>{figure.value === null ? absenceText(tile) : <RowsLink tile={tile} when={when} part="denominator">{valueText(figure.value, unit)}</RowsLink>}</Item>
        {figure.numerator === null ? null : <Item name={definition.denominator === null ? '数量' : `分子：${definition.numerator}`}>{open('numerator', figure.numerator)}</Item>}
        {figure.denominator === null ? null : <Item name={`分母：${definition.denominator ?? ''}`}>{open('denominator', figure.denominator)}</Item>}
        {gapText(tile) === null ? null : <Item name="差距"><GapLink tile={tile} when={when} /></Item>}
        <Item name={tile.target?.source ?? '目标'}>{targetText(tile.target, unit, year)}</Item>
        {tile.otherTargets.filter(other => other.value !== tile.target?.value).map(other => <Item key={`${other.year} ${other.value}`} name={other.source}>{targetText(other, unit, year)}</Item>)}
        <Item name="状态"><StatusMark status={judgement.status} name={judgement.statusName} /></Item>
      </dl>
      <p className="is-muted">来源：{provenanceText(figure)}。{figure.excluded.length === 0 ? null : <>另有不计入的：{figure.excluded.map(({ reason, count }, index) => <span key={reason}>{index === 0 ? '' : '；'}{reason} {count}</span>)}（<RowsLink tile={tile} when={when} part="excluded">查看</RowsLink>）。</>}</p>
    </header>
  )
}

function Item({ name, children }: Readonly<{ name: string; children: ReactNode }>): ReactNode {
  return <div><dt>{name}</dt><dd>{children}</dd></div>
}
