import { cite } from '../../../kernel/citation.ts'
import { calendarDate, choice, choices, longText, text, yesNo } from '../../../engines/procedure/facts.ts'

const measures = (article: string) => cite('credit-repair-measures', article)

export const REPAIR_KINDS = { 'penalty': '行政处罚信息', 'abnormal-list': '经营异常名录', 'serious-list': '严重违法失信名单' } as const

/** Classes of published penalties (articles 7 to 9); warnings alone are never published. */
const PENALTY_CLASSES = {
  'minor': '轻微：仅受到通报批评或者较低数额罚款',
  'general': '一般：轻微、严重以外的其他处罚',
  'serious-field': '严重：食品、药品、医疗器械、化妆品、特种设备、重点工业产品领域',
  'restriction': '严重：限制开展生产经营活动、责令停产停业、限制从业',
  'revocation': '严重：降低资质等级、吊销许可证件或者营业执照、责令关闭',
} as const

export const MATERIALS = { 'application': '信用修复申请书', 'identity': '主体资格文件', 'promise': '守信承诺书', 'performance': '履行义务、纠正违法行为、实施整改的材料' } as const

export const REFUSAL_GROUNDS = {
  'not-performed': '没有履行义务或者消除危害后果', 'not-corrected': '列入情形没有改正', 'repeated': '再次受到同类处罚或者较重处罚', 'deceived': '故意隐瞒真实情况、弄虚作假', 'public-interest': '可能危害国家安全、社会公共利益',
} as const

export const facts = {
  applicantName: text('申请人名称', { visibility: 'public', isListed: true }),
  uscc: text('统一社会信用代码', { max: 18, visibility: 'public', isListed: true }),
  repairKind: choice('修复事项', REPAIR_KINDS, { visibility: 'public', isListed: true, cite: measures('第二条') }),
  recordNo: text('处罚决定书文号或者列入办件编号', { max: 80, isListed: true }),
  penaltyClass: choice('处罚信息类别', PENALTY_CLASSES, { help: '涉及多种处罚的，选公示期最长的一类', cite: measures('第六条') }),
  publishedOn: calendarDate('公示开始日期', { cite: measures('第六条') }),
  restrictionEndsOn: calendarDate('处罚限制期限届满日', { cite: measures('第八条') }),
  isUnreachable: yesNo('是否因无法取得联系列入', { cite: measures('第十六条') }),
  isOtherProvince: yesNo('当事人登记地是否在外省', { cite: measures('第四条') }),
  barredUntilOn: calendarDate('因弄虚作假不得申请至', { help: '本区的决定由系统查对；他处决定的填写', cite: measures('第二十三条') }),
  applicationText: longText('申请人所述履行、改正和整改情况', { min: 5, max: 3000, cite: measures('第十四条') }),
  materials: choices('已提交材料', MATERIALS, { cite: measures('第十四条') }),
  papersMissing: longText('需要补正的材料', { min: 2, max: 2000, cite: measures('第十四条') }),
  refusalOfAcceptance: longText('不予受理理由', { min: 5, max: 2000, cite: measures('第十四条') }),
  verificationMethod: choice('核实方式', { 'online': '网上核实', 'paper': '书面核实', 'on-site': '实地核实' }, { cite: measures('第十五条') }),
  verificationText: longText('核实情况', { min: 5, max: 3000, cite: measures('第十五条') }),
  verifiedOn: calendarDate('核实日期', { help: '留空即今日' }),
  hasPerformed: yesNo('是否已自觉履行决定规定的义务', { cite: measures('第十一条') }),
  hasRemovedHarm: yesNo('是否已整改、消除危害后果和不良影响', { cite: measures('第十一条') }),
  hasNewPenalty: yesNo('是否再次受到同类处罚或者较重处罚', { cite: measures('第十一条') }),
  isListingCured: yesNo('列入情形是否已改正', { cite: measures('第十二条') }),
  isHarmful: yesNo('修复是否可能危害国家安全、社会公共利益', { cite: measures('第十八条') }),
  hasDeceived: yesNo('是否故意隐瞒真实情况、弄虚作假', { cite: measures('第二十三条') }),
  extensionReason: longText('延长理由', { min: 5, max: 1000, cite: measures('第十六条') }),
  refusalGround: choice('不予修复的情形', REFUSAL_GROUNDS, { cite: measures('第十七条') }),
  refusalReason: longText('不予修复理由', { min: 5, max: 2000, cite: measures('第十七条') }),
  decidedOn: calendarDate('决定日期', { visibility: 'public' }),
  shownUntilOn: calendarDate('不予修复决定公示至', { visibility: 'public', cite: measures('第二十三条') }),
  displayStopped: yesNo('是否已停止公示', { cite: measures('第十七条') }),
  pushedTo: choices('已推送', { 'credit-china': '“信用中国”网站', 'home-bureau': '登记地市场监督管理部门', 'departments': '采取措施的有关部门' }, { cite: measures('第二十五条') }),
  withdrawalText: longText('撤回说明', { min: 2, max: 1000 }),
} as const
