import { cite } from '../../../kernel/citation.ts'
import { calendarDate, choice, count, longText, text } from '../../../engines/procedure/facts.ts'
import { objectionFacts } from '../list-objection.ts'
import { removalFacts } from '../list-removal.ts'

const measures = (article: string) => cite('sole-trader-annual-report-measures', article)

export const TRADER_GROUNDS = {
  'no-report': '未按规定期限报送年度报告',
  'false-report': '年度报告隐瞒真实情况、弄虚作假',
  'unreachable': '通过登记的经营场所或者经营者住所无法取得联系',
} as const

export const facts = {
  traderName: text('个体工商户名称', { visibility: 'public', isListed: true }),
  uscc: text('统一社会信用代码', { max: 18, visibility: 'public', isListed: true }),
  traderGround: choice('列入事由', TRADER_GROUNDS, { visibility: 'public', isListed: true, cite: measures('第十三条') }),
  reportYear: count('未年报年度', { visibility: 'public', isListed: true, help: '如 2025，指应当在 2026年6月30日 前报送的年度' }),
  situation: longText('情形说明', { max: 3000 }),
  checkResult: longText('对举报的核查结果', { min: 5, max: 3000, cite: measures('第十二条') }),
  reportedFalseOn: calendarDate('收到举报材料日期', { help: '因他人举报年报不实而核查的填写；留空即今日', cite: measures('第十二条') }),
  informantLetterNo: text('告知举报人文书编号', { max: 80, cite: measures('第十二条') }),
  verifiedOn: calendarDate('查实日期', { help: '留空即今日' }),
  contactMethod: choice('查实方式', { 'visit': '实地核查', 'telephone-and-visit': '电话联系和实地核查', 'report-check': '核对年报内容' }),
  verificationText: longText('查实情况', { min: 5, max: 3000 }),
  paperReportOn: calendarDate('收到纸质年报日期', { help: '留空即今日', cite: measures('第十条') }),
  paperReportYear: count('纸质年报年度', { cite: measures('第十条') }),
  listedOn: calendarDate('列入日期', { visibility: 'public', isListed: true }),
  shownUntilOn: calendarDate('未年报信息公示至', { visibility: 'public', cite: measures('第十三条') }),
  dropReason: longText('不予列入理由', { min: 5, max: 2000 }),
  ...objectionFacts,
  restorationText: longText('移出申请说明', { min: 2, max: 2000, cite: measures('第十六条') }),
  ...removalFacts,
  removedOn: calendarDate('移出日期', { visibility: 'public', isListed: true }),
} as const
