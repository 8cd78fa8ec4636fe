import { amountInFen, calendarDate, choice, entries, text, yesNo } from '../../../engines/procedure/facts.ts'
import { penaltyLaw, provisions } from '../citations.ts'
import { PENALTY_KINDS } from '../penalty-kinds.ts'
import { EVIDENCE_KINDS } from './choices.ts'

/** Rows of penalties, as proposed, notified and decided. */
export const penaltyItems = (label: string) => entries(label, {
  kind: choice('处罚种类', PENALTY_KINDS), amountInFen: amountInFen('金额', { help: '没收财物填货值金额' }), content: text('处罚内容', { max: 500 }), basis: text('处罚依据', { max: 300 }),
}, { max: 20, optional: ['amountInFen'], cite: penaltyLaw('第九条') })

/** Rows of evidence with where it comes from and, for a file, its hash. */
export const evidenceRows = (label: string) => entries(label, {
  kind: choice('证据种类', EVIDENCE_KINDS), name: text('证据名称', { max: 200 }), provenance: text('证据来源', { max: 300 }), obtainedOn: calendarDate('取得日期'),
  form: choice('原件或者复制件', { 'original': '原件、原物或者原始载体', 'confirmed-copy': '复制件，已核对并注明与原件一致', 'copy': '复制件，未核对' }), howMade: text('制作方法、时间、制作人', { max: 300 }),
  isSigned: yesNo('当事人或者有关人员是否签名确认'), unsignedNote: text('未签名的情况记录（录音录像或者见证人）', { max: 300 }), attachmentId: text('附件', { max: 60 }), sha256: text('附件校验值', { max: 64, min: 64 }),
}, { max: 100, optional: ['howMade', 'unsignedNote', 'attachmentId', 'sha256'], cite: provisions('第二十三条') })
