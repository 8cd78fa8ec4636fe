/** A number as it is printed: at most four decimals, no trailing noughts. */
export function numberText(value: number): string {
  return Number(value.toFixed(4)).toString()
}
