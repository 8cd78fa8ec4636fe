import { z } from 'zod'
import { cite } from '../../../kernel/citation.ts'
import { accounts, calendarDate, choice, entries, instant, longText, text, yesNo } from '../../../engines/procedure/facts.ts'
import type { FactField } from '../../../engines/procedure/facts.ts'
import { ANSWERS } from '../checklists/checklist.ts'
import { findChecklist, namedChecklists, plainId } from '../checklists/checklists.ts'

const food = (article: string) => cite('food-inspection-measures', article)
const equipment = (article: string) => cite('special-equipment-inspection-measures', article)
const check = (article: string) => cite('disclosed-information-check-measures', article)

/** Why the visit takes place. */
export const INSPECTION_KINDS = {
  'random': '双随机抽查', 'planned': '年度计划内的日常检查', 'special': '专项检查', 'lead': '投诉举报、移送、监测等线索的核查', 'flight': '飞行检查',
} as const

/** Results of an inspection in the words of the publicity system. */
export const VISIT_RESULTS = {
  'none-found': '未发现问题', 'ordered-to-correct': '发现问题已责令改正', 'to-be-handled': '发现问题待后续处理', 'uncooperative': '不配合检查情节严重',
  'not-found': '通过登记的住所（经营场所）无法联系', 'closed-down': '已关闭停业或者正在组织清算', 'no-such-activity': '未发现开展本次抽查涉及的经营活动',
} as const

export type VisitResult = keyof typeof VISIT_RESULTS

/** Results of a visit on which the premises were looked at. */
export const RESULTS_OF_A_LOOK: readonly VisitResult[] = ['none-found', 'ordered-to-correct', 'to-be-handled']

const SIGNING = { 'signed': '已签字或者盖章', 'refused': '拒绝或者无法签字盖章' } as const

const CANCEL_GROUNDS = {
  'deregistered': '检查对象已注销、吊销或者迁出本辖区', 'draw-void': '抽查结果已依法作废', 'already-checked': '依法不得重复检查', 'merged': '并入同一对象的另一次检查', 'other-law': '法律、法规、规章规定的其他情形',
} as const

const nameOfList = (id: string): string => findChecklist(plainId(id))?.name ?? id

/** What an item asks, in the newest version of its checklist that has it. */
function nameOfItem(checklistId: unknown, itemId: string): string {
  const versions = typeof checklistId === 'string' ? findChecklist(plainId(checklistId))?.versions ?? [] : []
  return versions.toReversed().flatMap(({ items }) => items.find(({ id }) => id === itemId) ?? [])[0]?.says ?? itemId
}

const fileNames: NonNullable<FactField['says']> = (ids, { nameOf }) => (Array.isArray(ids) ? ids : [ids]).map((id) => nameOf(String(id))).join('、')

const identifiers: FactField<readonly string[]> = {
  label: '证据', widget: 'text', says: fileNames, visibility: 'officer', help: '附件编号，多个用顿号分开',
  schema: z.union([z.array(z.string().min(1)).max(60), z.string().transform((said) => said.split(/[、,，\s]+/u).filter((id) => id !== ''))], '证据应为附件编号'),
}

const measured: FactField<number> = { label: '实测值', widget: 'text', visibility: 'party', schema: z.coerce.number('实测值应为数字') }

export const facts = {
  inspectionKind: choice('检查类型', INSPECTION_KINDS, { visibility: 'public', isListed: true, machineChoices: ['random'] }),
  itemCodes: text('抽查事项', { max: 1000, visibility: 'public', isListed: true, pickFrom: 'inspection-items' }),
  itemLevel: choice('检查事项类别', { 'general': '一般检查事项', 'key': '重点检查事项' }, { visibility: 'public', isListed: true }),
  checklistIds: text('检查表', { max: 300, says: (ids) => namedChecklists(String(ids)).map(nameOfList).join('、'), pickFrom: 'checklists' }),
  drawId: text('抽取编号（系统）', { max: 60, isUnseen: true }),
  drawNumber: text('抽取批次', { max: 100, visibility: 'public', isListed: true, isMachineMade: true }),
  planTask: text('检查计划任务', { max: 300, visibility: 'public', isListed: true }),
  departments: text('联合检查部门', { max: 500, visibility: 'public' }),
  isAnnounced: yesNo('事先通知检查对象', { cite: food('第四十六条') }),
  inspectors: accounts('检查人员', { cite: food('第二十三条') }),
  plannedFrom: calendarDate('计划检查起始日'),
  plannedUntil: calendarDate('计划检查截止日', { isListed: true }),
  schemeNo: text('专项检查方案文号', { cite: equipment('第十一条') }),
  leadReference: text('线索来源及编号', { max: 300, cite: equipment('第十八条') }),
  superiorCheckedOn: calendarDate('上级机关检查相同项目的日期', { cite: food('第四十二条') }),
  licenceCheckedOn: calendarDate('本年度证后监督检查日期', { cite: equipment('第十七条') }),
  noticeForm: choice('通知方式', { 'letter': '书面送达', 'telephone': '电话并记录', 'message': '短信', 'platform': '平台通知' }),
  noticeText: longText('通知内容', { max: 1000, visibility: 'party', help: '检查时间、内容和需要准备的材料' }),
  replacementReason: longText('更换检查人员的理由', { min: 5, max: 500 }),
  arrivedAt: instant('到达时间', { visibility: 'party' }),
  leftAt: instant('离开时间', { visibility: 'party' }),
  visitedOn: calendarDate('检查日期', { visibility: 'public', isListed: true }),
  place: text('检查地点', { max: 300, visibility: 'party' }),
  certificatesShown: yesNo('已出示执法证件', { visibility: 'party', cite: food('第二十四条') }),
  results: entries('检查表结果', {
    checklistId: text('检查表', { max: 60, says: (id) => nameOfList(String(id)) }),
    itemId: text('项目', { max: 60, says: (id, { row }) => nameOfItem(row['checklistId'], String(id)) }),
    answer: choice('结论', ANSWERS, { visibility: 'party' }),
    found: longText('发现的问题', { max: 2000, visibility: 'party' }),
    measured,
    evidenceIds: identifiers,
  }, { min: 0, optional: ['found', 'measured', 'evidenceIds'], cite: food('第二十七条') }),
  visitResult: choice('检查结果', VISIT_RESULTS, { visibility: 'public', isListed: true, cite: check('第十二条') }),
  found: longText('检查情况', { max: 5000, visibility: 'party', cite: food('第三十条') }),
  signing: choice('记录签字', SIGNING, { visibility: 'party', cite: food('第三十四条') }),
  signatureEvidenceId: text('签字或者拒签情况的附件', { max: 60, says: fileNames }),
  signerRole: text('签字人身份', { max: 60, visibility: 'party', help: '法定代表人、负责人、店长等，不填姓名' }),
  witnessName: text('见证人', { max: 60 }),
  refusalReason: longText('未能签字的原因', { min: 5, max: 1000, visibility: 'party', cite: food('第三十四条') }),
  publicationNote: text('公示说明', { max: 300 }),
  onSiteCorrection: longText('当场整改情况', { min: 5, max: 2000, visibility: 'party', cite: food('第三十三条') }),
  rectificationItems: longText('责令改正事项', { min: 5, visibility: 'party', cite: food('第三十三条') }),
  rectifyBy: calendarDate('改正期限', { visibility: 'party', isListed: true }),
  rectificationReport: longText('整改报告', { min: 5, visibility: 'party', cite: equipment('第二十九条') }),
  reportReceivedOn: calendarDate('收到整改报告日期', { cite: equipment('第二十九条') }),
  recheckForm: choice('复查方式', { 'on-site': '现场检查', 'documents': '材料核查' }, { cite: equipment('第二十九条') }),
  recheckers: accounts('复查人员'),
  recheckNote: longText('复查情况', { min: 5, max: 3000, visibility: 'party' }),
  isRectified: yesNo('整改是否合格', { visibility: 'party' }),
  suspectedActs: text('涉嫌违法行为', { min: 5, max: 300, help: '作为案由的违法行为，如“经营超过保质期的食品”；不写的，按检查表中不合格的项目得出' }),
  leadText: longText('线索内容', { min: 10, max: 3000 }),
  transferredTo: text('移送机关', { cite: food('第三十八条') }),
  unreachableProof: longText('无法联系的核实情况', { min: 10, max: 2000, cite: check('第十四条') }),
  unreachableKind: choice('主体类型', { 'enterprise': '企业', 'sole-trader': '个体工商户' }),
  unreachableGround: choice('无法联系的情形', {
    'proved-by-third-party': '产权人、物业或者相关部门证明该企业实际不存在', 'place-missing': '登记的住所（经营场所）实际不存在', 'letters-returned': '两次邮寄专用信函无人签收',
  }, { cite: check('第十四条') }),
  cancelGround: choice('不再检查的情形', CANCEL_GROUNDS),
  cancelReason: longText('理由', { min: 5, max: 1000 }),
  closingNote: longText('办结说明', { max: 1000 }),
} as const
