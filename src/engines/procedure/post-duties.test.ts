import { expect, test } from 'vitest'
import { umbrellaLoan } from './fixtures/umbrella-loan.ts'
import { dutiesOfPost } from './post-duties.ts'
import type { Role } from './role.ts'

const actor = (role: Role) => ({ id: 'a', name: '甲', officeId: 'o', roles: [{ role, offices: ['*'], towns: ['*'] }] })
const clocks = Object.entries(umbrellaLoan.clocks)
const step = (dueStep: string) => Object.entries(umbrellaLoan.steps).find(([id]) => id === dueStep)?.[1]

test('a post’s duties are the limits whose step it takes, in the states from which it is taken; an officer has none by post', () => {
  for (const role of ['section-head', 'bureau-leader', 'legal-reviewer'] as const) {
    const own = clocks.filter(([, clock]) => step(clock.dueStep)?.by.some((each) => each === role) === true)
    expect(new Set(dutiesOfPost([umbrellaLoan], actor(role)).map(({ clock }) => clock))).toEqual(new Set(own.map(([id]) => id)))
  }
  expect(dutiesOfPost([umbrellaLoan], actor('case-officer'))).toEqual([])
  const [first] = clocks
  if (first === undefined) throw new Error('the umbrella has no clock')
  const [id, clock] = first
  const known = { ...umbrellaLoan, steps: { ...umbrellaLoan.steps, [clock.dueStep]: { ...step(clock.dueStep), by: ['legal-reviewer'], from: ['x', 'y'] } }, clocks: { [id]: clock, waits: { ...clock, isWaiting: true } } } as unknown as typeof umbrellaLoan
  expect(dutiesOfPost([known], actor('legal-reviewer'))).toEqual([{ procedure: umbrellaLoan.id, clock: id, state: 'x' }, { procedure: umbrellaLoan.id, clock: id, state: 'y' }])
})
