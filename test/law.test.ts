import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { countingRules, workingDayReadings } from '../law/counting.ts'
import { instruments } from '../law/instruments.ts'
import { rules } from '../law/rules/all.ts'
import { appealRules } from '../law/rules/appeal.ts'
import { complaintRules } from '../law/rules/complaint.ts'
import { creditRules } from '../law/rules/credit.ts'
import { crimeTransferRules } from '../law/rules/crime-transfer.ts'
import { exitRules } from '../law/rules/exit.ts'
import { listRules } from '../law/rules/list.ts'
import { compulsionRules } from '../law/rules/compulsion.ts'
import { generalRules } from '../law/rules/general.ts'
import { hearingRules } from '../law/rules/hearing.ts'
import { hotlineRules } from '../law/rules/hotline.ts'
import { inspectionRules } from '../law/rules/inspection.ts'
import { penaltyDisclosureRules } from '../law/rules/penalty-disclosure.ts'
import { penaltyRules } from '../law/rules/penalty.ts'
import { randomInspectionRules } from '../law/rules/random-inspection.ts'
import { reportRules } from '../law/rules/report.ts'
import type { Rule, RuleValue } from '../law/types.ts'
import { listLaw, readLawTexts, reportLawCheck } from '../src/app/commands/law.ts'
import { addMonths } from '../src/kernel/calendar-date.ts'
import { chineseNumeral, numeralsFor } from '../src/kernel/chinese-numeral.ts'
import { assertNoOverlap } from '../src/kernel/dated.ts'
import { articleText, checkLaw, statesValue } from '../src/kernel/law-check.ts'
import { limitOn, ruleOn } from '../src/kernel/law-book.ts'
import { REFERENCE_FOLDER } from './support/reference-folder.ts'

const TEXTS = `${REFERENCE_FOLDER}/law`
const PLAN = `${REFERENCE_FOLDER}/plan/plan-zh.txt`

let texts: ReadonlyMap<string, string> = new Map()

beforeAll(async () => {
  if (existsSync(TEXTS)) texts = await readLawTexts(TEXTS)
})

// A fictional instrument shows what the check finds and what it refuses.
const fiction = new Map([['penalty-law', [
  '第一章 总则',
  '第一条  应当自立案之日起九十日内作出决定；情况复杂的，可以延长三十日。',
  '第二条  应当在十五个工作日内核查。',
  '　　逾期的，每日按数额的百分之三加处罚款。',
  '第三条  应当在七日内送达。',
  '第四条  本法中“五日”“七日”的规定是指工作日。',
  '第五条  应当在三日内备案。',
  '第六条  催告书送达十日后可以申请。',
  '第七条  本法中十日以内期限的规定是指工作日。',
].join('\n')]])

const base = { instrument: 'penalty-law', from: '2021-07-15', checkedOn: '2026-11-22', verified: true } as const

function resultFor(value: Omit<RuleValue, 'instrument' | 'from' | 'checkedOn' | 'verified'>): string {
  const rule: Rule = { id: 'fiction.rule', name: '例', values: [{ ...base, ...value }] }
  return checkLaw(fiction, [rule]).map(finding => `${finding.result} ${finding.reason}`.trim()).join()
}

describe('law check', () => {
  it('finds number and unit in the article', () => {
    expect(resultFor({ value: 90, unit: 'calendar-day', article: '第一条', quotation: '自立案之日起九十日内作出决定' })).toBe('ok')
    expect(resultFor({ value: 15, unit: 'working-day', article: '第二条', quotation: '十五个工作日内核查' })).toBe('ok')
    expect(resultFor({ value: 3, unit: 'percent', article: '第二条', quotation: '百分之三加处罚款' })).toBe('ok')
  })

  it('fails on a wrong number, unit, article or quotation', () => {
    expect(resultFor({ value: 60, unit: 'calendar-day', article: '第一条', quotation: '自立案之日起九十日内作出决定' })).toMatch(/^miss 引文中没有数值60/)
    expect(resultFor({ value: 10, unit: 'calendar-day', article: '第一条', quotation: '自立案之日起九十日内作出决定' })).toMatch(/^miss/)
    expect(resultFor({ value: 90, unit: 'working-day', article: '第一条', quotation: '自立案之日起九十日内作出决定' })).toMatch(/^miss 引文中没有数值90/)
    expect(resultFor({ value: 90, unit: 'calendar-day', article: '第二条', quotation: '自立案之日起九十日内作出决定' })).toMatch(/^miss 第二条中没有引文/)
    expect(resultFor({ value: 90, unit: 'calendar-day', article: '第九条', quotation: '自立案之日起九十日内作出决定' })).toBe('miss 全文中找不到第九条')
    expect(resultFor({ value: 5, unit: 'working-day', article: '第二条', quotation: '十五个工作日内核查' })).toMatch(/^miss/)
    expect(checkLaw(new Map(), rules.slice(0, 1)).map(finding => finding.result)).toContain('miss')
  })

  it('takes printed days for working days only where another article says so', () => {
    const service = { value: 7, unit: 'working-day', article: '第三条', quotation: '应当在七日内送达' } as const
    expect(resultFor(service)).toMatch(/^miss 引文中没有数值7/)
    expect(resultFor({ ...service, readAs: { article: '第四条', printedUnit: 'calendar-day' } })).toBe('ok')
    expect(resultFor({ value: 3, unit: 'working-day', article: '第五条', quotation: '应当在三日内备案', readAs: { article: '第四条', printedUnit: 'calendar-day' } })).toBe('miss 第四条没有将该期限规定为工作日')
    const upToTen = { article: '第七条', printedUnit: 'calendar-day' } as const
    expect(resultFor({ value: 10, unit: 'working-day', article: '第六条', quotation: '催告书送达十日后', readAs: upToTen })).toBe('ok')
    expect(resultFor({ value: 90, unit: 'working-day', article: '第一条', quotation: '自立案之日起九十日内', readAs: upToTen })).toBe('miss 第七条没有将该期限规定为工作日')
  })

  it('skips what is not verified and says so', () => {
    const [finding] = checkLaw(fiction, [{ id: 'fiction.rule', name: '例', values: [{ ...base, verified: false, value: 1, unit: 'month', article: '第一条', quotation: '', note: '未读' }] }])
    expect(finding).toMatchObject({ result: 'skipped-unverified', reason: '未读' })
  })

  it.skipIf(!existsSync(TEXTS))('passes for every verified value on the full texts', () => {
    const report = reportLawCheck(texts)
    expect(report.findings.filter(finding => finding.result === 'miss')).toEqual([])
    expect(report.ok).toBe(report.checked)
    expect(report.ok).toBeGreaterThanOrEqual(95)
  })

  it.skipIf(!existsSync(TEXTS))('fails on the full texts when the real number is changed', () => {
    const changed = rules.map(rule => ({ ...rule, values: rule.values.map(value => (value.value === null ? value : { ...value, value: value.value + 1 })) }))
    const report = reportLawCheck(texts, changed)
    const withoutNumber = rules.flatMap(rule => rule.values).filter(value => value.value === null && value.verified)
    expect(report.ok).toBe(withoutNumber.length)
  })

  it.skipIf(!existsSync(TEXTS))('finds the counting rules in the texts', () => {
    for (const rule of [...countingRules, ...workingDayReadings]) {
      expect(articleText(texts.get(rule.instrument) ?? '', rule.article)?.replaceAll(/\s/g, '')).toContain(rule.quotation)
    }
  })

  it.skipIf(!existsSync(PLAN))('finds the 24 hours in the plan', () => {
    const promise = ruleOn('complaint-report.first-response', '2026-11-22')
    expect(promise).toMatchObject({ value: 24, unit: 'hour' })
    if ('quotation' in promise) expect(readFileSync(PLAN, 'utf8')).toContain(promise.quotation)
  })
})

describe('law as data', () => {
  it('gives every id to one rule and cites instruments that are listed', () => {
    const parts = [complaintRules, reportRules, hotlineRules, inspectionRules, randomInspectionRules, penaltyRules, hearingRules, compulsionRules, penaltyDisclosureRules, creditRules, listRules, exitRules, crimeTransferRules, appealRules, generalRules]
    expect(rules).toHaveLength(parts.reduce((total, part) => total + Object.keys(part).length, 0))
    for (const value of rules.flatMap(rule => rule.values)) {
      const instrument = instruments[value.instrument]
      if (value.verified) expect(instrument.textAvailable).toBe(true)
      else expect(value.note ?? '').not.toBe('')
    }
  })

  it('resolves every rule for each month from its first date to two years ahead, exactly once', () => {
    for (const rule of rules) {
      assertNoOverlap(rule.values)
      const first = rule.values.map(value => value.from).sort()[0] ?? ''
      for (let on = first; on < '2028-11-22'; on = addMonths(on, 1)) {
        expect(rule.values.filter(value => value.from <= on && (value.until === undefined || on < value.until)), `${rule.id} on ${on}`).toHaveLength(1)
      }
    }
  })

  it('keeps both complaint regimes apart by the day of receipt', () => {
    expect(limitOn('complaint.mediation', '2026-04-14')?.period).toEqual({ amount: 45, unit: 'working-day' })
    expect(limitOn('complaint.mediation', '2026-04-15')).toMatchObject({ period: { amount: 60, unit: 'calendar-day' }, roll: 'statutory-holiday', hourStart: 'moment', isVerified: true })
    expect(limitOn('report.filing-notice', '2026-04-14')).toMatchObject({ period: { amount: 5, unit: 'working-day' }, isVerified: false })
    expect(limitOn('report.filing-notice', '2026-04-15')).toBeNull()
    expect(ruleOn('complaint.acceptance', '2019-12-31')).toMatchObject({ kind: 'refusal', rule: 'complaint.acceptance' })
    expect(limitOn('penalty.seizure-report', '2026-01-01')).toMatchObject({ hourStart: 'next-hour' })
    expect(() => limitOn('hearing.threshold-person', '2026-01-01')).toThrow('no limit in time')
  })

  it('lists values as numbers with their basis, without repeals', () => {
    const list = listLaw()
    expect(list.every(entry => Number.isFinite(entry.value))).toBe(true)
    expect(list.find(entry => entry.id === 'complaint.acceptance' && entry.until === null)).toMatchObject({ instrument: 'complaint-report-measures', article: '第十五条', value: 7, unit: 'working-day', from: '2026-04-15', verified: true })
    expect(list.filter(entry => entry.id === 'report.filing-notice')).toHaveLength(1)
  })
})

describe('numerals in law', () => {
  it.each([[7, '七'], [10, '十'], [15, '十五'], [45, '四十五'], [90, '九十'], [100, '一百'], [105, '一百零五'], [110, '一百一十'], [200, '二百'], [3000, '三千'], [10_000, '一万'], [100_000, '十万'], [1_000_000, '一百万'], [12_010, '一万二千零一十']])('%i is %s', (value, text) => {
    expect(chineseNumeral(value)).toBe(text)
  })

  it('knows 两 and Arabic digits, and a number standing alone', () => {
    expect(numeralsFor(2)).toEqual(['二', '2', '两'])
    expect(statesValue('自收到申请之日起两个工作日内', 2, 'working-day')).toBe(true)
    expect(statesValue('20 个工作日内', 20, 'working-day')).toBe(true)
    expect(statesValue('二十日内', 10, 'calendar-day')).toBe(false)
    expect(statesValue('百分之三十', 3, 'percent')).toBe(false)
  })
})
