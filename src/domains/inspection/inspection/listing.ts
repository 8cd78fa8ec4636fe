import type { ChildOpening } from '../../../engines/procedure/definition.ts'
import type { Matter } from '../../../engines/procedure/matter.ts'
import type { InspectionFacts } from './answers.ts'

/** What was verified about an entity that cannot be reached opens its own matter: a list for enterprises, a mark for sole traders. */
export function listingOf(matter: Matter, { unreachableKind, unreachableProof }: InspectionFacts): ChildOpening {
  const name = matter.subjectName ?? matter.title
  const common = { title: `检查中无法联系：${name}`, channel: 'inspection' }
  const situation = `${matter.number}：${unreachableProof ?? ''}`
  return unreachableKind === 'sole-trader'
    ? { ...common, procedure: 'sole-trader-marking', facts: { traderName: name, traderGround: 'unreachable', situation } }
    : { ...common, procedure: 'abnormal-operation', facts: { enterpriseName: name, ground: 'unreachable', situation } }
}
