import type { ChecklistResult, VisitInput } from '../../../src/domains/inspection/contract.ts'
import type { EvidenceRow, VisitRow } from '../device/rows.ts'
import { itemKeyOf, lackOf, measuredOf, photoCountsOf } from './progress.ts'
import type { Answers } from './progress.ts'

export type Lack = Readonly<{ where: string; says: string; place: 'visit' | 'checklist' | 'result' | 'advice' | 'signing' }>

/**
 * What the record still lacks, each with its place. Advice is what the server would ask, said while it can
 * still be mended; whether the law allows the step is the server's to say.
 */
export function lacksOfVisit(visit: VisitRow, answers: Answers, evidence: readonly EvidenceRow[]): readonly Lack[] {
  const photos = photoCountsOf(evidence)
  return [
    ...(visit.arrived === null ? [{ where: '到场', says: '未记录到场时间', place: 'visit' as const }] : []),
    ...(visit.certificatesShown ? [] : [{ where: '出示证件', says: '未确认已出示执法证件', place: 'visit' as const }]),
    ...(visit.arrivedPlace.trim() === '' ? [{ where: '检查地点', says: '未写明', place: 'visit' as const }] : []),
    ...visit.checklists.flatMap((checklist) => checklist.items.flatMap((item): Lack[] => {
      const says = lackOf(checklist.id, item, answers, photos)
      if (says === null) return []
      const isOpen = (answers.get(itemKeyOf(checklist.id, item.id))?.answer ?? null) === null
      if (!isOpen) return [{ where: item.says, says, place: 'checklist' }]
      return visit.demands[visit.visitResult]?.everyItem === false ? [] : [{ where: item.says, says, place: 'advice' }]
    })),
    ...(visit.visitResult === '' ? [{ where: '检查结果', says: '未选择', place: 'result' as const }] : []),
    ...adviceOnResult(visit, answers),
  ]
}

function adviceOnResult(visit: VisitRow, answers: Answers): readonly Lack[] {
  const demand = visit.demands[visit.visitResult]
  if (demand === undefined) return []
  const faults = visit.checklists.flatMap(({ id, items }) => items.filter((item) => answers.get(itemKeyOf(id, item.id))?.answer === 'fault'))
  const advice = (says: string): Lack => ({ where: `检查结果“${visit.results[visit.visitResult] ?? ''}”`, says, place: 'advice' })
  const written = visit.found.trim()
  return [
    ...(demand.faults === 'none' && faults.length > 0 ? [advice(`与${faults.length}项不合格不符`)] : []),
    ...(demand.faults === 'no-key' && faults.some(({ isKey }) => isKey) ? [advice('重点项目不合格的，应当选“发现问题待后续处理”一类的结果')] : []),
    ...(demand.faults !== 'none' && faults.length === 0 && written === '' ? [advice('没有不合格项，也没有写明发现的问题')] : []),
    ...(written.length < demand.leastWords ? [advice(`须在“现场情况”中写明核实的经过（至少${demand.leastWords}个字）`)] : []),
  ]
}

/** What the signing still lacks before the visit can be handed in. */
export function lacksOfSigning(visit: VisitRow, evidence: readonly EvidenceRow[]): readonly Lack[] {
  const lacks = (where: string, says: string): Lack => ({ where, says, place: 'signing' })
  if (visit.signing === 'refused') {
    return [
      ...(visit.refusalReason.trim().length < 5 ? [lacks('拒绝签名', '请写明情况（至少5个字）')] : []),
      ...(visit.witnessName.trim() === '' ? [lacks('见证人', '未填写姓名')] : []),
    ]
  }
  return [
    ...(signatureOf(evidence) === undefined ? [lacks('当事人签名', '尚未签名')] : []),
    ...(visit.signerRole === '' ? [lacks('签名人身份', '未选择')] : []),
  ]
}

/** The signature of the party that counts: the last one given. */
function signatureOf(evidence: readonly EvidenceRow[]): EvidenceRow | undefined {
  return evidence.findLast(({ kind, signer, state }) => kind === 'signature' && signer === 'party' && state !== 'dropped')
}

export function resultsOf(visit: VisitRow, answers: Answers, evidence: readonly EvidenceRow[]): readonly ChecklistResult[] {
  return visit.checklists.flatMap(({ id: checklistId, items }) => items.flatMap((item): ChecklistResult[] => {
    const key = itemKeyOf(checklistId, item.id)
    const given = answers.get(key)
    if (given === undefined || given.answer === null) return []
    const measured = measuredOf(given.measured)
    const evidenceIds = evidence.filter(({ kind, state, checklistItemId }) => kind === 'photo' && state !== 'dropped' && checklistItemId === key).map(({ id }) => id)
    return [{
      checklistId, itemId: item.id, answer: given.answer, ...(given.found.trim() === '' ? {} : { found: given.found.trim() }), ...(measured === null ? {} : { measured }),
      ...(evidenceIds.length === 0 ? {} : { evidenceIds }),
    }]
  }))
}

/** The visit as the server takes it. Throws when the record was not made: the page lets nobody hand in earlier. */
export function visitInputOf(visit: VisitRow, answers: Answers, evidence: readonly EvidenceRow[]): VisitInput {
  if (visit.arrived === null || visit.leftAt === null) throw new Error('the record of the visit was not made')
  const signature = signatureOf(evidence)
  return {
    arrivedAt: visit.arrived.at, leftAt: visit.leftAt, ...(visit.arrivedPlace === '' ? {} : { place: visit.arrivedPlace }), certificatesShown: visit.certificatesShown,
    results: resultsOf(visit, answers, evidence), visitResult: visit.visitResult, ...(visit.found.trim() === '' ? {} : { found: visit.found.trim() }),
    ...(visit.signing === 'refused'
      ? { signing: 'refused', witnessName: visit.witnessName.trim(), refusalReason: visit.refusalReason.trim() }
      : { signing: 'signed', signerRole: visit.signerRole, ...(signature === undefined ? {} : { signatureEvidenceId: signature.id }) }),
  }
}
