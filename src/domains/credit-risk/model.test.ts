import { expect, test } from 'vitest'
import { INDUSTRIES } from '../market-entry/index.ts'
import { procedureById } from '../index.ts'
import { publishedInspections } from './published-inspections.ts'
import { creditRisk } from './model.ts'

const counted = creditRisk.rules.flatMap(({ id, measure }) => (measure.by === 'matters' ? measure.procedures.map((procedure) => ({ id, measure, procedure })) : []))

test('every rule over matters names outcomes, facts and values that the procedure has', () => {
  for (const { id, measure, procedure } of counted) {
    const declared = procedureById.get(procedure)
    expect(declared, `${id}: 程序${procedure}`).toBeDefined()
    for (const outcome of [...measure.outcomes ?? [], ...measure.exceptOutcomes ?? []]) expect(Object.keys(declared?.outcomes ?? {}), id).toContain(outcome)
    for (const key of [measure.dayFact, measure.hasFact, measure.fact?.key].filter((each) => each !== undefined)) expect(Object.keys(declared?.facts ?? {}), id).toContain(key)
    if (measure.fact !== undefined) for (const value of measure.fact.values) expect(declared?.facts[measure.fact.key]?.schema.safeParse(value).success, `${id}: ${value}`).toBe(true)
  }
})

test('the inspections that test the scores are read by facts the procedure has', () => {
  const { procedure, dayFact, resultFact, inspectorsFact, results, problemResults } = creditRisk.inspections
  const facts = procedureById.get(procedure)?.facts ?? {}
  expect(Object.keys(facts)).toEqual(expect.arrayContaining([dayFact, resultFact, inspectorsFact]))
  for (const result of results) expect(facts[resultFact]?.schema.safeParse(result).success, result).toBe(true)
  expect(results).toEqual(expect.arrayContaining([...problemResults]))
})

test('industries are prefixes of the standard', () => {
  const values = creditRisk.rules.flatMap(({ measure }) => (measure.by === 'column' && measure.column === 'industry_code' && 'values' in measure.test ? measure.test.values : []))
  expect(values.length).toBeGreaterThan(8)
  for (const value of values) expect([...INDUSTRIES.keys()].some((code) => code.startsWith(value)), value).toBe(true)
})

test('what only raises suspicion weighs less than what was proved', () => {
  const points = (id: string): number => creditRisk.rules.find((rule) => rule.id === id)?.points ?? 0
  expect(points('report-open') * 3).toBeLessThan(points('report-proved'))
  expect(points('complaints-received')).toBeLessThan(points('complaint-not-settled'))
  expect(points('abnormal-listed')).toBeLessThan(points('serious-violation-listed'))
  expect(creditRisk.rules.length).toBeGreaterThan(11)
})

const line = { facility_type: 'Restaurant', risk: 'Risk 1 (High)', zip: '60657', inspection_date: '2013-01-31', inspector_group: 'green', critical: '1', past_fail: '0', past_critical: '2', past_serious: '0', past_minor: '7', time_since_last_years: '0.9', first_record: '0' }

test('a published inspection is read, or its fault is named', () => {
  expect(publishedInspections.read(line)).toMatchObject({ on: '2013-01-31', area: '60657', isProblem: true, inspectors: ['green'], pastCritical: 2, risk: 1, isFirst: false })
  expect(publishedInspections.read({ ...line, inspector_group: '' })).toMatchObject({ inspectors: [] })
  expect(publishedInspections.read({ ...line, inspection_date: '31.1.2013' })).toContain('inspection_date不是日期')
  expect(publishedInspections.read({ ...line, critical: '' })).toContain('critical不是数字')
  expect(publishedInspections.read({ ...line, risk: 'high' })).toContain('risk无法识别')
  expect(publishedInspections.read({ ...line, zip: undefined })).toBe('缺少列：zip')
})

test('no step of the published scale can see who inspects', () => {
  const row = publishedInspections.read(line)
  if (typeof row === 'string') throw new Error(row)
  for (const { id, isMet } of publishedInspections.features) expect(isMet({ ...row, inspectors: ['purple'], isProblem: false }), id).toBe(isMet(row))
})
