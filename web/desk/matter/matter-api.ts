import type { ActRequest, DocumentView, MatterView, PartyView, StepRequest, StepResult } from '../../../src/engines/procedure/contract.ts'
import { get, post, postForFile, upload } from '../../kit/api.ts'

/** The acts of the contract, and the withdrawal of an issued document, which keeps its number. */
type AnyAct = ActRequest
type ActOf<A> = A extends { act: string } ? Omit<A, 'stepId' | 'expectedVersion'> : never
export type Act = ActOf<AnyAct>

export const matterKey = (matterId: string): readonly string[] => ['matter', matterId]

export const readMatter = (matterId: string): Promise<MatterView> => get<MatterView>(`/api/matters/${matterId}`)

/** Takes one step of the procedure. */
export function takeStep(matter: MatterView, step: string, request: Omit<StepRequest, 'expectedVersion'>): Promise<StepResult> {
  return post<StepResult>(`/api/procedures/${matter.procedure}/matters/${matter.id}/steps/${step}`, { ...request, expectedVersion: matter.version } satisfies StepRequest)
}

/** How a document of a step would read: no number yet, nothing decided. */
export function previewDocument({ procedure, id }: MatterView, { step, template, input }: Readonly<{ step: string; template: string; input: StepRequest['input'] }>): Promise<Blob> {
  return postForFile(`/api/procedures/${procedure}/matters/${id}/steps/${step}/preview`, { template, input })
}

/** An act that every matter knows: note, assignment, chase and so on. */
export function takeAct(matter: MatterView, act: Act, stepId: string): Promise<StepResult> {
  return post<StepResult>(`/api/matters/${matter.id}/acts`, { ...act, stepId, expectedVersion: matter.version })
}

/** The full personal data of a party; the read and its reason go into the record. */
export async function unmaskParty(matterId: string, party: PartyView, reason: string): Promise<PartyView> {
  const full = await post<Partial<PartyView>>(`/api/matters/${matterId}/parties/${party.id}/unmask`, { reason })
  return { ...party, ...full, isMasked: false }
}

export function attachFile(matterId: string, file: File): Promise<unknown> {
  const form = new FormData()
  form.set('file', file)
  return upload(`/api/matters/${matterId}/attachments?stepId=${crypto.randomUUID()}`, form)
}

export const attachmentAddress = (matterId: string, attachmentId: string): string => `/api/matters/${matterId}/attachments/${attachmentId}`
export const documentAddress = (matterId: string, document: Pick<DocumentView, 'id'>): string => `/api/matters/${matterId}/documents/${document.id}`
