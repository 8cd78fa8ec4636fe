import type { ChildOpening } from '../../../engines/procedure/definition.ts'
import type { Matter } from '../../../engines/procedure/matter.ts'
import type { InspectionFacts } from './answers.ts'

/** One check, both for the act and for who answers for it (一事双查): the finding opens a lead for a penalty case. */
export function leadOf(matter: Matter, { suspectedActs, leadText, place }: InspectionFacts): ChildOpening {
  const name = matter.subjectName ?? matter.title
  return {
    procedure: 'lead', title: `检查中发现线索：${name}`, channel: 'on-site', parties: { inspected: 'respondent' },
    facts: { source: 'inspection', sourceNo: matter.number, content: leadText ?? '', suspectedActs: suspectedActs ?? '', respondentName: name, ...(place === undefined ? {} : { respondentAddress: place }) },
  }
}

/** What was verified about an entity that cannot be reached opens its own matter: a list for enterprises, a mark for sole traders. */
export function listingOf(matter: Matter, { unreachableKind, unreachableProof }: InspectionFacts): ChildOpening {
  const name = matter.subjectName ?? matter.title
  const common = { title: `检查中无法联系：${name}`, channel: 'on-site' }
  const situation = `${matter.number}：${unreachableProof ?? ''}`
  return unreachableKind === 'sole-trader'
    ? { ...common, procedure: 'sole-trader-marking', facts: { traderName: name, traderGround: 'unreachable', situation } }
    : { ...common, procedure: 'abnormal-operation', facts: { enterpriseName: name, ground: 'unreachable', situation } }
}
