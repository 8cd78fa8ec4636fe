import { expect, test } from 'vitest'
import { PLAN } from '../../../src/engines/draw/fixtures/small-draw.ts'
import { hashGroups, partsWords, teamSentences } from './draw-words.ts'

test('a source says what it gives', () => {
  const [source] = PLAN.sources
  expect(source === undefined ? '' : partsWords(source)).toBe('红球6个、蓝球1个')
})

test('the rules of teams are sentences, relaxations in their order', () => {
  const says = PLAN.team === null ? '' : teamSentences(PLAN.team).join('')
  expect(says).toContain('每户2名检查人员，其中1名须具备相应专业。')
  expect(says).toContain('每人任务上限增加一户、不再要求回避本镇街、不再要求专业对口')
})

test('a hash is shown in groups and loses nothing', () => {
  const hash = '0123456789abcdef'.repeat(4)
  expect(hashGroups(hash)).toHaveLength(8)
  expect(hashGroups(hash).join('')).toBe(hash)
})
