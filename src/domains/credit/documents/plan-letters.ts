import { cite } from '../../../kernel/citation.ts'
import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import { asSentence, contact, law, letter, receivedOn, remedies, textOf } from './letter.ts'

const measures = (article: string) => law(cite('credit-repair-measures', article))

const plan = (context: DocumentContext): string => context.labelOf('planKind')
const ruling = (context: DocumentContext): string => `${textOf(context, 'court')}${textOf(context, 'rulingNo')}裁定`
const application = (context: DocumentContext): string => `你单位于${receivedOn(context)}提出临时信用修复申请（登记编号：${context.matter.number}）。`

const to = { toFact: 'enterpriseName', toOtherwise: '有关企业' } as const

/** Letters of the repair while a plan of reorganisation or a settlement is carried out. */
export const planLetters: readonly DocumentTemplate[] = [
  letter({
    ...to, id: 'reorganisation-easing-notice', title: '临时信用修复通知书', series: '市监临修',
    says: (context) => [
      application(context), `根据${ruling(context)}和${measures('第二十二条')}第一款的规定，在${plan(context)}执行期间采取下列措施：${asSentence(textOf(context, 'easedInformation'))}`,
      '执行完毕后，请持人民法院确认执行完毕的裁定书向我局提出信用修复申请；未执行成功的，将恢复公示。', contact(context),
    ],
  }),
  letter({ ...to, id: 'reorganisation-easing-refusal', title: '不采取临时信用修复措施告知书', series: '市监临否', says: (context) => [application(context), `经审查，不采取临时信用修复措施。理由：${asSentence(textOf(context, 'refusalReason'))}`, `依据：${measures('第二十二条')}第一款。`, remedies(context)] }),
  letter({
    ...to, id: 'reorganisation-repair-decision', title: '准予信用修复决定书（重整）', series: '市监重修',
    says: (context) => [`${plan(context)}经人民法院${textOf(context, 'completionRulingNo')}裁定确认执行完毕。经核实：${asSentence(textOf(context, 'verificationText'))}`, `根据${measures('第二十二条')}第二款的规定，决定准予信用修复，停止公示相关违法失信信息。`, contact(context)],
  }),
  letter({
    ...to, id: 'reorganisation-repair-refusal', title: '不予信用修复决定书（重整）', series: '市监重否',
    says: (context) => [`${plan(context)}经人民法院${textOf(context, 'completionRulingNo')}裁定确认执行完毕。根据${measures('第十七条')}、${measures('第二十二条')}的规定，决定不予信用修复，恢复公示相关违法失信信息。理由：${asSentence(textOf(context, 'repairRefusalReason'))}`, remedies(context)],
  }),
  letter({
    ...to, id: 'reorganisation-restoration-notice', title: '恢复公示通知书', series: '市监重复',
    says: (context) => [`${plan(context)}未执行成功：${asSentence(textOf(context, 'failureText'))}根据${measures('第二十二条')}第三款的规定，恢复公示相关违法失信信息。`, remedies(context)],
  }),
]
