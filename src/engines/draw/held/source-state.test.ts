import { describe, expect, test } from 'vitest'
import { agreedValues, sourceState, standingOf } from './source-state.ts'
import type { Reading } from './source-state.ts'
import { announcedSources, faultsOfReading, findPublicSource, PUBLIC_SOURCES } from '../public-sources.ts'

const sources = announcedSources([{ source: 'double-colour-ball', issue: '2026135', publishedFrom: '2026-11-24T13:30:00.000Z' }, { source: 'drand-quicknet', issue: '15000000', publishedFrom: '2026-11-24T13:30:00.000Z' }])
const [lottery, beacon] = sources
if (lottery === undefined || beacon === undefined) throw new Error('two sources')
const reading = (accountId: string, parts: Reading['parts'], more: Partial<Reading> = {}): Reading =>
  ({ sourceId: lottery.id, accountId, byName: accountId, at: '2026-11-24T14:00:00.000Z', issue: '2026135', parts, evidence: '开奖公告', fallbackReason: null, ...more })
const SAME = [['01', '7', '12', '19', '25', '28'], ['3']]
const REORDERED = [['28', '25', '19', '12', '07', '1'], ['03']]
const OTHER = [['01', '7', '12', '19', '25', '29'], ['3']]

describe('two people who type the same', () => {
  test('agree whatever the order of a set and leading zeros', () => {
    expect(standingOf(lottery, [reading('a', SAME), reading('b', REORDERED)])).toMatchObject({ state: 'agreed', differences: [] })
  })

  test('one person typing twice agrees with nobody', () => {
    expect(standingOf(lottery, [reading('a', SAME), reading('a', REORDERED)]).state).toBe('one')
  })

  test('differ by part, by issue, by the use of another issue', () => {
    expect(standingOf(lottery, [reading('a', SAME), reading('b', OTHER)])).toMatchObject({ state: 'disagree', differences: ['红球'] })
    expect(standingOf(lottery, [reading('a', SAME), reading('b', SAME, { issue: '2026136', fallbackReason: '停开' })]).differences).toEqual(['期号', '改用其他期次的说明'])
  })

  test('a later reading of the same person stands; a third may settle it', () => {
    expect(standingOf(lottery, [reading('a', OTHER), reading('b', SAME), reading('a', SAME)]).state).toBe('agreed')
    expect(standingOf(lottery, [reading('a', OTHER), reading('b', SAME), reading('c', SAME)])).toMatchObject({ state: 'agreed', agreed: [{ accountId: 'b' }, { accountId: 'c' }] })
  })

  test('values are there only when every source agrees', () => {
    const hex = 'ab'.repeat(32)
    const readings = [reading('a', SAME), reading('b', REORDERED, { at: '2026-11-24T15:00:00.000Z' }), reading('a', [[hex]], { sourceId: beacon.id, issue: '15000000' })]
    expect(agreedValues(sources, readings)).toBe(null)
    expect(agreedValues(sources, [...readings, reading('c', [[hex.toUpperCase()]], { sourceId: beacon.id, issue: '15000000' })])).toMatchObject([{ source: 'double-colour-ball.1', readAt: '2026-11-24T15:00:00.000Z', enteredBy: ['a', 'b'] }, { enteredBy: ['a', 'c'] }])
  })

  test('nobody sees what another typed before both agree', () => {
    const shown = sourceState(lottery, [reading('a', SAME)], { accountId: 'b', now: '2026-11-24T15:00:00.000Z' })
    expect(shown).toMatchObject({ state: 'one', mine: null, agreed: null, says: '第一人已录入，等待另一人独立录入。', entries: [{ byName: 'a', isMine: false }] })
    expect(JSON.stringify(shown)).not.toContain('28')
  })
})

describe('what a source can have published', () => {
  const ball = findPublicSource('double-colour-ball')
  test.each([
    [[['1', '2', '3', '4', '5', '34'], ['1']], '“红球”的号码应为1至33的整数'],
    [[['1', '2', '3', '4', '5', '05'], ['1']], '“红球”有重复的号码'],
    [[['1', '2', '3', '4', '5'], ['1']], '“红球”应有6个'],
    [[['1', '2', '3', '4', '5', '6']], '应有2部分号码'],
    [[['1', '2', '3', '4', '5', 'x'], ['1']], '“x”不是'],
  ])('%j is refused: %s', (parts, says) => {
    expect(ball === undefined ? [] : faultsOfReading(ball, parts).join()).toContain(says)
  })

  test('every preset can be announced, and its own parts are right', () => {
    for (const source of PUBLIC_SOURCES) {
      const parts = source.parts.map(({ form, count }) => Array.from({ length: count }, (_, i) => (form === 'hex' ? '0f'.repeat(32) : `${i + 1}`)))
      expect(faultsOfReading(source, parts)).toEqual([])
      expect(announcedSources([{ source: source.id, issue: '1', publishedFrom: '2026-11-24T13:30:00.000Z' }])[0]?.id).toBe(`${source.id}.1`)
    }
  })
})
