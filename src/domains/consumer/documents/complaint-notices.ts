import { formatDate } from '../../../kernel/calendar-date.ts'
import { cite, formatCitation } from '../../../kernel/citation.ts'
import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import { NEW_MEASURES_FROM, underBothMeasures } from '../complaint/guards.ts'
import { HEREBY_NOTIFIED, asSentence, contact, instrumentFor, nameOf, paragraph, receivedOn, respondentName, textOf } from './notice-text.ts'

// Titles and order of the text follow the model forms for complaints and reports (市场监督管理部门处理投诉举报文书式样).

const OTHER_ROUTES = formatCitation(cite('consumer-protection-law', '第三十九条'))

// Items of Art 16 and Art 23(1) of the measures of 2026; the items of the interim measures were not read in the official text.
const REFUSAL_ITEMS: Readonly<Record<string, string>> = {
  'not-competent': '第一项', 'handled-elsewhere': '第二项', 'not-consumption': '第三项', 'over-three-years': '第四项', 'material-missing': '第五项', 'impersonation': '第六项', 'other-law': '第七项',
}
const TERMINATION_ITEMS: Readonly<Record<string, string>> = {
  'withdrawn-or-reconciled': '第一项', 'absent-or-refuses': '第二项', 'no-agreement': '第三项', 'appraisal-cost': '第四项', 'time-passed': '第五项', 'refusal-ground-found': '第六项',
  'party-extinct': '第七项', 'other-law': '第八项',
}

function itemOf(context: DocumentContext, items: Readonly<Record<string, string>>, fact: string): string {
  return context.matter.lawOn < NEW_MEASURES_FROM ? '' : items[textOf(context, fact)] ?? ''
}

const introduction = (context: DocumentContext): string =>
  `我局于${receivedOn(context)}收到你关于${respondentName(context)}的投诉（登记编号：${context.matter.number}）。`

const toComplainant = (context: DocumentContext): string => nameOf(context, 'complainant', '投诉人')

export const complaintAcceptance: DocumentTemplate = {
  id: 'complaint-acceptance',
  title: '投诉受理决定书',
  series: '市监诉受',
  audience: 'complainant',
  addressee: toComplainant,
  blocks: context => [
    paragraph(`${introduction(context)}经审查，符合规定的受理条件。根据${instrumentFor(context, underBothMeasures('第十四条', '第十五条'))}的规定，我局决定受理。`),
    paragraph(nextStep(context)),
    contact(context),
    HEREBY_NOTIFIED,
  ],
}

function nextStep(context: DocumentContext): string {
  const dueOn = context.dueOnOf('mediation')
  const until = dueOn === null ? '' : `调解期限至${formatDate(dueOn)}届满，鉴定、检测所需时间不计算在内。`
  return `根据${instrumentFor(context, underBothMeasures('第十六条', '第十八条'))}的规定，你和被投诉人均同意调解的，我局将组织调解。${until}`
}

export const complaintRefusal: DocumentTemplate = {
  id: 'complaint-refusal',
  title: '投诉不予受理决定书',
  series: '市监诉不受',
  audience: 'complainant',
  addressee: toComplainant,
  blocks: context => [
    paragraph(`${introduction(context)}经审查，属于${instrumentFor(context, underBothMeasures('第十五条', '第十六条'))}${itemOf(context, REFUSAL_ITEMS, 'refusalGround')}规定的情形：${asSentence(context.labelOf('refusalGround'))}我局决定不予受理。`),
    paragraph(`理由：${asSentence(textOf(context, 'refusalReason'))}`),
    paragraph(`你还可以按照${OTHER_ROUTES}的规定，通过下列途径解决消费者权益争议：与经营者协商和解；请求消费者协会或者依法成立的其他调解组织调解；根据与经营者达成的仲裁协议提请仲裁机构仲裁；向人民法院提起诉讼。`),
    contact(context),
    HEREBY_NOTIFIED,
  ],
}

export const mediationTermination: DocumentTemplate = {
  id: 'mediation-termination',
  title: '投诉终止调解决定书',
  series: '市监诉终',
  audience: 'complainant',
  addressee: context => `${toComplainant(context)}、${nameOf(context, 'respondent', respondentName(context))}`,
  blocks: context => [
    paragraph(`经审查，关于${toComplainant(context)}对${respondentName(context)}的投诉（登记编号：${context.matter.number}），调解过程中出现${instrumentFor(context, underBothMeasures('第二十一条', '第二十三条'))}第一款${itemOf(context, TERMINATION_ITEMS, 'terminationGround')}规定的情形：${asSentence(context.labelOf('terminationGround'))}我局决定终止调解。`),
    paragraph(`理由：${asSentence(textOf(context, 'terminationReason'))}`),
    paragraph(`对终止调解决定不服的，可以按照${OTHER_ROUTES}的规定，通过民事诉讼、仲裁等其他途径解决消费者权益争议。`),
    contact(context),
    HEREBY_NOTIFIED,
  ],
}
