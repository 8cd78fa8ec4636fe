import { expect, test } from 'vitest'
import type { ClockView, MatterView, ProposalView, StepOffer } from '../../../src/engines/procedure/contract.ts'
import { nextDuties, waitsOf } from './next-duties.ts'

const clock = (kind: string, dueStepName: string, more: Partial<ClockView> = {}): ClockView => ({
  kind, occurrence: 1, name: kind, nature: 'statutory', rule: kind, basis: { instrument: 'penalty-law', article: '第六十条', text: '' }, isVerified: true, status: 'running',
  due: { status: 'determined', dueAt: '2026-12-01T16:00:00.000Z', dueOn: '2026-12-01', targetOn: '2026-12-01' }, startedAt: '2026-11-01T00:00:00.000Z', stoppedAt: null, isMet: null, limitText: '', workingDaysLeft: 3,
  isOverdue: false, isWaiting: false, derivation: [], dueStepName, pauses: [], extensions: [], ...more,
})
const early = { due: { status: 'determined', dueAt: '2026-11-24T16:00:00.000Z', dueOn: '2026-11-24', targetOn: '2026-11-24' } } as const
const offer = (name: string, more: Partial<StepOffer> = {}): StepOffer => ({ step: name, name, basis: null, fields: [], documents: [], closes: null, mayPropose: false, needsApproval: false, isPermitted: true, ...more } as StepOffer)
const held = { isPermitted: false, refusal: { code: 'guard.x', says: '尚未告知。', do: '请先告知。' } } as const
const matter = (clocks: readonly ClockView[], steps: readonly StepOffer[], proposals: readonly ProposalView[] = []): Pick<MatterView, 'clocks' | 'steps' | 'proposals'> => ({ clocks, steps, proposals })

test('the nearest limit comes first; a step two limits wait for stands once; ended limits and other people’s times are no duty', () => {
  const clocks = [clock('late', '结案'), clock('near', '送达', early), clock('again', '送达'), clock('over', '立案', { status: 'stopped' }), clock('party', '催告', { isWaiting: true })]
  expect(nextDuties(matter(clocks, [offer('送达'), offer('结案', held)])).map(({ stepName, clock: { kind }, how }) => [stepName, kind, how])).toEqual([['送达', 'near', 'take'], ['结案', 'late', 'held']])
  expect(waitsOf({ clocks }).map(({ kind }) => kind)).toEqual(['party'])
})

test('what this person prepares for approval is told from what is taken and from what no step is offered for', () => {
  const duties = nextDuties(matter([clock('a', '决定'), clock('b', '公示', early), clock('c', '归档')], [offer('决定', { mayPropose: true, ...held }), offer('公示', { mayPropose: true, needsApproval: true })]))
  expect(duties.map(({ stepName, how }) => `${stepName} ${how}`).toSorted()).toEqual(['公示 propose', '决定 propose', '归档 none'])
})

test('a step that waits for approval is no duty here: its proposal says so', () => {
  const proposal = { stepName: '决定', status: 'waiting' } as ProposalView
  expect(nextDuties(matter([clock('a', '决定')], [offer('决定')], [proposal]))).toEqual([])
  expect(nextDuties(matter([clock('a', '决定')], [offer('决定')], [{ ...proposal, status: 'returned' }]))).toHaveLength(1)
})
