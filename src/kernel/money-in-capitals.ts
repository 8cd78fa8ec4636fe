import { fen } from './money.ts'
import type { Fen } from './money.ts'

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const
const PLACES = ['', '拾', '佰', '仟'] as const
const GROUPS = ['', '万', '亿', '万亿'] as const
const GROUP = 10_000

/** An amount in capital numerals as on cheques and decisions: '人民币伍万壹仟贰佰元整', '人民币壹元零伍分'. Throws RangeError for less than nothing. */
export function moneyInCapitals(amountInFen: Fen): string {
  if (fen(amountInFen) < 0) throw new RangeError(`no capital numerals for ${amountInFen}`)
  const cents = amountInFen % 100
  const yuan = wholeInCapitals((amountInFen - cents) / 100)
  return `人民币${yuan === '' && cents > 0 ? '' : `${yuan === '' ? '零' : yuan}元`}${centsInCapitals(cents, yuan !== '')}`
}

/** Empty for zero. A zero is said once wherever places are left out before a digit. */
function wholeInCapitals(whole: number): string {
  let words = ''
  let isGap = false
  for (let group = GROUPS.length - 1; group >= 0; group -= 1) {
    const value = Math.floor(whole / GROUP ** group) % GROUP
    if (value === 0) {
      isGap = words !== ''
      continue
    }
    if (words !== '' && (isGap || value < 1000)) words += '零'
    words += `${groupInCapitals(value)}${GROUPS[group] ?? ''}`
    isGap = false
  }
  return words
}

function groupInCapitals(value: number): string {
  const digits = String(value).split('').map(Number)
  const said = digits.map((digit, index) => (digit === 0 ? '零' : `${DIGITS[digit] ?? ''}${PLACES[digits.length - 1 - index] ?? ''}`)).join('')
  return said.replaceAll(/零+/gu, '零').replace(/零$/u, '')
}

function centsInCapitals(cents: number, hasYuan: boolean): string {
  if (cents === 0) return '整'
  const [tenth, hundredth] = [Math.floor(cents / 10), cents % 10]
  if (tenth === 0) return `${hasYuan ? '零' : ''}${DIGITS[hundredth] ?? ''}分`
  return `${DIGITS[tenth] ?? ''}角${hundredth === 0 ? '整' : `${DIGITS[hundredth] ?? ''}分`}`
}
