import { describe, expect, test } from 'vitest'
import { holidaySchedules } from '../../../law/holidays/schedules.ts'
import { decide, decideOpening } from '../../engines/procedure/decide.ts'
import { instantOf } from '../../engines/procedure/example.ts'
import { guardsOf, tellGuardCase } from '../../engines/procedure/fixtures/guard-case.ts'
import { LAW_IN_FORCE } from '../../engines/procedure/services.ts'
import { createWorkingCalendar } from '../../kernel/working-calendar.ts'
import { OPENED, consumerCases } from './fixtures/guard-cases.ts'
import { complaint, consumerProcedures } from './index.ts'

const under = { law: LAW_IN_FORCE, calendar: createWorkingCalendar(holidaySchedules) }
const by = 'section-head'

describe('each precondition alone refuses, with its article and what to do; once mended the step is taken', () => {
  test.each(consumerCases)('$guard: $why', (told) => {
    const { answers, expected } = tellGuardCase(told.procedure, { ...OPENED[told.procedure.id] }, told)
    expect(answers).toEqual(expected)
  })

  test('every precondition of complaints, reports and work orders is among them', () => {
    expect(new Set(consumerCases.map((told) => told.guard))).toEqual(new Set(consumerProcedures.flatMap((procedure) => [...guardsOf(procedure)])))
  })
})

test('the article named is that of the measures which govern the matter', () => {
  const actor = { id: 'head', name: '甲', officeId: 'hall', roles: [{ role: by, offices: ['*'], towns: ['*'] }] } as const
  const articles = ['2026-04-14 09:00', '2026-04-15 09:00'].map((receivedAt) => {
    const context = { now: instantOf(receivedAt), actor, ...under, related: [], people: new Map() }
    const opened = decideOpening(complaint, { id: 'm', district: 'd', number: '1', title: '投诉', channel: 'counter', officeId: 'hall', receivedAt: context.now, facts: { ...OPENED.complaint }, parties: [], synthetic: true }, context)
    if (opened.kind !== 'decided') throw new Error('not opened')
    const answer = decide(complaint, opened.matter, { step: 'refuse', input: { refusalGround: 'over-three-years', refusalReason: '距购买已经超过三年时间。' } }, context)
    return answer.kind === 'refusal' ? answer.cite : undefined
  })
  expect(articles).toEqual([{ instrument: 'complaint-report-interim-measures', article: '第十五条' }, { instrument: 'complaint-report-measures', article: '第十六条' }])
})
