import { cite } from '../../../kernel/citation.ts'
import { basisOn } from '../../../engines/procedure/definition.ts'
import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import { underBothRepairMeasures } from '../list-removal.ts'
import { asSentence, contact, dayOf, law, letter, periodOf, receivedOn, remedies, textOf } from './letter.ts'

/** The article in force for the application; the measures of 2021 are named without an article that nobody read. */
function measures(context: DocumentContext, article: string): string {
  const found = basisOn(underBothRepairMeasures(article), context.matter.lawOn)
  return found === null || found.article.startsWith('（') ? '《市场监督管理信用修复管理办法》' : law(found)
}

const application = (context: DocumentContext): string =>
  `你单位于${receivedOn(context)}就${context.labelOf('repairKind')}${textOf(context, 'recordNo') === '' ? '' : `（${textOf(context, 'recordNo')}）`}提出信用修复申请（登记编号：${context.matter.number}）。`

const to = { toFact: 'applicantName', toOtherwise: '申请人' } as const

/** Letters of credit repair and of its revocation. */
export const repairLetters: readonly DocumentTemplate[] = [
  letter({ ...to, id: 'repair-correction-notice', title: '信用修复补正告知书', series: '市监修补', says: (context) => [application(context), `经审查，申请材料不齐全或者不符合法定形式，根据${measures(context, '第十四条')}的规定，现一次性告知需要补正的材料：${asSentence(textOf(context, 'papersMissing'))}`, contact(context)] }),
  letter({ ...to, id: 'repair-acceptance', title: '信用修复受理通知书', series: '市监修受', says: (context) => [application(context), `申请材料齐全、符合法定形式，根据${measures(context, '第十四条')}的规定，我局予以受理。`, contact(context)] }),
  letter({ ...to, id: 'repair-acceptance-refusal', title: '信用修复不予受理通知书', series: '市监修拒', says: (context) => [application(context), `经我局负责人批准，根据${measures(context, '第十四条')}的规定，决定不予受理。理由：${asSentence(textOf(context, 'refusalOfAcceptance'))}`, remedies(context)] }),
  letter({
    ...to, id: 'repair-decision', title: '准予信用修复决定书', series: '市监修准',
    says: (context) => [application(context), `经核实：${asSentence(textOf(context, 'verificationText'))}根据${measures(context, '第十七条')}的规定，决定准予信用修复，并自作出决定之日起${periodOf(context, 'credit-repair.data-work')}内停止公示相关信息，依法解除相关管理措施。`, '在信用修复过程中故意隐瞒真实情况、弄虚作假的，将依法撤销本决定，恢复公示。', contact(context)],
  }),
  letter({
    ...to, id: 'repair-refusal', title: '不予信用修复决定书', series: '市监修否',
    says: (context) => [
      application(context), `经核实，${context.labelOf('refusalGround')}。根据${measures(context, '第十七条')}的规定，决定不予信用修复。理由：${asSentence(textOf(context, 'refusalReason'))}`,
      ...(textOf(context, 'shownUntilOn') === '' ? [] : [`根据${measures(context, '第二十三条')}的规定，本决定在国家企业信用信息公示系统公示至${dayOf(context, 'shownUntilOn')}，在此期间不得申请信用修复。`]), remedies(context),
    ],
  }),
  letter({
    ...to, id: 'repair-revocation-decision', title: '撤销准予信用修复决定书', series: '市监修撤',
    says: (context) => [
      `经查，你单位在信用修复（${textOf(context, 'repairNo')}）过程中${asSentence(context.labelOf('falsity'))}查明的事实：${asSentence(textOf(context, 'findings'))}`,
      `根据${law(cite('credit-repair-measures', '第二十三条'))}的规定，决定撤销准予信用修复的决定，恢复至信用修复前的状态，公示期自本决定作出之日起重新计算。本决定公示至${dayOf(context, 'shownUntilOn')}；${dayOf(context, 'barredUntilOn')}前不得申请信用修复。`, remedies(context),
    ],
  }),
]
