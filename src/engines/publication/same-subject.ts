import { refuse } from '../../kernel/refusal.ts'
import { RefusedError } from '../../platform/http/refusal-answer.ts'
import type { Matter } from '../procedure/matter.ts'
import type { PublicationState } from './publication-rows.ts'

const OTHER_SUBJECT = refuse({ code: 'publication.other-subject', says: '所填文号的公示信息属于另一主体，不能由本件停止或者恢复公示。', do: '请核对文号和本件的主体，更正后再办理。' })

const UNKNOWN_SUBJECT = refuse({ code: 'publication.unknown-subject', says: '所填文号的公示信息属于已登记的主体，本件尚未认定主体，不能由本件停止或者恢复公示。', do: '请先“确认主体”，再办理本步骤。' })

/** A number mistyped, or borrowed, must neither take what is public of somebody else from the public nor bring it back. */
export function assertSameSubject({ subjectEntityId }: Pick<Matter, 'subjectEntityId'>, { entityId }: Pick<PublicationState, 'entityId'>): void {
  if (entityId === null || subjectEntityId === entityId) return
  throw new RefusedError(subjectEntityId === undefined ? UNKNOWN_SUBJECT : OTHER_SUBJECT)
}
