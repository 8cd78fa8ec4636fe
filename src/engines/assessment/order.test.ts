import { expect, test } from 'vitest'
import { sha256Hex } from '../../platform/hash.ts'
import { classFaults, defineAssessment } from './definition.ts'
import { umbrellaModel } from './fixtures/umbrella-model.ts'
import { classOf, orderFaults, orderOn, versionOf, weighingOf } from './order.ts'
import { townsOf } from './towns.ts'

const order = (inForceFrom: string, orderedAt: string, points: Readonly<Record<string, number>> = {}) => ({ inForceFrom, orderedAt, points, classes: umbrellaModel.classes })

test('the order of a date is the latest that has begun; of one day the one given last', () => {
  const orders = [order('2024-03-01', 'b'), order('2024-01-01', 'a'), order('2024-03-01', 'c'), order('2025-01-01', 'd')]
  expect(orderOn(orders, '2023-12-31')).toBeUndefined()
  expect(orderOn(orders, '2024-02-29')?.orderedAt).toBe('a')
  expect(orderOn(orders, '2024-03-01')?.orderedAt).toBe('c')
  expect(orderOn(orders, '2026-01-01')?.orderedAt).toBe('d')
})

test('an order changes the points it names and switches off what it sets to 0; a rule counts only in its time', () => {
  const pointsOf = (weighing: ReturnType<typeof weighingOf>) => Object.fromEntries(weighing.rules.map(({ rule, points }) => [rule.id, points]))
  const changed = pointsOf(weighingOf(umbrellaModel, order('2024-01-01', 'a', { leaks: 11, moves: 0 }), '2024-05-01'))
  expect(changed).toMatchObject({ leaks: 11, loans: 1 })
  expect(changed).not.toHaveProperty('moves')
  expect(changed).not.toHaveProperty('retired-rule')
  expect(pointsOf(weighingOf(umbrellaModel, undefined, '2020-12-31'))).toHaveProperty('retired-rule')
})

test('the version changes with points and cuts and with nothing else', () => {
  const version = (points: Readonly<Record<string, number>>, on = '2024-05-01') => versionOf(weighingOf(umbrellaModel, order('2024-01-01', 'a', points), on), sha256Hex)
  expect(version({ leaks: 7 })).toBe(version({}))
  expect(version({}, '2024-06-01')).toBe(version({}))
  expect(version({ leaks: 8 })).not.toBe(version({}))
})

test('a class takes its lower bound and everything up to the next', () => {
  expect([-20, 0, 11, 12, 24, 25, 900].map((score) => classOf(score, umbrellaModel.classes))).toEqual(['A', 'A', 'A', 'B', 'B', 'C', 'C'])
})

const cut = (id: string, from: number | null) => ({ id, name: id, from, effect: '' })

test('two to eight classes, the first open, the others rising', () => {
  expect(classFaults([cut('A', null), cut('B', 1)])).toEqual([])
  expect(classFaults([cut('A', null)])).toEqual(['类别数应为2至8个'])
  expect(classFaults([cut('A', 0), cut('B', 1)])).toEqual(['第一类不设下限'])
  expect(classFaults([cut('A', null), cut('B', 5), cut('C', 5)])).toEqual(['各类下限应逐类升高'])
  expect(classFaults([cut('A', null), cut('B', 1.5)])).toContain('各类下限应为绝对值不超过1000的整数')
  expect(classFaults([cut('A', null), cut('A', 3)])).toEqual(['类别代号重复'])
  expect(classFaults([cut('A', null), cut('U', 3)])).toEqual(['代号U留给未评定的主体'])
  expect(orderFaults(umbrellaModel, { classes: umbrellaModel.classes, points: { leaks: 2_000 } })).toEqual(['规则“漏雨”的分值应为绝对值不超过1000的整数'])
})

test('a declaration that would make a wrong statement is refused', () => {
  const [rule] = umbrellaModel.rules
  if (rule === undefined) throw new Error('no rule')
  const withRule = (change: Partial<typeof rule>) => () => defineAssessment({ ...umbrellaModel, rules: [{ ...rule, ...change }] })
  expect(withRule({})).not.toThrow()
  expect(withRule({ id: `x'; DROP TABLE entity` })).toThrow(/kebab-case/)
  expect(withRule({ points: 0 })).toThrow(/points/)
  expect(withRule({ points: 1.5 })).toThrow(/points/)
  expect(withRule({ atMost: 0 })).toThrow(/atMost/)
  expect(withRule({ measure: { by: 'matters', procedures: ['loan'], counted: 'closed' } })).toThrow(/months/)
  expect(withRule({ measure: { by: 'matters', procedures: ['loan'], counted: 'happened', months: 3 } })).toThrow(/day/)
  expect(() => defineAssessment({ ...umbrellaModel, rules: [rule, rule] })).toThrow(/declared twice/)
})

test('the towns of a reader: all, some, or those of paired grants', () => {
  expect(townsOf({ towns: '*' })).toBe('*')
  expect(townsOf({ towns: ['a'] })).toEqual(['a'])
  expect(townsOf({ towns: [], pairs: ['x/a', 'x/-', 'y/b', 'y/a'] })).toEqual(['a', 'b'])
  expect(townsOf({ towns: [], pairs: ['x/a', 'y/*'] })).toBe('*')
  expect(townsOf({})).toEqual([])
})
