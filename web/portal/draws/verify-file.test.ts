import { describe, expect, test } from 'vitest'
import { heldDraw, PLAN } from '../../../src/engines/draw/fixtures/small-draw.ts'
import { BROWSER_HASHES } from './browser-hashes.ts'
import { findEntities, verifyFile } from './verify-file.ts'

const OPTIONS = { hashes: BROWSER_HASHES, publishedHash: null, onProgress: () => {}, elapsedSeconds: () => 1 }
const { bundle } = heldDraw(PLAN, [null])
const [first] = bundle.rounds[0]?.drawn ?? []
if (first === undefined) throw new Error('the fixture draws')
const again = heldDraw(PLAN, [null, { decidedAt: '2026-11-05T01:00:00.000Z', decidedBy: '甲', withdrawn: [{ entity: first.entity, reason: '已注销' }], unavailable: [], recused: [] }]).bundle

test('a sound bundle is reported with its strata, entities and teams', () => {
  const outcome = verifyFile(JSON.stringify(bundle), OPTIONS)
  if (!('report' in outcome)) throw new Error(outcome.says)
  expect(outcome.report.isSound).toBe(true)
  expect(outcome.report.strata.map(({ id, drawn }) => [id, drawn])).toEqual(bundle.announcement.strata.map(({ id, size }) => [id, size]))
  expect(outcome.report.entities.map(({ team }) => team.length)).toEqual(outcome.report.entities.map(() => 2))
})

test('an entity that dropped out stays in the list with its reason, and its substitute names it', () => {
  const outcome = verifyFile(JSON.stringify(again), OPTIONS)
  if (!('report' in outcome)) throw new Error(outcome.says)
  expect(outcome.report.isSound).toBe(true)
  expect(outcome.report.entities.find(({ id }) => id === first.entity)).toMatchObject({ withdrawnReason: '已注销', team: [] })
  expect(outcome.report.entities.find(({ round }) => round === 2)?.replaces).toBe(bundle.frame.find(({ id }) => id === first.entity)?.name)
})

describe('what is no bundle is said to be none', () => {
  test.each([
    ['text', 'abc', '不是JSON'],
    ['an announcement', JSON.stringify({ announcement: bundle.announcement, rulebook: bundle.rulebook, announcementHash: '0' }), '抽取前的公告'],
    ['a bundle with a part missing', JSON.stringify({ ...bundle, inspectors: undefined }), '不是完整的'],
  ])('%s', (_, text, says) => {
    const outcome = verifyFile(text, OPTIONS)
    expect('says' in outcome ? outcome.says : '').toContain(says)
  })
})

test('entities are found by part of the name and by the whole code', () => {
  expect(findEntities(bundle, '商行1').total).toBe(11)
  expect(findEntities(bundle, ' f07 ').rows.map(({ id }) => id)).toEqual(['F07'])
  expect(findEntities(bundle, '').total).toBe(0)
})
