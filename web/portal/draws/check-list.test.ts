import { describe, expect, test } from 'vitest'
import { heldDraw, PLAN } from '../../../src/engines/draw/fixtures/small-draw.ts'
import type { Bundle } from '../../../src/engines/draw/bundle.ts'
import { verifyBundle } from '../../../src/engines/draw/verify-bundle.ts'
import { BROWSER_HASHES } from './browser-hashes.ts'
import { checkList } from './check-list.ts'
import type { Check } from './check-list.ts'

const { bundle } = heldDraw(PLAN, [null])

function checksOf(changed: Bundle, announcementHash?: string): readonly Check[] {
  const verdict = verifyBundle(changed, BROWSER_HASHES, announcementHash === undefined ? {} : { announcementHash })
  return checkList(changed, verdict.ok ? [] : verdict.faults, announcementHash !== undefined)
}

const statesOf = (checks: readonly Check[]): Readonly<Record<string, string>> => Object.fromEntries(checks.map(({ id, state }) => [id, state]))

test('a sound draw passes every check; without a published hash that one is not compared', () => {
  const { published, ...others } = statesOf(checksOf(bundle))
  expect(published).toBe('not-compared')
  expect(new Set(Object.values(others))).toEqual(new Set(['ok']))
  expect(Object.keys(others)).toEqual(['format', 'rulebook', 'frame', 'inspectors', 'strata', 'sources', 'series', 'team', 'availability', 'outcome', 'randomness', 'codes', 'drawn', 'conflicts', 'teams'])
})

describe('a manipulated draw fails the check that looks at it, and what would follow is not claimed', () => {
  const [first, ...otherRows] = bundle.frame
  const [round] = bundle.rounds
  if (first === undefined || round === undefined) throw new Error('the fixture has rows and a round')
  const [drawn, ...otherDrawn] = round.drawn
  if (drawn === undefined || round.assignment === null) throw new Error('the fixture draws and assigns')
  const assignment = round.assignment
  const withRound = (change: Partial<typeof round>): Bundle => ({ ...bundle, rounds: [{ ...round, ...change }] })

  test.each<readonly [string, Bundle, string, string]>([
    ['a row', { ...bundle, frame: [{ ...first, name: '改名商行' }, ...otherRows] }, 'frame', 'availability'],
    ['a ratio', { ...bundle, announcement: { ...bundle.announcement, strata: bundle.announcement.strata.map((stratum) => ({ ...stratum, ratio: { numerator: 1, denominator: 1 } })) } }, 'strata', 'drawn'],
    ['a source made early', { ...bundle, announcement: { ...bundle.announcement, announcedAt: '2026-11-04T01:00:00.000Z' } }, 'sources', 'randomness'],
    ['a code', withRound({ code: '0'.repeat(64) }), 'codes', 'drawn'],
    ['a ticket', withRound({ drawn: [{ ...drawn, ticket: '0'.repeat(64) }, ...otherDrawn] }), 'drawn', 'teams'],
    ['a team', withRound({ assignment: { ...assignment, teams: assignment.teams.map(({ task, inspectors }) => ({ task, inspectors: [...inspectors].reverse() })) } }), 'teams', ''],
  ])('%s', (_, changed, failed, unrun) => {
    const states = statesOf(checksOf(changed))
    expect(states[failed]).toBe('failed')
    if (unrun !== '') expect(states[unrun]).toBe('not-run')
    expect(states['format']).toBe('ok')
  })

  test('an announcement other than the published one', () => {
    const states = statesOf(checksOf(bundle, '0'.repeat(64)))
    expect(states['published']).toBe('failed')
    expect(states['frame']).toBe('not-run')
  })

  test('after a faulty first round nothing is claimed of the second', () => {
    const again = heldDraw(PLAN, [null, { decidedAt: '2026-11-05T01:00:00.000Z', decidedBy: '甲', withdrawn: [{ entity: drawn.entity, reason: '已注销' }], unavailable: [], recused: [] }]).bundle
    const [, second] = again.rounds
    if (second === undefined) throw new Error('the fixture holds two rounds')
    expect(statesOf(checksOf(again))).toMatchObject({ causes: 'ok', drawn: 'ok', teams: 'ok' })
    const faulty = { ...again, rounds: [{ ...round, assignment: { ...assignment, teams: [] } }, second] }
    expect(statesOf(checksOf(faulty))).toMatchObject({ codes: 'ok', causes: 'not-run', drawn: 'not-run', conflicts: 'not-run', teams: 'failed' })
  })

  test('rules nobody knows', () => {
    const states = statesOf(checksOf({ ...bundle, announcement: { ...bundle.announcement, rulebook: { ...bundle.announcement.rulebook, version: '9-none' } } }))
    expect(states['rulebook']).toBe('failed')
    expect(states['published']).toBe('not-run')
  })
})
