import { formatMoment } from '../../../src/kernel/calendar-date.ts'
import type { Instant } from '../../../src/kernel/calendar-date.ts'
import { canonicalJson } from '../../../src/kernel/canonical-json.ts'
import type { EvidenceRow, VisitRow } from '../device/rows.ts'
import type { Answers } from './progress.ts'
import { resultsOf } from './visit-input.ts'

/** The words of the answers as on paper. */
export const ANSWER_WORDS = { conforms: '合格', fault: '不合格', 'not-applicable': '无此项' } as const

/**
 * What is signed, as canonical JSON (RFC 8785): the visit, each answer and the hash of each photo. Neither the signatures
 * nor a witness are in it: they come after the record was shown.
 */
export function recordText(visit: VisitRow, answers: Answers, evidence: readonly EvidenceRow[]): string {
  const hashes = new Map(evidence.map(({ id, sha256 }) => [id, sha256]))
  const { task } = visit
  return canonicalJson({
    matter: { id: visit.matterId, number: task.number, title: task.title },
    entity: task.entity === null ? null : { name: task.entity.name, unifiedCode: task.entity.uscc, address: task.entity.address },
    officers: task.officers.map(({ name, certificateNo }) => ({ name, certificateNo })),
    arrivedAt: visit.arrived?.at ?? null, leftAt: visit.leftAt, place: visit.arrivedPlace, certificatesShown: visit.certificatesShown,
    checklists: visit.checklists.map(({ id, version }) => ({ id, version })),
    results: resultsOf(visit, answers, evidence).map(({ evidenceIds = [], ...result }) => ({ ...result, photos: evidenceIds.map((id) => hashes.get(id) ?? '') })),
    scenePhotos: evidence.filter(({ kind, state, checklistItemId }) => kind === 'photo' && state !== 'dropped' && checklistItemId === null).map(({ sha256 }) => sha256),
    result: visit.results[visit.visitResult] ?? visit.visitResult, found: visit.found.trim(),
  })
}

function momentOf(at: Instant | null): string {
  return at === null ? '未记录' : formatMoment(at)
}

/** The visit in lines of text, for a note on the matter when the record itself cannot be taken. Names no witness. */
export function recordNote(visit: VisitRow, answers: Answers, evidence: readonly EvidenceRow[]): string {
  const names = new Map(visit.checklists.flatMap(({ id, items }) => items.map((item) => [`${id}/${item.id}`, item.says] as const)))
  const given = resultsOf(visit, answers, evidence)
  const faults = given.filter(({ answer }) => answer === 'fault').map(({ checklistId, itemId, found }) => `不合格：${names.get(`${checklistId}/${itemId}`) ?? itemId}。${found ?? ''}`)
  return [
    `现场检查记录（未能作为检查记录提交，转为备注）。到场：${momentOf(visit.arrived?.at ?? null)}，离场：${momentOf(visit.leftAt)}。`,
    `结果：${visit.results[visit.visitResult] ?? visit.visitResult}。${visit.found.trim()}`,
    `共${given.length}项，不合格${faults.length}项。`, ...faults,
    visit.signing === 'signed' ? `当事人已签名（${visit.signerRole}）。` : '当事人拒绝签名。', `记录摘要 SHA-256：${visit.record?.sha256 ?? ''}`,
  ].join('\n')
}
