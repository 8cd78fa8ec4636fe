import type { ClockView, MatterView, StepOffer } from '../../../src/engines/procedure/contract.ts'
import { openClocks } from './first-due.ts'

/** What a running limit waits for, and whether this person takes it, prepares it, or what holds it back. */
export type NextDuty = Readonly<{ clock: ClockView; stepName: string; offer: StepOffer | null; how: 'take' | 'propose' | 'held' | 'none' }>

/** The bureau's own open limits, the nearest first; one line for each step they wait for. */
export function nextDuties({ clocks, steps, proposals }: Pick<MatterView, 'clocks' | 'steps' | 'proposals'>): readonly NextDuty[] {
  const own = openClocks(clocks).filter(({ isWaiting }) => !isWaiting)
  const first = own.filter((clock, index) => own.findIndex(({ dueStepName }) => dueStepName === clock.dueStepName) === index)
  return first.filter(({ dueStepName }) => !proposals.some(({ stepName, status }) => stepName === dueStepName && (status === 'waiting' || status === 'approved')))
    .map((clock) => {
      const offer = steps.find(({ name }) => name === clock.dueStepName) ?? null
      return { clock, stepName: clock.dueStepName, offer, how: offer === null ? 'none' : isPrepared(offer) ? 'propose' : offer.isPermitted ? 'take' : 'held' }
    })
}

/** Times that others have, or that only have to pass. */
export function waitsOf({ clocks }: Pick<MatterView, 'clocks'>): readonly ClockView[] {
  return openClocks(clocks).filter(({ isWaiting }) => isWaiting)
}

/** A step whose documents are issued only as approved, or that another role takes, is prepared for approval here. */
export function isPrepared(offer: StepOffer): boolean {
  return offer.mayPropose && (offer.needsApproval || !offer.isPermitted)
}
