export type Share = Readonly<{ numerator: number; denominator: number }>

const PERCENT = /^(\d{1,3})(?:\.(\d{1,4}))?%?$/
const FRACTION = /^(\d{1,6})\/(\d{1,6})$/

/** '7%', '0.5%', or '1/3' where no percentage is exact: a share of whole numbers is never rounded. */
export function shareText({ numerator, denominator }: Share): string {
  const hundredths = (numerator * 10_000) / denominator
  return Number.isInteger(hundredths) ? `${hundredths / 100}%` : `${numerator}/${denominator}`
}

/** '5%', '0.5%', '5' (percent) or '1/3' as whole numbers, from 0 to 1; undefined when it is no share. */
export function shareTyped(text: string): Share | undefined {
  const plain = text.trim().replaceAll('％', '%').replaceAll('／', '/')
  const [, part, whole] = FRACTION.exec(plain) ?? []
  const [, units, decimals = ''] = PERCENT.exec(plain) ?? []
  const share = part !== undefined && whole !== undefined
    ? { numerator: Number(part), denominator: Number(whole) }
    : { numerator: Number(`${units ?? 'x'}${decimals}`), denominator: 100 * 10 ** decimals.length }
  return share.denominator > 0 && share.numerator >= 0 && share.numerator <= share.denominator ? share : undefined
}
