import { expect, it } from 'vitest'
import { isComputed } from '../../../engines/indicator/definition.ts'
import { definitionVersion } from '../../../engines/indicator/figure.ts'
import { procedureById } from '../../index.ts'
import { planIndicators } from './catalogue.ts'

const { definitions } = planIndicators
const byId = (id: string) => {
  const found = definitions.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no indicator ${id}`)
  return found
}

// The table of the plan as printed: number, target of 2025, attribute (B binding, E expected).
const PRINTED = `1 5.5 B; 2 98.5 E; 3 100 E; 4 100 E; 5 100 B; 6 100 B; 7 100 B; 8 100 B; 9 100 B; 10 0.03 B; 11 100 E; 12 95 E; 13 94 E; 14 8 B; 15 100 E; 16 100 E; 17 100 B; 18 30 E; 19 12 E; 20 7 E; 21 85 E; 22 8 E; 23 85 E`

it('the 23 of the table stand first, with target and attribute as printed', () => {
  const listed = definitions.slice(0, 23).map(({ id, targets, attribute }) => `${id} ${targets.find(({ year }) => year === 2025)?.value ?? '-'} ${attribute === 'binding' ? 'B' : 'E'}`)
  expect(listed.join('; ')).toBe(PRINTED)
})

it('every target of the text is there, those with several parts in parts', () => {
  const parts = new Map<string, number>()
  for (const { id } of definitions.slice(23)) parts.set(id.slice(0, 3), (parts.get(id.slice(0, 3)) ?? 0) + 1)
  expect([...parts.keys()]).toEqual(Array.from({ length: 21 }, (_, i) => `t${String(i + 1).padStart(2, '0')}`))
  expect([parts.get('t04'), parts.get('t17'), parts.get('t19'), parts.get('t21')]).toEqual([2, 4, 3, 3])
})

it('two targets for one thing are both kept; the death rate is per ten thousand units', () => {
  expect(byId('2').targets[0]?.value).toBe(98.5)
  expect(byId('t02').targets[0]?.value).toBe(98)
  expect(byId('10')).toMatchObject({ unit: '人/万台', multiplier: 10_000, direction: 'lower', kind: 'rare-event' })
})

it('identifiers are unique, and each definition says how, from where and in what it counts', () => {
  expect(new Set(definitions.map(({ id }) => id)).size).toBe(definitions.length)
  for (const definition of definitions) {
    expect(definition.formula, definition.id).not.toBe('')
    expect(definition.planPlace, definition.id).toMatch(/^[一二三]（/u)
    expect(definition.says, definition.id).toMatch(/。$/u)
    if (definition.kind === 'full-coverage' || definition.kind === 'rate') expect(definition.denominator, definition.id).not.toBeNull()
  }
})

it('what is counted exists: procedures, clocks, outcomes as they are declared', () => {
  for (const { id, measure } of definitions) {
    if (!isComputed(measure)) continue
    if (measure.by === 'on-time-ratio') for (const { procedure, kind } of measure.clocks) expect(procedureById.get(procedure)?.clocks[kind], `${id} ${procedure} ${kind}`).toBeDefined()
    if (measure.by === 'closed-ratio') {
      for (const [fact, value] of Object.entries(measure.matters.facts?.equal ?? {})) for (const procedure of measure.matters.procedures) expect(Object.keys(procedureById.get(procedure)?.facts[fact]?.choices ?? {}), id).toContain(value)
      for (const procedure of measure.matters.procedures) for (const { outcome } of measure.matters.excludedOutcomes ?? []) expect(procedureById.get(procedure)?.outcomes[outcome], id).toBeDefined()
    }
  }
})

it('a clock that a step restarts is counted as restartable', () => {
  for (const { id, measure } of definitions) {
    if (measure.by !== 'on-time-ratio') continue
    for (const { procedure, kind, isRestartable = false } of measure.clocks) expect(isRestartable, `${id} ${kind}`).toBe(procedureById.get(procedure)?.clocks[kind]?.restartedBy !== undefined)
  }
})

it('8, 14, 15, 16, 17 and t19 run on the bureau’s own matters; what others publish awaits them', () => {
  expect(definitions.filter(({ measure }) => isComputed(measure)).map(({ id }) => id)).toEqual(['8', '14', '15', '16', '17', 't19', 't19b', 't19c'])
  expect(definitions.filter(({ measure }) => measure.by === 'reported').map(({ id }) => id)).toEqual(['13', '18', '19', '20', '21', '22', '23', 't17a', 't17b', 't17c', 't17d', 't20'])
})

it('any change of a definition is another version', () => {
  const definition = byId('15')
  expect(definitionVersion({ ...definition })).toBe(definitionVersion(definition))
  expect(definitionVersion({ ...definition, exclusions: [] })).not.toBe(definitionVersion(definition))
})
