import { refuse } from '../../kernel/refusal.ts'
import { RefusedError } from '../../platform/http/refusal-answer.ts'
import type { Matter } from '../procedure/matter.ts'
import type { PublicationState } from './publication-rows.ts'

const OTHER_SUBJECT = refuse({ code: 'publication.other-subject', says: '所填文号的公示信息属于另一主体，不能由本件停止或者恢复公示。', do: '请核对文号和本件的主体，更正后再办理。' })

/** A number mistyped, or borrowed, must neither take what is public of somebody else from the public nor bring it back. */
export function assertSameSubject({ subjectEntityId }: Pick<Matter, 'subjectEntityId'>, { entityId }: Pick<PublicationState, 'entityId'>): void {
  if (subjectEntityId !== undefined && entityId !== null && subjectEntityId !== entityId) throw new RefusedError(OTHER_SUBJECT)
}
