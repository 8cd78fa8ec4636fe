import { formatDate } from '../../../kernel/calendar-date.ts'
import type { DocumentTemplate } from '../../../engines/procedure/document.ts'
import { asSentence, factsOf, inspectorsOf, lawFor, paragraph, scopeOf, subjectOf } from './inspection-text.ts'

/** Told beforehand what is inspected and by whom; a flight inspection has none. */
export const inspectionNotice: DocumentTemplate = {
  id: 'inspection-notice',
  title: '监督检查通知书',
  series: '市监检通',
  audience: 'respondent',
  addressee: subjectOf,
  blocks: (context) => {
    const { plannedFrom, plannedUntil, planTask, drawNumber, noticeText, departments } = factsOf(context)
    const source = [planTask === undefined ? '' : `检查计划“${planTask}”`, drawNumber === undefined ? '' : `随机抽取（${drawNumber}）`].filter((said) => said !== '').join('、')
    const when = plannedFrom === undefined ? '' : `自${formatDate(plannedFrom)}${plannedUntil === undefined ? '' : `至${formatDate(plannedUntil)}`}，`
    return [
      paragraph(`根据${source === '' ? '年度监督检查安排' : source}，我局将${when}对你单位进行监督检查（任务编号：${context.matter.number}）。`),
      paragraph(`检查内容：${asSentence(scopeOf(context))}`),
      ...(departments === undefined ? [] : [paragraph(`联合检查部门：${asSentence(departments)}`)]),
      paragraph(`检查人员：${asSentence(inspectorsOf(context).join('、'))}检查时检查人员不少于两人，并出示执法证件（${lawFor(context, 'officers')}）；未出示执法证件的，你单位有权拒绝检查。`),
      paragraph(asSentence(noticeText ?? '请你单位负责人到场，准备有关证照、票据、记录等资料')),
      paragraph('检查人员与你单位有直接利害关系或者有其他关系可能影响公正检查的，你单位可以申请其回避。'),
      paragraph('特此通知。'),
    ]
  },
}
