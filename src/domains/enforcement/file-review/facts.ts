import { cite } from '../../../kernel/citation.ts'
import { accounts, calendarDate, choice, count, entries, longText, text } from '../../../engines/procedure/facts.ts'
import { RESULT_CLASSES, SCORE_LABELS } from './score-items.ts'

const supervision = (article: string) => cite('normative-enforcement-supervision-provisions', article)

/** A review of closed files drawn by lot. */
export const facts = {
  reviewName: text('评查名称', { max: 100, isListed: true }),
  periodFrom: calendarDate('结案日期起'),
  periodUntil: calendarDate('结案日期止'),
  files: entries('案卷清单', { caseNumber: text('案件编号', { max: 80 }), officeName: text('办案机构', { max: 100 }), closedOn: calendarDate('结案日期'), handlers: accounts('办案人员') }, { max: 5000, cite: supervision('第十条') }),
  listDigest: text('清单校验值', { max: 64, help: '案件编号按序逐行的SM3值' }),
  frozenOn: calendarDate('清单封存日期'),
  sampleSize: count('抽取数量'),
  seedText: text('随机种子', { max: 200, help: '清单封存后公布、事先无人知晓的文字，如彩票开奖号码' }),
  seedSource: text('种子来源', { max: 200 }),
  seedPublishedOn: calendarDate('种子公布日期'),
  drawn: entries('抽取结果', { caseNumber: text('案件编号', { max: 80 }), ticket: text('签值', { max: 64 }) }, { max: 5000 }),
  reviewedCase: text('评查案卷', { max: 80, help: '填抽取结果中的案件编号' }),
  scorers: accounts('评查人员', { help: '两人以上，均未参与该案办理', cite: supervision('第十条') }),
  deductions: entries('扣分项', { item: choice('评查项目', SCORE_LABELS), points: count('扣分'), finding: text('问题', { max: 500 }) }, { min: 0, max: 40, cite: supervision('第十条') }),
  results: entries('评查结果', { caseNumber: text('案件编号'), officeName: text('办案机构'), score: count('得分'), resultClass: choice('等次', RESULT_CLASSES), faults: longText('问题') }, { max: 5000, optional: ['faults'] }),
  rectifyText: longText('整改要求', { min: 10, cite: supervision('第十六条') }),
  rectifyUntilOn: calendarDate('整改期限至', { cite: supervision('第十六条') }),
  rectifiedOn: calendarDate('整改完成日期', { cite: supervision('第十六条') }),
  rectificationText: longText('整改情况', { min: 10, cite: supervision('第十六条') }),
  conclusion: longText('评查结论', { min: 10, cite: supervision('第十四条') }),
  cancelReason: longText('终止的理由', { min: 5, max: 1000 }),
} as const
