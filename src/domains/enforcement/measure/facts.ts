import { accounts, amountInFen, calendarDate, choice, count, entries, longText, text, yesNo } from '../../../engines/procedure/facts.ts'
import { compulsionLaw, provisions } from '../citations.ts'

export const MEASURE_KINDS = { 'preservation': '先行登记保存', 'sealing': '查封', 'seizure': '扣押' } as const

/** Grounds for lifting a seizure or sealing (penalty procedure provisions, Art 42). */
const RELEASE_GROUNDS = {
  'no-violation': '当事人没有违法行为', 'unrelated': '场所、设施或者财物与违法行为无关', 'decided': '对违法行为已经作出处理决定，不再需要', 'expired': '期限已经届满', 'not-needed': '其他不再需要采取措施的情形',
} as const

/** What may be done with preserved evidence within the limit (Art 35). */
const PRESERVATION_RESULTS = { 'recorded': '已采取记录、复制、拍照、录像等证据保全措施', 'tested': '已送交检测、检验、检疫、鉴定', 'not-confiscable': '违法事实不成立，或者依法不应当查封、扣押、没收' } as const

const goods = (label: string) => entries(label, {
  name: text('名称'), specification: text('规格型号', { max: 200 }), quantity: count('数量'), unit: text('单位', { max: 20 }), valueInFen: amountInFen('货值'), place: text('存放地点', { max: 200 }),
  isNecessity: yesNo('是否为个人及其所扶养家属的生活必需品', { cite: compulsionLaw('第二十三条') }), isSealedElsewhere: yesNo('是否已被其他国家机关查封', { cite: compulsionLaw('第二十三条') }),
}, { min: 0, max: 500, optional: ['specification', 'valueInFen', 'place'], cite: provisions('第三十四条') })

export const facts = {
  measureKind: choice('措施种类', MEASURE_KINDS, { isListed: true, visibility: 'party' }),
  caseNumber: text('案件编号', { max: 80, isListed: true }),
  partyName: text('当事人', { isListed: true, visibility: 'party' }),
  reason: longText('采取措施的理由', { min: 5, max: 1000 }),
  legalBasis: text('法律、法规依据', { max: 300, visibility: 'party', cite: provisions('第三十六条') }),
  approvalNote: longText('审批意见', { min: 2, max: 1000 }),
  rejectionReason: longText('不同意的理由', { min: 5, max: 1000 }),
  urgencyReason: longText('情况紧急的理由', { max: 1000, cite: provisions('第三十六条') }),
  takenOn: calendarDate('实施日期', { visibility: 'party' }),
  officers: accounts('实施人员', { cite: compulsionLaw('第十八条') }),
  goods: goods('物品（场所、设施）清单'),
  isPartyPresent: yesNo('当事人是否到场', { cite: compulsionLaw('第十八条') }),
  witness: text('见证人', { max: 100, cite: compulsionLaw('第十八条') }),
  isListSigned: yesNo('清单和现场笔录是否由当事人签名', { cite: provisions('第三十四条') }),
  unsignedNote: text('未签名的注明', { max: 300, cite: compulsionLaw('第十八条') }),
  areRightsTold: yesNo('是否当场告知理由、依据、权利和救济途径', { cite: compulsionLaw('第十八条') }),
  isDecisionHanded: yesNo('是否当场交付决定书（通知书）和清单', { cite: provisions('第三十七条') }),
  custodian: text('保管人', { max: 100, cite: provisions('第四十一条') }),
  custodyPlace: text('保管地点', { max: 200, cite: provisions('第四十一条') }),
  isSealAffixed: yesNo('是否加贴封条', { cite: provisions('第四十一条') }),
  refusalReason: longText('不予补办批准的理由', { min: 5, max: 1000 }),
  extensionReason: longText('延长的理由', { min: 5, max: 1000, cite: provisions('第三十八条') }),
  extensionToldOn: calendarDate('延长决定书面告知日期', { cite: provisions('第三十八条') }),
  testBody: text('检测、检验、检疫、鉴定机构'),
  testStartedOn: calendarDate('检测鉴定开始日期', { cite: provisions('第三十八条') }),
  testUntilOn: calendarDate('检测鉴定期间届满日期', { cite: provisions('第三十八条') }),
  testPeriodToldOn: calendarDate('期间书面告知日期', { cite: provisions('第三十八条') }),
  testResult: longText('检测鉴定结果', { max: 3000 }),
  testReturnedOn: calendarDate('收到结果日期'),
  disposalReason: longText('先行处置的理由', { min: 5, max: 1000, cite: provisions('第四十一条') }),
  disposalConsent: choice('先行处置的前提', { 'consent': '权利人同意或者申请', 'announcement': '权利人不明确，公告期满无人同意或者申请', 'none': '尚未取得' }, { cite: provisions('第四十一条') }),
  disposalEvidence: longText('留存证据的措施', { max: 1000, cite: provisions('第四十一条') }),
  disposalProceedsInFen: amountInFen('处置所得款项', { cite: provisions('第四十一条') }),
  preservationResult: choice('处理结果', PRESERVATION_RESULTS, { cite: provisions('第三十五条') }),
  conversionReason: longText('转为查封、扣押的理由', { min: 5, max: 1000, cite: provisions('第三十五条') }),
  conversionKind: choice('转为', { 'sealing': '查封', 'seizure': '扣押' }, { cite: provisions('第三十五条') }),
  releaseGround: choice('解除的情形', RELEASE_GROUNDS, { visibility: 'party', cite: provisions('第四十二条') }),
  releaseReason: longText('解除的理由', { min: 5, max: 1000 }),
  returnedOn: calendarDate('退还日期', { visibility: 'party' }),
  isReturnSigned: yesNo('退还清单是否由办案人员和当事人签名', { cite: provisions('第四十二条') }),
  returnNote: text('退还情况注明', { max: 300 }),
  claimAnnouncedOn: calendarDate('公告领取日期', { cite: provisions('第四十二条') }),
  forfeitureNote: longText('上缴或者拍卖情况', { min: 5, max: 1000, cite: provisions('第四十二条') }),
  decisionNumber: text('处罚决定书文号', { max: 80, cite: compulsionLaw('第二十七条') }),
  handedTo: text('随案移送的机关', { cite: compulsionLaw('第二十一条') }),
  handoverToldOn: calendarDate('移送书面告知当事人日期', { cite: compulsionLaw('第二十一条') }),
} as const
