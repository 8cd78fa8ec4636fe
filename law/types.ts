import type { InstrumentId } from './instruments.ts'

/** A version of an instrument: the date it took force and its number as printed. */
export type Version = { readonly from: string; readonly number?: string }

export type RuleUnit =
  | 'minute' | 'hour' | 'calendar-day' | 'working-day' | 'month' | 'year'
  | 'percent' | 'yuan' | 'count'

export type RuleRoll = 'none' | 'statutory-holiday' | 'rest-day'

/** One value of a rule, from a date until another (exclusive); `value: null` states a repeal. */
export type RuleValue = {
  readonly from: string
  readonly until?: string
  readonly value: number | null
  readonly unit: RuleUnit
  /** Where absent, the counting rule of the instrument applies. */
  readonly roll?: RuleRoll
  readonly hourStart?: 'moment' | 'next-hour'
  readonly instrument: InstrumentId
  /** As printed, without paragraph: '第十五条'. */
  readonly article: string
  /** Paragraph and item within the article. */
  readonly clause?: string
  /** A clause of the text, verbatim; empty where the text was not read. */
  readonly quotation: string
  /** The article that gives the printed unit another meaning: 七日 counted in working days. */
  readonly readAs?: { readonly article: string; readonly printedUnit: 'calendar-day' }
  readonly checkedOn: string
  /** True only when the number was read in the official text. */
  readonly verified: boolean
  readonly note?: string
}

export type RuleContent = { readonly name: string; readonly startsWith?: string; readonly values: readonly RuleValue[] }

export type Rule = RuleContent & { readonly id: string }

/** How an instrument counts time. */
export type CountingRule = {
  readonly instrument: InstrumentId
  readonly article: string
  readonly quotation: string
  readonly roll: RuleRoll
  readonly hourStart: 'moment' | 'next-hour'
  readonly checkedOn: string
}

/** One year's schedule as published; see the working calendar in the kernel. */
export type HolidaySchedule = {
  readonly year: number
  readonly daysOff: readonly string[]
  readonly workdays: readonly string[]
  readonly statutoryHolidays: readonly string[]
  readonly source: string
  readonly issuedOn?: string
}
