import { describe, expect, test } from 'vitest'
import type { IndicatorBoard, IndicatorStatus, IndicatorTile } from '../indicator/contract.ts'
import { evaluationDraft } from './evaluation.ts'
import { evaluationPaper } from './evaluation-paper.ts'
import type { StoredEvaluation } from './evaluation-store.ts'
import { gardenPlan } from './fixtures/garden-plan.ts'
import { planView } from './plan-view.ts'

const YEAR = { from: '2031-01-01', until: '2031-12-31', label: '2031年' }

function tile(id: string, value: number | null, status: IndicatorStatus, more: Readonly<{ target?: number; counts?: readonly [number, number]; statusName?: string; unit?: string }> = {}): IndicatorTile {
  const { target = 100, counts, unit = '%' } = more
  return {
    id, number: id.toUpperCase(), name: `指标${id}名`, unit, attribute: 'binding', attributeName: '约束性', kind: 'rate', source: value === null ? 'no-source-yet' : 'live',
    figure: {
      value, numerator: counts?.[0] ?? null, denominator: counts?.[1] ?? null, unit, period: YEAR, asOf: '2031-06-30', definitionVersion: 'v', excluded: [],
      provenance: value === null ? { kind: 'none', awaits: '待园丁报送' } : { kind: 'computed' },
    },
    target: { year: 2032, value: target, source: '表' }, otherTargets: [], years: [],
    judgement: { status, statusName: more.statusName ?? status, rule: 'r', ruleName: '规则', inputs: [], interval: null, projection: null, requiredPerYear: null, gap: null },
  }
}

const board = (tiles: readonly IndicatorTile[], textTargets: readonly IndicatorTile[] = []): IndicatorBoard =>
  ({ asOf: '2031-06-30', year: 2031, tiles, textTargets, summary: { 'achieved': 0, 'not-achieved': 0, 'on-track': 0, 'needs-acceleration': 0, 'limited': 0, 'deteriorating': 0, 'open-gap': 0, 'insufficient-sample': 0, 'no-value': 0 } })
const view = planView(gardenPlan, new Map([['1.1.1b', [{ on: '2031-06-20', progressPercent: 20, milestoneId: null }]]]), { asOf: '2031-06-30', isDayOver: true, offices: new Map([['legal-affairs', '法规科']]) })
const draftOf = (tiles: readonly IndicatorTile[], textTargets: readonly IndicatorTile[] = [], stored: StoredEvaluation | null = null) =>
  evaluationDraft({ plan: gardenPlan, view, board: board(tiles, textTargets), stored, mayEdit: true })

describe('the draft', () => {
  test('tells a gap with its size and its open cases, and what nobody can give is no gap', () => {
    const draft = draftOf([tile('1', 99.0991, 'open-gap', { counts: [110, 111] }), tile('2', null, 'no-value')], [tile('t1', 5, 'needs-acceleration', { target: 7, unit: '株' })])
    expect(draft.gaps).toEqual([
      { id: '1', name: '指标1名（指标1）', gap: '目标100%，完成99.1%，相差0.9个百分点，未达标1件（共111件）', cause: '', link: '/desk/indicators/1?asOf=2031-06-30&year=2031' },
      { id: 't1', name: '指标t1名', gap: '目标7株，完成5株，相差2株', cause: '', link: '/desk/indicators/t1?asOf=2031-06-30&year=2031' },
    ])
    expect(draft.unknown).toEqual([{ id: '2', name: '指标2名（指标2）', awaits: '待园丁报送' }])
    expect(draft.indicators.map(({ value }) => value)).toEqual(['99.1%', '—'])
  })

  test('never rounds a missed target to a met one', () => {
    expect(draftOf([tile('1', 99.997, 'open-gap'), tile('2', 98.4991, 'not-achieved', { target: 98.5 }), tile('3', 98.5, 'achieved', { target: 98.5 })]).indicators.map(({ value }) => value)).toEqual(['99.997%', '98.4991%', '98.5%'])
  })

  test('counts statuses and lights, names only those there are, and bears the name the plan gives the year', () => {
    const draft = draftOf([tile('1', 100, 'achieved'), tile('2', null, 'no-value')])
    expect(draft.title).toBe('某某园“十年”园艺规划中期评估报告')
    expect(draft.summary.split('\n')[1]).toBe('截至2031年6月30日，重要指标2项中，达标1项，暂无数据、不作评价1项。正文目标0项中，达标0项。')
    expect(draft.summary.split('\n')[2]).toBe('重点任务已完成0项，逾期或滞后1项，未启动2项。')
    expect(draft.tasksLate).toEqual([{ id: '1.1.1b', title: '搭起花架', officeName: '法规科', endsOn: '2031-12-31', dueOn: '2031-06-30', lightName: '已逾期', finishedOn: null }])
    expect(draft.proposals.split('\n')).toEqual(['对1项逾期或滞后任务提出整改时限：法规科1项。', '对1项暂无数据的指标，尽快接入数据来源或报送有关部门发布的数值。'])
  })

  test('what people wrote stands in place of the computed text', () => {
    const stored: StoredEvaluation = { id: 'x', title: null, summary: '花开得好。', causes: { 1: '缺水' }, proposals: '多浇水。', version: 3, updatedAt: '2031-07-01T00:00:00.000Z', updatedBy: '李示例' }
    expect(draftOf([tile('1', 50, 'open-gap')], [], stored)).toMatchObject({ title: '某某园“十年”园艺规划中期评估报告', summary: '花开得好。', proposals: '多浇水。', version: 3, isEdited: true, gaps: [{ cause: '缺水' }] })
  })
})

describe('the paper', () => {
  const frame = { bureauName: '某某局', address: 'https://desk.example', isSynthetic: false }

  test('has the five parts in order, and every figure opens its rows', () => {
    const paper = evaluationPaper(draftOf([tile('1', 50, 'open-gap'), tile('2', null, 'no-value')], [tile('t1', 5, 'limited')]), frame)
    expect(paper.title).toBe('某某园“十年”园艺规划\n中期评估报告')
    expect(paper.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []))).toEqual(['一、总体情况', '二、指标完成情况', '三、任务完成情况', '四、存在的差距及原因', '五、下一步建议'])
    const links = paper.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows.flat().flatMap(({ link }) => link ?? []) : []))
    expect(links).toEqual(['1', 't1'].map((id) => `https://desk.example/desk/indicators/${id}?asOf=2031-06-30&year=2031`))
  })

  test('numbers its tables without a gap and its proposals unless their writer did', () => {
    const stored: StoredEvaluation = { id: 'x', title: null, summary: null, causes: {}, proposals: '多浇水。\n（二）多除草。', version: 1, updatedAt: '2031-07-01T00:00:00.000Z', updatedBy: '李示例' }
    const { blocks } = evaluationPaper(draftOf([tile('1', null, 'no-value')], [], stored), frame)
    expect(blocks.flatMap((block) => (block.kind === 'grid' ? [block.caption.slice(0, 2)] : []))).toEqual(['表1', '表2', '表3', '表4'])
    expect(blocks.slice(-2).map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual(['（一）多浇水。', '（二）多除草。'])
  })
})
