import type { RuleContent } from '../types.ts'

const checkedOn = '2026-11-22'

const supervision = { instrument: 'normative-enforcement-supervision-provisions', from: '2020-04-01', checkedOn, verified: true } as const

/** What the bureau owes in an appeal against its acts, and after a review of its files. */
export const appealRules = {
  'litigation.reply': { name: '行政诉讼答辩并提交证据', startsWith: '收到起诉状副本之日', values: [{ instrument: 'administrative-litigation-law', from: '2015-05-01', checkedOn, verified: false, value: 15, unit: 'calendar-day', article: '第六十七条', quotation: '', note: '行政诉讼法全文不在法规全文之列，待核' }] },
  'litigation.reply-second': { name: '行政诉讼第二审答辩', startsWith: '收到上诉状副本之日', values: [{ instrument: 'administrative-litigation-law', from: '2015-05-01', checkedOn, verified: false, value: 15, unit: 'calendar-day', article: '第一百零一条', quotation: '', note: '行政诉讼法没有规定，依第一百零一条适用民事诉讼法上诉答辩的十五日；两法全文不在法规全文之列，待核' }] },
  'litigation.after-reconsideration': { name: '不服复议决定提起行政诉讼', startsWith: '收到复议决定书之日', values: [{ instrument: 'administrative-litigation-law', from: '2015-05-01', checkedOn, verified: false, value: 15, unit: 'calendar-day', article: '第四十五条', quotation: '', note: '行政诉讼法全文不在法规全文之列，待核' }] },
  'litigation.second-instance': { name: '不服第一审判决上诉', startsWith: '判决书送达之日', values: [{ instrument: 'administrative-litigation-law', from: '2015-05-01', checkedOn, verified: false, value: 15, unit: 'calendar-day', article: '第八十五条', quotation: '', note: '裁定为十日；行政诉讼法全文不在法规全文之列，待核' }] },
  'reconsideration.opinion': {
    name: '报送行政复议意见书的纠正情况', startsWith: '收到行政复议意见书之日',
    values: [
      { instrument: 'reconsideration-law', from: '1999-10-01', until: '2024-01-01', checkedOn, verified: false, value: null, unit: 'calendar-day', article: '（1999年文本，条号待核）', quotation: '', note: '2023年修订前由实施条例规定，未读' },
      { instrument: 'reconsideration-law', from: '2024-01-01', checkedOn, verified: true, value: 60, unit: 'calendar-day', article: '第七十六条', quotation: '自收到行政复议意见书之日起六十日内' },
    ],
  },
  'reconsideration.performance': { name: '履行复议决定或者裁判', startsWith: '收到决定书或者裁判文书之日', values: [{ instrument: 'reconsideration-law', from: '1999-10-01', checkedOn, verified: false, value: 60, unit: 'calendar-day', article: '第七十七条', quotation: '', note: '法律没有统一的天数，以文书确定的最后一日为准；天数是本局的工作安排，比照意见书的六十日' }] },
  'supervision.rectification': { name: '报告执法监督决定的纠正情况', startsWith: '纠正之日', values: [{ ...supervision, value: 10, unit: 'working-day', article: '第十八条', quotation: '并于纠正后十个工作日内向上级市场监督管理部门报告纠正情况' }] },
} as const satisfies Record<string, RuleContent>
