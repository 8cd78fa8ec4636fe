import { expect, test } from 'vitest'
import { PLAN } from '../../../src/engines/draw/fixtures/small-draw.ts'
import { hashGroups, partsWords, shareWords, teamSentences } from './draw-words.ts'

test('shares are written exactly or as a fraction', () => {
  expect([shareWords(7, 100), shareWords(1, 200), shareWords(1, 1), shareWords(1, 3), shareWords(0, 5)]).toEqual(['7%', '0.5%', '100%', '1/3', '0%'])
})

test('a source says what it gives', () => {
  const [source] = PLAN.sources
  expect(source === undefined ? '' : partsWords(source)).toBe('红球6个、蓝球1个')
})

test('the rules of teams are sentences, relaxations in their order', () => {
  const says = PLAN.team === null ? '' : teamSentences(PLAN.team).join('')
  expect(says).toContain('每户2名检查人员，其中1名须具备相应专业。')
  expect(says).toContain('每人任务上限加一、不再回避本镇街、不再要求专业')
})

test('a hash is shown in groups and loses nothing', () => {
  const hash = '0123456789abcdef'.repeat(4)
  expect(hashGroups(hash)).toHaveLength(8)
  expect(hashGroups(hash).join('')).toBe(hash)
})
