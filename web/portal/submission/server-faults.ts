import type { InvalidInputView } from '../../../src/engines/procedure/contract.ts'
import { stepOf } from './check-draft.ts'
import type { DraftField, Fault } from './check-draft.ts'

// The end of the server's field path, and the field of the form that holds it.
const FIELD_OF: readonly (readonly [ending: string, field: DraftField])[] = [
  ['respondent.name', 'respondentName'], ['respondent.uscc', 'respondentUscc'], ['respondent.address', 'respondentAddress'], ['respondent.entityId', 'entityId'],
  ['respondent.platformName', 'platformName'], ['respondent', 'respondentName'], ['person.name', 'name'], ['person.phone', 'phone'], ['person.address', 'address'],
  ['person.email', 'email'], ['person.isAnonymous', 'isAnonymous'], ['person', 'name'], ['category', 'category'], ['content', 'content'], ['demand', 'demand'],
  ['purchasedOn', 'purchasedOn'], ['amountInFen', 'amountText'], ['harmKnownOn', 'harmKnownOn'], ['wantsReward', 'wantsReward'], ['hasConsentedToMediation', 'mediation'],
  ['files', 'files'],
]

/** The server's faults on the fields of the form; those it names otherwise stand at the confirmation. */
export function faultsFromServer(fields: InvalidInputView['fields']): readonly Fault[] {
  return fields.map(({ field: path, label, says }) => {
    const field = FIELD_OF.find(([ending]) => path === ending || path.endsWith(`.${ending}`))?.[1] ?? 'isTrue'
    return { field, step: stepOf(field), says: label === '' || says.includes(label) ? says : `${label}：${says}` }
  })
}
