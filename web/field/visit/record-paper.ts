import { momentText } from '../../kit/time-text.ts'
import type { EvidenceRow, SignedRecord } from '../device/rows.ts'
import { itemKeyOf, measuredOf } from './progress.ts'
import { ANSWER_WORDS } from './record-text.ts'
import type { KeptVisit } from './use-visit.ts'

export type PaperItem = Readonly<{ id: string; says: string; notes: readonly string[]; photos: readonly string[]; answer: string }>
export type PaperSignature = Readonly<{ row: EvidenceRow; words: string }>

/** What stands on the paper of a record, in its order; the screen and the PDF show the same. */
export type RecordPaperParts = Readonly<{
  title: string
  pairs: readonly (readonly [string, string])[]
  tables: readonly Readonly<{ id: string; caption: string; items: readonly PaperItem[] }>[]
  scenePhotos: readonly string[]
  result: string; found: string; refusal: string
  sha256: string; made: string
  signatures: readonly PaperSignature[]
}>

/** The visit, each answer, the hash of each photo and the signatures: all that the hash of the record covers, and what was given to it. */
export function recordPaper({ visit, answers, evidence }: Pick<KeptVisit, 'visit' | 'answers' | 'evidence'>, record: SignedRecord): RecordPaperParts {
  const { task } = visit
  const rowOf = new Map(answers.map((row) => [itemKeyOf(row.checklistId, row.itemId), row]))
  const photosOf = (key: string | null): readonly string[] => evidence.filter(({ kind, state, checklistItemId }) => kind === 'photo' && state !== 'dropped' && checklistItemId === key).map(({ sha256 }) => sha256)
  return {
    title: '现场检查记录',
    pairs: [
      ['编号', task.number], ['被检查单位', task.entity?.name ?? task.title], ['代码', task.entity?.uscc ?? '无'], ['地址', task.entity?.address ?? '不详'],
      ['检查地点', visit.arrivedPlace === '' ? '未写明' : visit.arrivedPlace],
      ['时间', `${visit.arrived === null ? '' : momentText(visit.arrived.at)} 至 ${visit.leftAt === null ? '' : momentText(visit.leftAt)}${visit.arrived?.isServerCorrected === false ? '（手机时间，未校时）' : ''}`],
      ['执法人员', `${task.officers.map(({ name, certificateNo }) => `${name}（${certificateNo ?? '无证件号'}）`).join('、')}，${visit.certificatesShown ? '已出示执法证件' : '未出示执法证件'}`],
    ],
    tables: visit.checklists.map((checklist) => ({
      id: checklist.id, caption: `${checklist.name}（${checklist.version}版）`,
      items: checklist.items.map((item) => {
        const key = itemKeyOf(checklist.id, item.id)
        const row = rowOf.get(key)
        return {
          id: item.id, says: item.says, photos: photosOf(key), answer: row?.answer === undefined || row.answer === null ? '未检查' : ANSWER_WORDS[row.answer],
          notes: [
            ...(row === undefined || row.found.trim() === '' ? [] : [`问题：${row.found.trim()}`]),
            ...(row === undefined || row.measured.trim() === '' || item.measured === null ? [] : [`${item.measured.label}：${measuredOf(row.measured) ?? row.measured.trim()}${item.measured.unit}`]),
          ],
        }
      }),
    })),
    scenePhotos: photosOf(null),
    result: visit.results[visit.visitResult] ?? visit.visitResult, found: visit.found.trim(),
    refusal: visit.signing === 'refused' && visit.actionId !== null ? `当事人拒绝签名：${visit.refusalReason}。见证人：${visit.witnessName}。` : '',
    sha256: record.sha256, made: `${momentText(record.madeAt)} 在执法手机上生成`,
    signatures: evidence.flatMap((row) => (row.kind === 'signature' && row.state !== 'dropped' && row.signer !== null && row.preview !== null
      ? [{ row, words: `${row.fileName.replace(/\.png$/, '')}，${momentText(row.captured.at)}` }] : [])),
  }
}
