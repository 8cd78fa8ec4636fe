/** An amount in fen (1/100 yuan), a safe integer. */
export type Fen = number

const YUAN_SHAPE = /^(-?)(\d+)(?:\.(\d{1,2}))?$/

/** Throws RangeError when the amount is no whole, safe number of fen. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of fen: ${amount}`)
  return amount
}

/** Whole yuan as fen. */
export function yuan(amount: number): Fen {
  return fen(amount * 100)
}

/** '1234.5' (plain yuan, at most two decimals) as fen; undefined when the text is anything else. */
export function fenFromYuanText(text: string): Fen | undefined {
  const match = YUAN_SHAPE.exec(text)
  if (match === null) return undefined
  const amount = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  if (!Number.isSafeInteger(amount)) return undefined
  return match[1] === '-' && amount !== 0 ? -amount : amount
}

/** '1,234.50元'; whole yuan without decimals: '5,000元'. */
export function formatYuan(amountInFen: Fen): string {
  const total = Math.abs(fen(amountInFen))
  const cents = total % 100
  const whole = String((total - cents) / 100).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',')
  return `${amountInFen < 0 ? '-' : ''}${whole}${cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`}元`
}
