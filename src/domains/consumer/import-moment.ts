import { epochOf, instantFromEpoch, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import type { Instant } from '../../kernel/calendar-date.ts'
import type { ParsedCell } from '../../engines/exchange/import-declaration.ts'
import { parseRegisterDate } from '../market-entry/index.ts'

const SECOND_MS = 1_000
const DAY_SECONDS = 86_400

/** A date with or without a time of day in China, or an Excel serial with its fraction. A date alone means its first moment, with a notice. */
export function parseMoment(text: string): ParsedCell<Instant> {
  const clean = text.normalize('NFKC').trim()
  const serial = /^(\d{4,5})\.(\d+)$/u.exec(clean)
  const time = serial === null ? /(?:[\sT]|日)(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})秒?)?/u.exec(clean) : null
  const date = parseRegisterDate(serial?.[1] ?? clean.replace(/[\sT]\d{1,2}[:时点].*$/u, '').replace(/日\d{1,2}[:时点].*$/u, '日'))
  if ('fault' in date) return { fault: `“${text}”不是时间，应如2026-09-24 10:30` }
  if (date.value === undefined) return { fault: `“${text}”不是时间，应如2026-09-24 10:30` }
  const seconds = serial === null ? secondsOf(time) : Math.round(Number(`0.${serial[2] ?? '0'}`) * DAY_SECONDS)
  if (seconds === null) return { fault: `“${text}”的时刻不存在` }
  const value = instantFromEpoch(epochOf(startOfDayInShanghai(date.value)) + seconds * SECOND_MS)
  return serial === null && time === null ? { value, notice: '接收时间没有时刻，按当日零时起算' } : { value }
}

function secondsOf(time: RegExpExecArray | null): number | null {
  const [hour = 0, minute = 0, second = 0] = (time ?? []).slice(1).map((part) => Number(part ?? 0))
  return hour > 23 || minute > 59 || second > 59 ? null : hour * 3_600 + minute * 60 + second
}
