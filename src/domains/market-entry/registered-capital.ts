import type { ParsedCell } from '../../engines/exchange/import-declaration.ts'

export type RegisteredCapital = Readonly<{ fen: number; currency: string }>

const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ['USD', /美元|美金|USD/i],
  ['HKD', /港元|港币|HKD/i],
  ['EUR', /欧元|EUR/i],
  ['JPY', /日元|日圆|JPY/i],
  ['GBP', /英镑|GBP/i],
  ['KRW', /韩元|韩币|韩圆|KRW/i],
  ['SGD', /新加坡元|新币|SGD/i],
  ['AUD', /澳元|澳大利亚元|AUD/i],
  ['CAD', /加元|加拿大元|CAD/i],
  ['CHF', /瑞士法郎|CHF/i],
  ['TWD', /新台币|台币|TWD/i],
  ['MOP', /澳门元|MOP/i],
  ['RUB', /卢布|RUB/i],
]
const AMOUNT = /^(?:人民币|RMB|CNY|￥|¥)?(\d+(?:\.\d+)?)(.*)$/i
/** No currency here has more than two decimals; amounts below a hundredth are rounding noise of the source. */
const HUNDREDTHS = 100

/**
 * '1,200(万元人民币)', '50万', '100.5万美元', or '50' under the header '注册资本(万元)'. A bare number under a header without
 * unit is not guessed: registers write both yuan and ten thousand yuan. Zero and 无 mean that none is registered.
 */
export function parseRegisteredCapital(text: string, header: string): ParsedCell<RegisteredCapital> {
  const plain = text.normalize('NFKC').replaceAll(/[\s,，()]/gu, '')
  if (plain === '无' || /^0+(\.0+)?$/.test(plain)) return { value: undefined }
  const match = AMOUNT.exec(plain)
  if (match === null) return { fault: '不是金额，应写作“50万元”“100.5万美元”或“1,200(万元人民币)”' }
  const unitText = match[2] === '' ? (header.normalize('NFKC').split('(')[1] ?? '') : match[2] ?? ''
  const rest = unitText.replaceAll(/万|亿|元|整|圆|人民币|RMB|CNY|单位:?|\)/giu, '')
  const currency = CURRENCIES.find(([, shape]) => shape.test(unitText))
  if (rest !== '' && currency === undefined) return { fault: `不认识单位“${unitText}”，应注明元、万元及币种` }
  const isUnitNamed = /[万亿元圆]/u.test(unitText) || currency !== undefined
  if (!isUnitNamed) return { value: undefined, notice: '未注明单位是元还是万元，暂不录入；请在列名或数值中注明单位后重新导入' }
  const factor = unitText.includes('亿') ? 1e8 : unitText.includes('万') ? 1e4 : 1
  const fen = hundredthsOf(match[1] ?? '', factor)
  return Number.isSafeInteger(fen) ? { value: { fen, currency: currency?.[0] ?? 'CNY' } } : { fault: '金额过大，请核对单位' }
}

/** Decimal text times a power of ten, in hundredths, without binary fractions. */
function hundredthsOf(text: string, factor: number): number {
  const [whole = '0', decimals = ''] = text.split('.')
  const scaled = BigInt(whole + decimals) * BigInt(factor * HUNDREDTHS)
  const divisor = 10n ** BigInt(decimals.length)
  return Number((scaled + divisor / 2n) / divisor)
}

/** '1,200万元人民币' for readers; amounts that are no whole number of ten thousand stay in yuan. */
export function formatCapital(fen: number, currency: string): string {
  const name = CURRENCY_NAMES[currency] ?? currency
  const isRound = fen % 1_000_000 === 0
  const amount = (isRound ? fen / 1_000_000 : fen / HUNDREDTHS).toLocaleString('en-US', { maximumFractionDigits: 2 })
  return `${amount}${isRound ? '万' : ''}${name === '人民币' ? '元人民币' : name}`
}

const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  CNY: '人民币', USD: '美元', HKD: '港元', EUR: '欧元', JPY: '日元', GBP: '英镑', KRW: '韩元', SGD: '新加坡元', AUD: '澳元', CAD: '加元', CHF: '瑞士法郎',
  TWD: '新台币', MOP: '澳门元', RUB: '卢布',
}
