const DIGITS = '零一二三四五六七八九'

/** The ways a whole number below 100 million is printed in law: 二 and 两, 二十, 一万, and Arabic digits. */
export function numeralsFor(value: number): readonly string[] {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 100_000_000) throw new RangeError(`no Chinese numeral for ${value}`)
  const forms = new Set([chineseNumeral(value), String(value)])
  if (value === 2) forms.add('两')
  if (value >= 10_000 && value % 10_000 === 0) forms.add(`${value / 10_000}万`)
  return [...forms]
}

/** 15 → 十五, 90 → 九十, 105 → 一百零五, 100000 → 十万. */
export function chineseNumeral(value: number): string {
  if (value < 10_000) return belowTenThousand(value)
  const rest = value % 10_000
  const head = `${belowTenThousand(Math.floor(value / 10_000))}万`
  if (rest === 0) return head
  return `${head}${rest < 1000 ? '零' : ''}${rest < 20 && rest >= 10 ? '一' : ''}${belowTenThousand(rest)}`
}

function belowTenThousand(value: number): string {
  if (value < 10) return DIGITS.charAt(value)
  if (value < 20) return `十${value === 10 ? '' : DIGITS.charAt(value - 10)}`
  for (const [size, word] of [[1000, '千'], [100, '百'], [10, '十']] as const) {
    if (value < size) continue
    const rest = value % size
    const head = `${DIGITS.charAt(Math.floor(value / size))}${word}`
    if (rest === 0) return head
    return `${head}${rest < size / 10 ? '零' : ''}${rest >= 10 && rest < 20 ? '一' : ''}${belowTenThousand(rest)}`
  }
  throw new RangeError(`no Chinese numeral for ${value}`)
}
