import { formatDate } from '../../../kernel/calendar-date.ts'
import { contactOf } from '../../../engines/procedure/document.ts'
import type { DocumentTemplate } from '../../../engines/procedure/document.ts'
import { asSentence, factsOf, lawFor, paragraph, subjectOf } from './inspection-text.ts'

/** Orders correction by a date after an inspection. */
export const rectificationOrder: DocumentTemplate = {
  id: 'rectification-order',
  title: '责令改正通知书',
  series: '市监责改',
  audience: 'respondent',
  addressee: subjectOf,
  blocks: (context) => {
    const { visitedOn, rectificationItems, rectifyBy } = factsOf(context)
    return [
      paragraph(`经${visitedOn === undefined ? '' : formatDate(visitedOn)}现场检查（任务编号：${context.matter.number}），你单位存在不符合规定的情形。根据${lawFor(context, 'correction')}的规定，现责令你单位在${rectifyBy === undefined ? '规定期限内' : `${formatDate(rectifyBy)}前`}改正下列事项：`),
      paragraph(asSentence(rectificationItems ?? '')),
      paragraph('请将改正情况书面报告我局，我局将对改正情况进行复查。'),
      paragraph('逾期不改正的，我局将依法处理。你单位对本通知不服的，可以依法申请行政复议或者提起行政诉讼。'),
      paragraph(contactOf(context)),
    ]
  },
}
