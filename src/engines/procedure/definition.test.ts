import { describe, expect, expectTypeOf, test } from 'vitest'
import { cite } from '../../kernel/citation.ts'
import { basisOn, defineProcedure, ownValue, procedureUnder } from './definition.ts'
import type { FactsOf } from './facts.ts'
import { examplesOf } from './example.ts'
import { umbrellaLoan } from './fixtures/umbrella-loan.ts'
import { choice, text } from './facts.ts'

const basis = cite('civil-code', '第一条')
const facts = { colour: choice('颜色', { red: '红', blue: '蓝' }), name: text('名称') }
const head = {
  id: 'sample', name: '样例', numberPrefix: '样', instruments: ['civil-code'], parties: {}, facts,
  opening: { name: '登记', by: ['citizen'], basis, requires: ['name'] },
  states: { open: '已开', done: '已完' }, opensIn: 'open', finalStates: ['done'], outcomes: { done: '完' },
} as const
const finish = { name: '完成', from: 'open', to: 'done', by: ['case-officer'], basis, closes: 'done' } as const
const clock = { name: '期限', kind: 'statutory', rule: 'sample.limit', startsOn: 'opened', stopsOn: ['finish'], dueStep: 'finish' } as const
const define = procedureUnder<'sample.limit'>()

/** The compiler is the test: each marked line must be an error, or the mark itself is one. */
describe('a misspelt word does not compile', () => {
  test('a correct declaration does', () => {
    expect(define({ ...head, steps: { finish }, clocks: { clock } }).id).toBe('sample')
  })

  test('states', () => {
    // @ts-expect-error the state a step leads to
    define({ ...head, steps: { finish: { ...finish, to: 'dome' } }, clocks: { clock } })
    // @ts-expect-error one of the states a step leaves
    define({ ...head, steps: { finish: { ...finish, from: ['open', 'opem'] } }, clocks: { clock } })
    // @ts-expect-error the opening state
    define({ ...head, opensIn: 'opne', steps: { finish }, clocks: { clock } })
    // @ts-expect-error a final state
    define({ ...head, finalStates: ['dome'], steps: { finish }, clocks: { clock } })
    // @ts-expect-error a state in which a clock is void
    define({ ...head, steps: { finish }, clocks: { clock: { ...clock, endsIn: ['dome'] } } })
  })

  test('steps', () => {
    // @ts-expect-error the step a clock demands
    define({ ...head, steps: { finish }, clocks: { clock: { ...clock, dueStep: 'finnish' } } })
    // @ts-expect-error a step that stops a clock
    define({ ...head, steps: { finish }, clocks: { clock: { ...clock, stopsOn: ['finnish'] } } })
    // @ts-expect-error a step that starts a clock
    define({ ...head, steps: { finish }, clocks: { clock: { ...clock, startsOn: ['begin'] } } })
    // @ts-expect-error a step that pauses a clock
    define({ ...head, steps: { finish }, clocks: { clock: { ...clock, pausedBy: { hold: ['finish'] } } } })
    // @ts-expect-error a step that ends a pause
    define({ ...head, steps: { finish }, clocks: { clock: { ...clock, pausedBy: { finish: ['resume'] } } } })
    // @ts-expect-error a step that extends a clock
    define({ ...head, steps: { finish }, clocks: { clock: { ...clock, extendedBy: { longer: { rule: 'sample.limit', times: 1 } } } } })
    // @ts-expect-error a step that somebody else must have taken
    define({ ...head, steps: { finish: { ...finish, differsFrom: ['start'] } }, clocks: { clock } })
  })

  test('facts', () => {
    // @ts-expect-error a fact the form requires
    define({ ...head, steps: { finish: { ...finish, requires: ['color'] } }, clocks: { clock } })
    // @ts-expect-error a fact the opening requires
    define({ ...head, opening: { ...head.opening, requires: ['nmae'] }, steps: { finish }, clocks: { clock } })
    // @ts-expect-error a fact a step computes
    define({ ...head, steps: { finish: { ...finish, computes: () => ({ colour: 'green' }) } }, clocks: { clock } })
    // @ts-expect-error a fact a guard reads
    define({ ...head, steps: { finish: { ...finish, guards: [{ name: 'sample', cite: basis, check: ({ facts: known }) => (known.color === undefined ? null : null) }] } }, clocks: { clock } })
  })

  test('rules, instruments and roles', () => {
    // @ts-expect-error the rule of a clock
    define({ ...head, steps: { finish }, clocks: { clock: { ...clock, rule: 'sample.limits' } } })
    // @ts-expect-error the rule of an extension
    define({ ...head, steps: { finish }, clocks: { clock: { ...clock, extendedBy: { finish: { rule: 'sample.limits', times: 1 } } } } })
    // @ts-expect-error an instrument
    define({ ...head, instruments: ['civil-codex'], steps: { finish }, clocks: { clock } })
    // @ts-expect-error an instrument of a citation
    cite('civil-codex', '第一条')
    // @ts-expect-error a role
    define({ ...head, steps: { finish: { ...finish, by: ['officer'] } }, clocks: { clock } })
    // @ts-expect-error a rule that the law book does not have
    defineProcedure({ ...head, steps: { finish }, clocks: { clock: { ...clock, rule: 'sample.limit' } } })
  })

  test('examples', () => {
    const told = { name: 'a loan', receivedAt: '2026-03-02 09:00', facts: { purpose: '避雨', size: 'small' }, steps: [], ends: { state: 'requested', clocks: {} } } as const
    expect(examplesOf(umbrellaLoan, [told])).toHaveLength(1)
    // @ts-expect-error the state an example ends in
    examplesOf(umbrellaLoan, [{ ...told, ends: { state: 'request', clocks: {} } }])
    // @ts-expect-error a step of an example
    examplesOf(umbrellaLoan, [{ ...told, steps: [{ step: 'lent', at: '2026-03-02 09:00', by: 'case-officer' }] }])
    // @ts-expect-error a choice in an example
    examplesOf(umbrellaLoan, [{ ...told, facts: { purpose: '避雨', size: 'tiny' } }])
  })
})

test('facts have the types of their fields', () => {
  expectTypeOf<FactsOf<typeof facts>>().toEqualTypeOf<{ readonly colour?: 'red' | 'blue'; readonly name?: string }>()
})

test('the citation in force is the latest that had begun; the first stands for what came before', () => {
  const dated = [{ from: '2020-01-01', cite: cite('civil-code', '旧') }, { from: '2026-04-15', cite: cite('civil-code', '新') }]
  expect(['2019-01-01', '2026-04-14', '2026-04-15'].map((on) => basisOn(dated, on)?.article)).toEqual(['旧', '旧', '新'])
  expect(basisOn('internal', '2026-01-01')).toBeNull()
  expect(basisOn(basis, '2026-01-01')).toBe(basis)
})

test('a record gives what it holds and nothing it inherits', () => {
  expect(ownValue({ one: 1 }, 'one')).toBe(1)
  expect(ownValue({ one: 1 }, 'toString')).toBeUndefined()
  expect(ownValue(undefined, 'one')).toBeUndefined()
})
