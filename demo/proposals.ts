import { identifierFrom } from '../src/kernel/identifier.ts'
import { instantFromEpoch } from '../src/kernel/calendar-date.ts'
import type { MatterEvent } from '../src/engines/procedure/matter.ts'
import type { Actor } from '../src/engines/procedure/role.ts'
import type { Chance } from './chance.ts'
import type { Row } from './copy-rows.ts'
import type { Deed } from './deed.ts'

type Prepared = {
  readonly id: string; readonly step: string; readonly revision: number; readonly input: string; readonly by: Actor; readonly at: string
  status: 'waiting' | 'approved' | 'returned' | 'superseded' | 'taken'
  decided: Readonly<{ by: Actor; at: string; comment: string }> | null
}

/** The steps of one matter that somebody prepared for approval. */
export type Proposals = Readonly<{
  propose: (deed: Extract<Deed, { do: 'propose' }>) => void
  judge: (deed: Extract<Deed, { do: 'judge' }>) => void
  /** Who prepared what now is to be judged. */
  madeBy: (step: string) => string
  /** The event of a step with the approval it rests on, if it was prepared. */
  taken: (event: MatterEvent) => MatterEvent
  rows: () => readonly Row[]
}>

export function createProposals(matter: Readonly<{ id: string; district: string }>, chance: Chance): Proposals {
  const rows: Prepared[] = []
  const last = (step: string): Prepared => {
    const row = rows.findLast((each) => each.step === step)
    if (row === undefined) throw new Error(`${step} of ${matter.id} was not prepared`)
    return row
  }
  return {
    propose: ({ at, by, step, revision, input }) => {
      for (const row of rows) if (row.step === step && (row.status === 'waiting' || row.status === 'approved')) row.status = 'superseded'
      rows.push({ id: identifierFrom(at, chance.bytes(10)), step, revision, input: JSON.stringify(input), by, at: instantFromEpoch(at), status: 'waiting', decided: null })
    },
    judge: ({ at, by, step, verdict, comment }) => {
      const row = last(step)
      row.status = verdict === 'approve' ? 'approved' : 'returned'
      row.decided = { by, at: instantFromEpoch(at), comment }
    },
    madeBy: (step) => last(step).by.id,
    taken: (event) => {
      if (event.type !== 'step-taken') return event
      const row = rows.findLast((each) => each.step === event.step && each.status === 'approved')
      if (row === undefined) return event
      row.status = 'taken'
      return { ...event, proposal: { revision: row.revision, madeByName: row.by.name, approvedByName: row.decided?.by.name ?? '' } }
    },
    rows: () => rows.map(({ id, step, revision, input, by, at, status, decided }) => ({
      district_code: matter.district, id, matter_id: matter.id, step, revision, input, comment: null, made_by: by.id, made_by_name: by.name, made_at: at, status,
      decided_by: decided?.by.id ?? null, decided_by_name: decided?.by.name ?? null, decided_at: decided?.at ?? null, decision_comment: decided?.comment ?? null,
    })),
  }
}
