import { cite } from '../../../kernel/citation.ts'
import { calendarDate, choice, count, entries, longText, text, yesNo } from '../../../engines/procedure/facts.ts'
import { objectionFacts } from '../list-objection.ts'
import { removalFacts } from '../list-removal.ts'

const measures = (article: string) => cite('abnormal-operation-list-measures', article)

/** The four grounds of article 4, and the one that was a ground until the amendment of 2025. */
export const GROUNDS = {
  'no-annual-report': '未按规定期限公示年度报告',
  'no-instant-information': '未按责令的期限公示有关企业信息',
  'name-not-changed': '未依法办理企业名称变更登记',
  'unreachable': '通过登记的住所或者经营场所无法联系',
  'false-information': '公示信息隐瞒真实情况、弄虚作假',
} as const

export const facts = {
  enterpriseName: text('企业名称', { visibility: 'public', isListed: true, cite: measures('第五条') }),
  uscc: text('统一社会信用代码', { max: 18, visibility: 'public', isListed: true, cite: measures('第五条') }),
  ground: choice('列入事由', GROUNDS, { visibility: 'public', isListed: true, cite: measures('第四条') }),
  reportYear: count('未年报年度', { visibility: 'public', isListed: true, help: '如 2025，指应当在 2026年6月30日 前报送的年度' }),
  situation: longText('情形说明', { max: 3000 }),
  informationMissing: longText('应当公示的信息', { min: 2, max: 2000, cite: measures('第七条') }),
  servedOn: calendarDate('责令书送达日期', { help: '留空即今日' }),
  complianceText: longText('履行公示义务情况', { min: 5, max: 2000 }),
  nameChangeDueOn: calendarDate('名称变更登记期限届满日', { cite: measures('第八条') }),
  mailedOn: calendarDate('邮寄日期', { help: '留空即今日', cite: measures('第九条') }),
  postalNo: text('邮件编号', { max: 60 }),
  letters: entries('已寄专用信函', { mailedOn: calendarDate('邮寄日期'), postalNo: text('邮件编号', { max: 60 }) }, { min: 0, max: 20 }),
  contactMethod: choice('查实方式', { 'visit': '实地核查', 'letters': '邮寄专用信函' }, { cite: measures('第九条') }),
  areLettersUnsigned: yesNo('两次邮寄是否均无人签收', { cite: measures('第九条') }),
  visitRecord: longText('实地核查情况', { min: 5, max: 3000 }),
  verifiedOn: calendarDate('查实日期', { help: '留空即今日' }),
  verificationText: longText('查实情况', { min: 5, max: 3000 }),
  listedOn: calendarDate('列入日期', { visibility: 'public', isListed: true }),
  dropReason: longText('不予列入理由', { min: 5, max: 2000 }),
  ...objectionFacts,
  removalApplicationText: longText('移出申请说明', { min: 2, max: 2000, cite: measures('第十一条') }),
  ...removalFacts,
  removedOn: calendarDate('移出日期', { visibility: 'public', isListed: true }),
  yearsMissing: count('连续未年报年数', { cite: cite('enterprise-disclosure-regulation', '第十八条') }),
  isStillUnreachable: yesNo('是否通过登记的住所或者经营场所无法取得联系', { cite: cite('enterprise-disclosure-regulation', '第十八条') }),
  referralText: longText('移送说明', { min: 5, max: 2000 }),
} as const
