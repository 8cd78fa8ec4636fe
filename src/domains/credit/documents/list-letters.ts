import { cite } from '../../../kernel/citation.ts'
import { formatDate } from '../../../kernel/calendar-date.ts'
import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import { REPAIR_MEASURES_FROM } from '../list-removal.ts'
import { basisOfAbnormalListing, basisOfTraderListing } from '../listing-basis.ts'
import { asSentence, contact, dayOf, law, letter, particulars, periodOf, receivedOn, remedies, textOf } from './letter.ts'

const abnormal = (article: string) => law(cite('abnormal-operation-list-measures', article))
const trader = (article: string) => law(cite('sole-trader-annual-report-measures', article))

const isTrader = ({ matter }: DocumentContext): boolean => matter.procedure === 'sole-trader-marking'
const nameOf = (context: DocumentContext): string => textOf(context, 'enterpriseName') || textOf(context, 'traderName')
const groundFact = (context: DocumentContext): string => (isTrader(context) ? 'traderGround' : 'ground')

function basisOfListing(context: DocumentContext): string {
  const ground = textOf(context, groundFact(context))
  return law(isTrader(context) ? basisOfTraderListing(ground) : basisOfAbnormalListing(ground))
}

const objectionBasis = (context: DocumentContext): string => (isTrader(context) ? trader('第十七条') : abnormal('第十二条'))

/** Until the amendment of 2025 sole traders were marked, not listed. */
const measureOf = (context: DocumentContext): string => (isTrader(context) && context.matter.lawOn < REPAIR_MEASURES_FROM ? '标记为经营异常状态' : '列入经营异常名录')

/** What the decision must hold by article 5 of the measures: name, code, day, reason, organ. */
function listing(context: DocumentContext): readonly (string | ReturnType<typeof particulars>)[] {
  const year = context.facts.reportYear
  const revocationNo = textOf(context, 'repairRevocationNo')
  return [
    revocationNo !== '' ? `你单位在信用修复过程中故意隐瞒真实情况、弄虚作假，准予信用修复的决定已被撤销（${revocationNo}）。列入事由：${asSentence(context.labelOf(groundFact(context)))}根据${law(cite('credit-repair-measures', '第二十三条'))}的规定，现恢复将你单位${measureOf(context)}，公示期重新计算。`
    : `经查，你单位存在下列情形：${asSentence(context.labelOf(groundFact(context)))}${typeof year === 'number' ? `未报送的年度为${year}年度。` : ''}根据${basisOfListing(context)}的规定，决定将你单位${measureOf(context)}，并通过国家企业信用信息公示系统公示。`,
    particulars([['名称', nameOf(context)], ['统一社会信用代码', textOf(context, 'uscc')], ['列入日期', dayOf(context, 'listedOn')], ['列入事由', context.labelOf(groundFact(context))], ['作出决定机关', context.bureauName]]),
    '改正上述情形后，可以向我局申请移出经营异常名录。',
    `对列入有异议的，可以根据${objectionBasis(context)}的规定，自公示之日起${periodOf(context, isTrader(context) ? 'sole-trader.objection' : 'list.objection')}内向我局提出书面申请并提交相关证明材料。`,
    remedies(context),
  ]
}

function removal(context: DocumentContext): readonly (string | ReturnType<typeof particulars>)[] {
  return [
    `你单位于${dayOf(context, 'listedOn')}被列入经营异常名录。经核实，${context.labelOf('removalGround')}：${asSentence(textOf(context, 'removalText'))}现决定将你单位移出经营异常名录，停止公示相应的列入信息。`,
    particulars([['名称', nameOf(context)], ['统一社会信用代码', textOf(context, 'uscc')], ['移出日期', dayOf(context, 'removedOn')], ['移出事由', context.labelOf('removalGround')], ['作出决定机关', context.bureauName]]),
    remedies(context),
  ]
}

/** Letters of both lists of abnormal operation. */
export const listLetters: readonly DocumentTemplate[] = [
  letter({
    id: 'publicity-order', title: '责令履行公示义务通知书', series: '市监责公', toFact: 'enterpriseName', toOtherwise: '有关企业',
    says: (context) => [
      `你单位未依照${law(cite('enterprise-disclosure-regulation', '第十条'))}的规定公示下列信息：${asSentence(textOf(context, 'informationMissing'))}`,
      `根据${abnormal('第七条')}的规定，责令你单位自收到本通知书之日起${periodOf(context, 'list.publicity-order')}内通过国家企业信用信息公示系统履行公示义务${dueWords(context)}。逾期未公示的，将依法列入经营异常名录，并依法给予行政处罚。`,
      contact(context),
    ],
  }),
  letter({ id: 'abnormal-listing-decision', title: '列入经营异常名录决定书', series: '市监异列', toFact: 'enterpriseName', toOtherwise: '有关企业', says: listing }),
  letter({ id: 'abnormal-removal-decision', title: '移出经营异常名录决定书', series: '市监异移', toFact: 'enterpriseName', toOtherwise: '有关企业', says: removal }),
  letter({ id: 'trader-listing-decision', title: '个体工商户列入经营异常名录决定书', series: '市监个列', toFact: 'traderName', toOtherwise: '有关个体工商户', says: listing }),
  letter({ id: 'trader-removal-decision', title: '个体工商户移出经营异常名录决定书', series: '市监个移', toFact: 'traderName', toOtherwise: '有关个体工商户', says: removal }),
  letter({
    id: 'list-objection-acceptance', title: '异议受理通知书', series: '市监异受', toFact: 'enterpriseName', toOtherwise: '异议申请人',
    says: (context) => [`你单位对被列入经营异常名录提出的异议，符合${objectionBasis(context)}的规定，我局决定受理，并将在${periodOf(context, isTrader(context) ? 'sole-trader.objection-verification' : 'list.objection-verification')}内核实，书面告知核实结果${clockWords(context, 'objectionVerification')}。`, contact(context)],
  }),
  letter({
    id: 'list-objection-refusal', title: '异议不予受理通知书', series: '市监异拒', toFact: 'enterpriseName', toOtherwise: '异议申请人',
    says: (context) => [`你单位对被列入经营异常名录提出的异议，我局决定不予受理。理由：${asSentence(textOf(context, 'objectionRefusalReason'))}`, `依据：${objectionBasis(context)}。`, remedies(context)],
  }),
  letter({
    id: 'list-objection-result', title: '异议核实结果告知书', series: '市监异核', toFact: 'enterpriseName', toOtherwise: '异议申请人',
    says: (context) => [
      `本件于${receivedOn(context)}登记（编号：${context.matter.number}）。经核实：${asSentence(textOf(context, 'objectionFinding'))}`,
      context.matter.state === 'wrong' ? `列入存在错误，我局将根据${objectionBasis(context)}的规定在${periodOf(context, isTrader(context) ? 'sole-trader.correction' : 'list.correction')}内予以更正。` : '异议不成立，列入决定不予变更。',
      remedies(context),
    ],
  }),
  letter({
    id: 'list-correction', title: '列入信息更正通知书', series: '市监异更', toFact: 'enterpriseName', toOtherwise: '异议申请人',
    says: (context) => [`经核实，将你单位列入经营异常名录存在错误。根据${objectionBasis(context)}的规定，现予以更正，并停止公示列入信息。`, `更正说明：${asSentence(textOf(context, 'correctionText'))}`, contact(context)],
  }),
]

const dueWords = (context: DocumentContext): string => clockWords(context, 'compliance')

function clockWords(context: DocumentContext, clock: string): string {
  const on = context.dueOnOf(clock)
  return on === null ? '' : `（至${formatDate(on)}）`
}
