import { array, assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadDistrict } from '../districts/load-district.ts'
import { holidaySchedules } from '../law/holidays/schedules.ts'
import { INDUSTRIES } from '../src/domains/market-entry/index.ts'
import { dateInShanghai, epochOf, formatMoment, instantFromEpoch } from '../src/kernel/calendar-date.ts'
import { checkUnifiedCode, unifiedCodeParts } from '../src/kernel/unified-code.ts'
import { createWorkingCalendar, isWorkingDay } from '../src/kernel/working-calendar.ts'
import { createAgenda } from './agenda.ts'
import { arrivalsByDay } from './arrivals.ts'
import { chanceOf, lotteryOf } from './chance.ts'
import { copyText } from './copy-rows.ts'
import { MISHAPS } from './grievances.ts'
import { hotlineMoment, officeMoment } from './office-time.ts'
import { generatedPlace, atlasOf } from './places.ts'
import { TRADES } from './trades.ts'
import { unissuedRegistrationNo, unissuedUnifiedCode } from './unissued-code.ts'

const calendar = createWorkingCalendar(holidaySchedules)

describe('chance', () => {
  it('repeats itself for a path and differs for another', () => {
    const draws = (...path: readonly number[]) => { const chance = chanceOf(1, ...path); return Array.from({ length: 20 }, chance.next) }
    expect(draws(3, 4)).toEqual(draws(3, 4))
    expect(draws(3, 4)).not.toEqual(draws(4, 3))
    expect(new Set(Array.from({ length: 2_000 }, (_, i) => draws(i)[0])).size).toBe(2_000)
  })

  it('is even enough: each tenth of [0, 1) is drawn about as often, within one stream and across streams', () => {
    const one = chanceOf(9, 1)
    for (const draw of [one.next, (() => { let i = 0; return () => chanceOf(9, 2, i++).next() })()]) {
      const tenths = Array.from({ length: 10 }, () => 0)
      for (let i = 0; i < 20_000; i += 1) { const tenth = Math.floor(draw() * 10); tenths[tenth] = (tenths[tenth] ?? 0) + 1 }
      for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(220)
    }
  })

  it('draws a lottery by weight and never what has none', () => {
    const draw = lotteryOf([['a', 3], ['never', 0], ['b', 1]])
    const chance = chanceOf(5)
    const drawn = Array.from({ length: 4_000 }, () => draw(chance))
    expect(drawn).not.toContain('never')
    expect(drawn.filter((each) => each === 'a').length / 4_000).toBeCloseTo(0.75, 1)
  })
})

describe('agenda', () => {
  it('gives back whatever is put in by time, and by entry within a moment', () => {
    assert(property(array(integer({ min: 0, max: 20 })), (moments) => {
      const agenda = createAgenda<readonly [number, number]>()
      moments.forEach((at, order) => agenda.add(at, [at, order]))
      const taken: (readonly [number, number])[] = []
      for (let next = agenda.takeBefore(21); next !== undefined; next = agenda.takeBefore(21)) taken.push(next)
      expect(taken).toEqual(moments.map((at, order) => [at, order] as const).toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
    }))
    const agenda = createAgenda<string>()
    agenda.add(5, 'five')
    expect(agenda.takeBefore(5)).toBeUndefined()
    expect(agenda.takeBefore(6)).toBe('five')
  })
})

describe('codes', () => {
  it('are valid by their check digits, of the right kind, and all different', () => {
    const codes = Array.from({ length: 3_000 }, (_, i) => unissuedUnifiedCode(i, i % 2 === 0 ? 'sole-trader' : 'enterprise', '371003'))
    expect(codes.filter((code) => !checkUnifiedCode(code).valid)).toEqual([])
    expect(new Set(codes.map((code) => unifiedCodeParts(code).divisionCode))).toEqual(new Set(['003710']))
    expect(new Set(codes.map((code) => code.slice(8, 16))).size).toBe(3_000)
    expect(unifiedCodeParts(unissuedUnifiedCode(5, 'cooperative', '371003')).kind).toBe('cooperative')
  })

  it('of the old kind have fifteen digits and their check digit (ISO 7064 MOD 11,10)', () => {
    for (const index of [0, 1, 4_711, 999_999]) {
      const code = unissuedRegistrationNo(index, '371003')
      expect(code).toMatch(/^003710\d{9}$/)
      let product = 10
      for (const digit of code.slice(0, 14)) product = ((((product + Number(digit)) % 10) || 10) * 2) % 11
      expect((product + Number(code.charAt(14))) % 10).toBe(1)
    }
  })
})

describe('places and trades', () => {
  it('name towns and villages of the district', () => {
    const district = loadDistrict('371003')
    const towns = new Set(district.towns.map(({ code }) => code))
    const townOf = new Map(district.villages.map(({ code, townCode }) => [code, townCode]))
    const chance = chanceOf(4)
    const atlas = atlasOf(district)
    for (let i = 0; i < 500; i += 1) {
      const place = generatedPlace(atlas, chance)
      if (place.townCode !== null) expect(towns).toContain(place.townCode)
      if (place.villageCode !== null) expect(townOf.get(place.villageCode)).toBe(place.townCode)
    }
  })

  it('are classes of GB/T 4754', () => {
    expect(TRADES.map(({ code }) => code).filter((code) => !INDUSTRIES.has(code))).toEqual([])
  })
})

describe('mishaps', () => {
  it('are well formed, each category with some that happen in any trade', () => {
    const codes = new Set(TRADES.map(({ code }) => code))
    for (const [category, mishaps] of MISHAPS) {
      expect(mishaps.some(({ trades }) => trades.length === 0), category).toBe(true)
      for (const { item, yuan: [low, high], problems, trades } of mishaps) {
        expect(item.length > 1 && low > 0 && high > low && problems.every((problem) => problem.length > 3), `${category} ${item}`).toBe(true)
        expect(trades.filter((code) => !codes.has(code)), item).toEqual([])
      }
    }
  })
})

describe('time', () => {
  it('puts office work on working days between half past eight and half past five, never before it was due', () => {
    assert(property(integer({ min: 0, max: 2_000 * 24 * 60 }), integer({ min: 0, max: 12 }), (minute, days) => {
      const after = epochOf('2021-01-02T00:00:00.000Z') + minute * 60_000
      const at = officeMoment(calendar, chanceOf(minute, days), after, days)
      expect(at).toBeGreaterThan(after)
      expect(isWorkingDay(calendar, dateInShanghai(instantFromEpoch(at)))).toBe(true)
      const hour = Number(/日(\d+)时/u.exec(formatMoment(instantFromEpoch(at)))?.[1])
      expect(hour >= 8 && hour <= 17).toBe(true)
    }))
  })

  it('keeps the hotline to the day', () => {
    const chance = chanceOf(6)
    for (let i = 0; i < 300; i += 1) {
      const hour = Number(/日(\d+)时/u.exec(formatMoment(instantFromEpoch(hotlineMoment(chance, epochOf('2024-02-09T10:00:00.000Z') + i * 3_600_000, 5))))?.[1])
      expect(hour >= 8 && hour < 21).toBe(true)
    }
  })

  it('brings most on Consumer Rights Day, little in the Spring Festival, more from year to year', () => {
    const days = [...arrivalsByDay(calendar, { seed: 1, entities: 600_000, until: '2027-01-01' })]
    const on = (date: string): number => days.find((day) => day.on === date)?.count ?? 0
    const year = (name: string): number => days.filter((day) => day.on.startsWith(name)).reduce((sum, { count }) => sum + count, 0)
    expect(Math.max(...days.filter((day) => day.on.startsWith('2024')).map(({ count }) => count))).toBe(on('2024-03-15'))
    expect(on('2024-02-12')).toBeLessThan(on('2024-02-26') / 2)
    expect(year('2026')).toBeGreaterThan(year('2021') * 1.3)
  })
})

describe('COPY text', () => {
  it.each([
    [null, String.raw`\N`], ['a\tb\nc\\d', String.raw`a\tb\nc\\d`], [true, 't'], [12, '12'], [Buffer.from([0, 255]), String.raw`\\x00ff`],
    [['甲"乙', String.raw`c\d`], String.raw`{"甲\\"乙","c\\\\d"}`], [[], '{}'],
  ])('%j', (value, text) => expect(copyText(value)).toBe(text))
})
