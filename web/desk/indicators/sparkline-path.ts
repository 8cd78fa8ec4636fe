export type YearValue = Readonly<{ year: number; value: number | null }>
export type Point = Readonly<{ x: number; y: number; year: number }>
export type Spark = Readonly<{ runs: readonly (readonly Point[])[]; targetY: number | null; last: Point | null }>

/**
 * Where the yearly values lie in a box of `width` by `height`: runs of neighbouring known years (an unknown year breaks the
 * line), and the target's height. The scale spans values and target; a single level lies in the middle.
 */
export function sparklineOf(years: readonly YearValue[], target: number | null, { width, height }: Readonly<{ width: number; height: number }>): Spark {
  const known = years.flatMap(({ value }) => (value === null ? [] : [value]))
  const span = target === null ? known : [...known, target]
  const [low, high] = [Math.min(...span), Math.max(...span)]
  const yOf = (value: number): number => (high === low ? height / 2 : height - ((value - low) / (high - low)) * height)
  const xOf = (index: number): number => (years.length < 2 ? width / 2 : (index / (years.length - 1)) * width)
  const runs: Point[][] = []
  for (const [index, { year, value }] of years.entries()) {
    if (value === null) continue
    const point = { x: xOf(index), y: yOf(value), year }
    const before = runs.at(-1)
    if (before !== undefined && index > 0 && years[index - 1]?.value !== null) before.push(point)
    else runs.push([point])
  }
  return { runs, targetY: target === null || known.length === 0 ? null : yOf(target), last: runs.at(-1)?.at(-1) ?? null }
}
