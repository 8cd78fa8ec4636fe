import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ClassRule, CreditClass, PlanTask } from './contract.ts'
import { thresholdOf } from './frame.ts'
import type { FrameObject } from './frame.ts'
import { changesBetween, classText } from './plan-rule.ts'
import { groupsSay } from './publish-plan.ts'
import { isLess, shareText, statuteOf } from './statute.ts'
import { groupsOf, rowOf } from './strata.ts'

const rule = (numerator: number, timesPerYear = 1, minimum = 0): ClassRule => ({ share: { numerator, denominator: 100 }, minimum, timesPerYear })
const TASK: PlanTask = {
  id: 't1', name: '任务', level: 'general', itemCodes: ['SP02'], kind: 'food-operator', monthFrom: 1, monthUntil: 12, leadOfficeId: 'catering', jointDepartments: [],
  classes: { A: rule(3), B: rule(5), C: rule(20, 2), D: rule(60, 0), U: rule(5) }, random: { group: { numerator: 1, denominator: 10 }, drawn: { numerator: 5, denominator: 100 } },
}
const object = (id: CreditClass, more: Partial<FrameObject> = {}): FrameObject => ({ id: 'X1', entityId: 'e', name: '甲店', town: null, class: id, isRandom: false, anyOn: '2026-03-01', sameOn: '2026-01-15', ...more })
const on = '2026-11-23'

describe('groups of a draw', () => {
  const { groups, exclusions } = groupsOf(TASK, { on, repeatBar: null })

  test('classes under one rule share a group, so the public name tells a ratio and no class', () => {
    expect(groups.map(({ id, classes }) => [id, classes.join('')])).toEqual([['G1', 'A'], ['G2', 'BU'], ['G3', 'C'], ['G4', 'D'], ['R', '']])
    for (const { stratum } of groups) expect(`${stratum.id}${stratum.name}`).not.toMatch(/风险|类|[A-D]$/u)
  })

  test('the text for everyone names the groups of the draws and no class', () => {
    const { shareSays, timesSays } = groupsSay({ ...TASK, classes: { ...TASK.classes, D: rule(60, 0, 2) } }, on)
    expect(shareSays).toBe('第1组（抽取比例3%），第2组（抽取比例5%），第3组（抽取比例20%），第4组（抽取比例60%）不少于2户，纯随机组（占全部对象10%，抽取比例5%）')
    expect(timesSays).toBe('第1组、纯随机组：同一年度内已被抽中的不再重复抽取；第2组：同一事项每年不超过1次；第3组：同一事项每年不超过2次；第4组的频次按需确定')
    expect(`${shareSays}${timesSays}`).not.toMatch(/风险|[A-DU]类|未评/u)
  })

  test('the low-risk are barred for the year whatever the item, the others by their times for the same item', () => {
    expect(exclusions).toEqual([
      { strata: ['G1', 'R'], drawnFrom: '2026-01-01', reason: '同一年度内已被抽中的不再重复抽取' },
      { strata: ['G2'], drawnFrom: '2026-01-01', reason: '同一事项每年不超过1次' },
      { strata: ['G3'], drawnFrom: '2026-05-23', reason: '同一事项每年不超过2次' },
    ])
    const context = { groups, drawId: 'd', expertise: null, conflicts: [] }
    expect(rowOf(object('A'), context)).toMatchObject({ stratum: 'G1', lastDrawnOn: '2026-03-01' })
    expect(rowOf(object('U'), context)).toMatchObject({ stratum: 'G2', lastDrawnOn: '2026-01-15' })
    expect(rowOf(object('D', { isRandom: true }), context)).toMatchObject({ stratum: 'R', lastDrawnOn: '2026-03-01' })
  })

  test('a lawful bar reaches as far back as it must', () => {
    const { exclusions: barred } = groupsOf({ ...TASK, classes: { ...TASK.classes, D: rule(60, 0) } }, { on: '2026-03-01', repeatBar: { months: 6, says: '六个月内不重复' } })
    expect(barred.find(({ strata }) => strata.includes('G4'))).toEqual({ strata: ['G4'], drawnFrom: '2025-09-01', reason: '六个月内不重复' })
    expect(barred.find(({ strata }) => strata.includes('G1'))?.drawnFrom).toBe('2025-09-01')
  })
})

describe('the random group', () => {
  test('holds the announced share of all objects, whatever their class', () => {
    const bound = thresholdOf({ numerator: 1, denominator: 5 })
    const inside = Array.from({ length: 20_000 }, (_, i) => createHash('sha256').update(`371003-2026-1|R|${i}`).digest('hex').slice(0, 13)).filter((hex) => hex < bound).length
    // 20 000 · 1/5, with six standard deviations on either side.
    expect(Math.abs(inside - 4_000)).toBeLessThan(6 * Math.sqrt(20_000 * 0.2 * 0.8))
  })

  test('its bounds are exact at both ends', () => {
    expect(thresholdOf({ numerator: 0, denominator: 5 })).toBe('0000000000000')
    expect('fffffffffffff' < thresholdOf({ numerator: 1, denominator: 1 })).toBe(true)
    expect(thresholdOf({ numerator: 1, denominator: 2 })).toBe('8000000000000')
  })
})

describe('shares', () => {
  test('are compared without floating-point numbers', () => {
    expect(isLess({ numerator: 333_333, denominator: 1_000_000 }, { numerator: 1, denominator: 3 })).toBe(true)
    expect(isLess({ numerator: 3, denominator: 100 }, { numerator: 30, denominator: 1_000 })).toBe(false)
    expect([shareText({ numerator: 3, denominator: 100 }), shareText({ numerator: 1, denominator: 3 }), shareText({ numerator: 1, denominator: 200 })]).toEqual(['3%', '1/3', '0.5%'])
  })

  test('the law of several items is the highest floor and the longest bar', () => {
    expect(statuteOf(['XY01', 'SP01'], on).floor?.share).toEqual({ numerator: 1, denominator: 2 })
    expect(statuteOf(['CP01'], on).repeatBar).toMatchObject({ months: 6, basis: { title: '产品质量监督抽查管理暂行办法' } })
    expect(statuteOf(['JG01'], on)).toEqual({ floor: null, repeatBar: null })
  })

  test('a revision says what was and what is', () => {
    const after = [{ ...TASK, name: '新任务', classes: { ...TASK.classes, C: rule(30, 2, 5) } }]
    expect(changesBetween([TASK], after)).toEqual([
      { task: '新任务', field: '任务名称', before: '任务', after: '新任务' },
      { task: '新任务', field: 'C类', before: classText(rule(20, 2)), after: '30%，不少于5户，每年不超过2次' },
    ])
    expect(changesBetween([TASK], [])).toEqual([{ task: '任务', field: '任务', before: '任务', after: null }])
  })
})
