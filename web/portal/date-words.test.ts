import { describe, expect, it } from 'vitest'
import { byWords, byWordsAfter, dayWords, retryTime, waitWords } from './date-words.ts'

describe('byWords', () => {
  it('counts the days to a date', () => {
    expect(byWords('2026-12-01', '2026-11-22')).toBe('2026年12月1日前（还有9天）')
  })
  it('says today and the days passed', () => {
    expect(byWords('2026-11-22', '2026-11-22')).toBe('今天（2026年11月22日）内')
    expect(byWords('2026-11-20', '2026-11-22')).toBe('2026年11月20日前（已超过2天）')
  })
  it('reads a moment by the date in China, not in UTC', () => {
    expect(byWords('2026-11-22T16:30:00.000Z', '2026-11-22')).toBe('2026年11月23日0时30分前（还有1天）')
  })
  it('leaves other words as they are', () => {
    expect(byWords('2027年放假安排公布后确定', '2026-11-22')).toBe('2027年放假安排公布后确定')
  })
})

describe('byWordsAfter', () => {
  it('does not say the date twice', () => {
    expect(byWordsAfter('在 2026年12月1日 前告诉您是否受理', '2026-12-01', '2026-11-22')).toBe('还有9天')
    expect(byWordsAfter('告诉您是否受理', '2026-12-01', '2026-11-22')).toBe('2026年12月1日前（还有9天）')
    expect(byWordsAfter('在 2026年12月1日 前', '2026-12-01', '2026-12-01')).toBe('今天到期')
    expect(byWordsAfter('在 2026年12月1日 前', '2026-12-01', '2026-12-03')).toBe('已超过2天')
  })
})

describe('dayWords', () => {
  it('shows the date in China of a moment', () => {
    expect(dayWords('2026-11-22T16:30:00.000Z')).toBe('2026年11月23日')
    expect(dayWords('2026-02-01')).toBe('2026年2月1日')
    expect(dayWords('')).toBe('')
  })
})

describe('waiting', () => {
  it('rounds up, so that waiting as told is enough', () => {
    expect([waitWords(45), waitWords(61), waitWords(3601)]).toEqual(['45秒', '2分钟', '2小时'])
    expect(retryTime(61, '2026-11-22T06:00:30.000Z')).toBe('14:02')
  })
})
