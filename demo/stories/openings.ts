import { addDays } from '../../src/kernel/calendar-date.ts'
import type { DrawObject } from '../draw-objects.ts'
import type { Opening } from './story.ts'

const nameOf = (firm: DrawObject | null): string => firm?.name ?? ''
const codeOf = (firm: DrawObject | null) => (firm === null || firm.objectId === firm.entityId ? {} : { uscc: firm.objectId })

/** How stories begin, by the name they use. */
export const openings: Readonly<Record<string, Opening>> = {
  'lead': {
    procedure: 'lead', by: 'intake', channel: 'letter', firm: 'sole-trader', title: (firm) => `${nameOf(firm)}涉嫌销售不合格产品`,
    facts: ({ firm }) => ({ source: 'inspection', content: '检查中发现在售商品标签不全，来源不明。', suspectedActs: '销售不合格产品', respondentName: nameOf(firm) }),
  },
  'lead-elsewhere': {
    procedure: 'lead', by: 'intake', channel: 'letter', firm: null, title: () => '外省示例商贸有限公司涉嫌销售不合格产品',
    facts: () => ({ source: 'inspection', content: '展销会上检查，外省商户在售商品标签不全，来源不明。', suspectedActs: '销售不合格产品', respondentName: '外省示例商贸有限公司' }),
  },
  'serious': {
    procedure: 'serious-violation', by: 'officer', channel: 'case', firm: 'enterprise', title: (firm) => `${nameOf(firm)}拟列入严重违法失信名单`,
    facts: ({ firm }) => ({ partyName: nameOf(firm), ...codeOf(firm), listingBasis: 'with-penalty', seriousGround: 'product-quality', heavierPenalty: 'heavy-fine' }),
  },
  'serious-refusal': {
    procedure: 'serious-violation', by: 'officer', channel: 'case', firm: 'enterprise', title: (firm) => `${nameOf(firm)}拒不履行处罚决定`,
    facts: ({ firm }) => ({ partyName: nameOf(firm), ...codeOf(firm), listingBasis: 'refused-performance', seriousGround: 'refused-performance' }),
  },
  'abnormal': {
    procedure: 'abnormal-operation', by: 'officer', channel: 'on-site', firm: 'enterprise', title: (firm) => `${nameOf(firm)}经营异常情形`, facts: ({ firm }) => ({ enterpriseName: nameOf(firm), ...codeOf(firm) }),
  },
  'trader': {
    procedure: 'sole-trader-marking', by: 'officer', channel: 'on-site', firm: 'sole-trader', title: (firm) => `${nameOf(firm)}经营异常情形`, facts: ({ firm }) => ({ traderName: nameOf(firm), ...codeOf(firm) }),
  },
  'dormant': {
    procedure: 'dormant-enterprise', by: 'officer', channel: 'screening', firm: 'enterprise', title: (firm) => `${nameOf(firm)}长期停业核查`,
    facts: ({ firm, on }) => ({ enterpriseName: nameOf(firm), ...codeOf(firm), screeningReasons: ['two-years-missing'], screenedOn: on }),
  },
  'forced': {
    procedure: 'forced-deregistration', by: 'officer', channel: 'screening', firm: 'enterprise', title: (firm) => `${nameOf(firm)}强制注销`,
    facts: ({ firm, on }) => ({ companyName: nameOf(firm), ...codeOf(firm), legalForm: 'company', trigger: 'licence-revoked', triggeredOn: addDays(on, -1400) }),
  },
  'restoration': {
    procedure: 'registration-restoration', by: 'intake', channel: 'counter', firm: 'enterprise', title: (firm) => `${nameOf(firm)}恢复登记申请`,
    facts: ({ firm, on }) => ({ companyName: nameOf(firm), deregisteredOn: addDays(on, -60), applicant: 'creditor', restorationGround: 'in-proceedings', restorationText: '与该公司的诉讼正在审理。' }),
  },
  'repair': {
    procedure: 'credit-repair', by: 'intake', channel: 'counter', firm: 'enterprise', title: (firm) => `${nameOf(firm)}信用修复`,
    facts: ({ firm, on }) => ({ applicantName: nameOf(firm), ...codeOf(firm), repairKind: 'penalty', penaltyClass: 'general', publishedOn: addDays(on, -260) }),
  },
  'revocation': {
    procedure: 'repair-revocation', by: 'officer', channel: 'office', firm: 'enterprise', title: (firm) => `${nameOf(firm)}信用修复弄虚作假线索`,
    facts: ({ firm }) => ({ applicantName: nameOf(firm), ...codeOf(firm), repairNo: '修复〔2026〕1号', repairKind: 'penalty', suspicion: '有人反映整改材料系伪造。' }),
  },
  'planned-inspection': {
    procedure: 'inspection', by: 'head', channel: 'office', firm: 'enterprise', title: (firm) => `${nameOf(firm)}日常检查`,
    facts: ({ on, cast: { officer, other } }) => ({ inspectors: [officer.id, other.id], isAnnounced: true, inspectionKind: 'planned', planTask: `${on.slice(0, 4)}年度日常检查计划`, itemLevel: 'general', plannedFrom: on, plannedUntil: addDays(on, 30) }),
  },
  'file-review': {
    procedure: 'file-review', by: 'head', channel: 'office', firm: null, title: () => '行政处罚案卷评查',
    facts: ({ on }) => ({ reviewName: `${Number(on.slice(0, 4)) - 1}年度案卷评查`, periodFrom: `${Number(on.slice(0, 4)) - 1}-01-01`, periodUntil: `${Number(on.slice(0, 4)) - 1}-12-31` }),
  },
  'reorganisation': {
    procedure: 'reorganisation-repair', by: 'intake', channel: 'counter', firm: 'enterprise', title: (firm) => `${nameOf(firm)}重整期间临时信用修复`,
    facts: ({ firm }) => ({ enterpriseName: nameOf(firm), ...codeOf(firm), planKind: 'reorganisation', court: '示例市中级人民法院' }),
  },
  'received': {
    procedure: 'assisted-publicity', by: 'intake', channel: 'letter', firm: 'enterprise', title: (firm) => `${nameOf(firm)}协助公示`,
    facts: ({ firm }) => ({ partyName: nameOf(firm), ...codeOf(firm), receivedKind: 'penalty', sender: '外省示例市市场监督管理局', documentNo: '示市监处罚〔2026〕12号', content: '罚款二万元。' }),
  },
}
