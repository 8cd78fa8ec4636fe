import type { PortalIndicator } from '../../../src/engines/indicator/contract.ts'

/**
 * One indicator as a sentence: '2025年为97.5%，2025年的目标是98.5%，未达标。' A figure nobody has is said to be missing,
 * with what it waits for.
 */
export function indicatorSentence({ value, unit, target, targetYear, statusName, period, sourceName }: PortalIndicator): string {
  const goal = target === null ? '规划没有定数值目标' : `${targetYear === null ? '' : `${targetYear}年的`}目标是${numberWords(target)}${unit}`
  if (value === null) return `暂时没有数据（${sourceName}）。${goal}。`
  return `${period}为${numberWords(value, unit)}${unit}，${goal}，${statusWords(statusName)}。`
}

/** '缺口6' reads '还差6件'; other statuses are words already. */
function statusWords(statusName: string): string {
  const gap = /^缺口(\d+(?:\.\d+)?)$/u.exec(statusName)?.[1]
  return gap === undefined ? statusName : `还有${gap}件没有达到要求`
}

/** At most two decimals, four below one; a percentage short of 100 never reads 100. */
function numberWords(value: number, unit = ''): string {
  const rounded = Number(value.toFixed(Math.abs(value) < 1 ? 4 : 2))
  return unit === '%' && value < 100 && rounded >= 100 ? '99.99' : String(rounded)
}
