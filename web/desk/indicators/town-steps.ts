export const STEPS = 5

type Valued = Readonly<{ value: number | null }>
type Aim = Readonly<{ target: number | null; direction: 'higher' | 'lower' }>

/** How far a value falls short of the target, in its unit; 0 when it is met. Without a target the value itself. */
function shortfall(value: number, { target, direction }: Aim): number {
  if (target === null) return value
  return Math.max(0, direction === 'higher' ? target - value : value - target)
}

/**
 * The shade of each value, 0 (target met, or the lowest) to 4 (the farthest short, or the highest); null where nothing is
 * known. Steps 1 to 4 are equal parts of the largest shortfall.
 */
export function stepsOf(rows: readonly Valued[], aim: Aim): Readonly<{ most: number; stepOf: (value: number | null) => number | null }> {
  const most = Math.max(0, ...rows.flatMap(({ value }) => (value === null ? [] : [shortfall(value, aim)])))
  const stepOf = (value: number | null): number | null => {
    if (value === null) return null
    const short = shortfall(value, aim)
    return short <= 0 || most === 0 ? 0 : Math.min(STEPS - 1, Math.ceil((short / most) * (STEPS - 1)))
  }
  return { most, stepOf }
}
