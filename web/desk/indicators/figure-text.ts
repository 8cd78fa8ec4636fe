import type { Figure, IndicatorTile, Target } from '../../../src/engines/indicator/contract.ts'

/**
 * A value for reading: two decimals, four below one. A percentage short of 100 never reads 100: 99.997 is '99.99'.
 */
export function numberText(value: number, unit: string): string {
  const places = Math.abs(value) < 1 ? 4 : 2
  const rounded = Number(value.toFixed(places))
  if (unit === '%' && value < 100 && rounded >= 100) return '99.99'
  return String(rounded)
}

/** '97.5%', '5.62批次/千人'. */
export function valueText(value: number, unit: string): string {
  return `${numberText(value, unit)}${unit}`
}

/** '目标100%', with its year before it when the figure is of another one. */
export function targetText(target: Target | null, unit: string, year: number): string {
  if (target === null) return '规划未定数值'
  return `${target.year === year ? '' : `${target.year}年`}目标${valueText(target.value, unit)}`
}

/** Where a figure comes from, in a few words. */
export function provenanceText({ provenance }: Pick<Figure, 'provenance'>): string {
  switch (provenance.kind) {
    case 'computed': return '业务数据自动计算'
    case 'reported': return `报送：${provenance.source}（${provenance.reportedOn}发布，${provenance.recordedBy}录入）`
    case 'none': return provenance.awaits
  }
}

/** Why no value stands: no source at all, a report not yet in, or nothing to count in the period. */
export function absenceText({ figure, source }: Pick<IndicatorTile, 'figure' | 'source'>): string {
  if (figure.provenance.kind === 'computed') return '本期没有应计的办件'
  return source === 'no-source-yet' ? '尚无数据来源' : '尚未报送'
}

/** How far from the target: rows still open where a gap is made of rows, else the distance. Null when there is none to tell. */
export function gapText({ judgement, kind, unit, figure }: Pick<IndicatorTile, 'judgement' | 'kind' | 'unit' | 'figure'>): string | null {
  const { gap, status } = judgement
  if (gap === null || gap === 0) return null
  const isRows = kind === 'full-coverage' && status === 'open-gap' && figure.denominator !== null
  if (isRows) return `缺口${numberText(gap, '件')}`
  return `差${numberText(gap, '')}${unit === '%' ? '个百分点' : unit}`
}
