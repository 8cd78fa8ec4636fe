import { cite, formatCitation } from '../../../kernel/citation.ts'
import { limitOn } from '../../../kernel/law-book.ts'
import { formatPeriod } from '../../../kernel/period.ts'
import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import { articleOfGround } from '../serious-violation/grounds.ts'
import { asSentence, contact, dayOf, law, letter, particulars, periodOf, remedies, textOf } from './letter.ts'

const measures = (article: string) => law(cite('serious-violation-list-measures', article))

const basisOf = (context: DocumentContext): string => formatCitation(articleOfGround(textOf(context, 'seriousGround')))

const acts = (context: DocumentContext): string => asSentence(context.labelOf('seriousGround'))

/** Measures against a listed party (article 15). */
const WARNING = '列入期间，我局依法对你单位实施下列管理措施：在审查行政许可、资质、资格、委托承担政府采购项目、工程招投标时作为重要考量因素；列为重点监管对象，提高检查频次；不适用告知承诺制；不予授予市场监督管理部门荣誉称号等表彰奖励；法律、行政法规和党中央、国务院政策文件规定的其他管理措施。'

const removal = (context: DocumentContext): string => `列入满${periodOf(context, 'serious.early-removal')}，已经履行行政处罚决定中规定的义务、消除危害后果和不良影响、未再受到较重行政处罚的，可以向我局申请提前移出；列入满${periodOf(context, 'serious.term')}的，由我局移出。`

const isRestored = (context: DocumentContext): boolean => textOf(context, 'repairRevocationNo') !== ''

/** What the regulation on disclosure adds for the head of a listed enterprise; nothing before the law that gives it. */
function representativeBar({ matter }: DocumentContext): readonly string[] {
  const limit = limitOn('serious.representative-bar', matter.lawOn)
  return limit === null ? [] : [`当事人是企业的，其法定代表人、负责人自列入之日起${formatPeriod(limit.period)}内不得担任其他企业的法定代表人、负责人（${formatCitation(limit.cite)}）。`]
}

/** Letters of the serious-violation list and of joint measures. */
export const seriousLetters: readonly DocumentTemplate[] = [
  letter({
    id: 'serious-listing-notice', title: '列入严重违法失信名单告知书', series: '市监严告', toFact: 'partyName', toOtherwise: '当事人',
    says: (context) => [
      `经查，你单位实施下列违法行为：${acts(context)}经综合考虑有关因素，${asSentence(textOf(context, 'assessment'))}`,
      `我局拟根据${basisOf(context)}和${measures('第二条')}的规定，将你单位列入严重违法失信名单，通过国家企业信用信息公示系统公示，并实施相应管理措施。`,
      `根据${measures('第十三条')}的规定，你单位有权陈述、申辩，依法可以要求听证的有权要求听证。自收到本告知书之日起${periodOf(context, 'serious.statement')}内未行使上述权利的，视为放弃。`,
      contact(context),
    ],
  }),
  letter({
    id: 'serious-consent-request', title: '关于列入严重违法失信名单的请示', series: '市监严请', toFact: 'higherBureau', toOtherwise: '上一级市场监督管理局', audience: 'internal',
    says: (context) => [
      particulars([['当事人', textOf(context, 'partyName')], ['统一社会信用代码', textOf(context, 'uscc')], ['违法行为', context.labelOf('seriousGround')], ['依据', basisOf(context)], ['较重行政处罚', context.labelOf('heavierPenalty')]]),
      `理由：${asSentence(textOf(context, 'assessment'))}`, asSentence(textOf(context, 'consentRequestText')), `根据${measures('第二十二条')}的规定，现报请同意。`,
    ],
  }),
  letter({
    id: 'serious-listing-decision', title: '列入严重违法失信名单决定书', series: '市监严列', toFact: 'partyName', toOtherwise: '当事人',
    says: (context) => [
      `你单位实施下列违法行为：${acts(context)}${textOf(context, 'penaltyDecisionNo') === '' ? '' : `我局已作出行政处罚决定（${textOf(context, 'penaltyDecisionNo')}）。`}`,
      `根据${basisOf(context)}和${isRestored(context) ? law(cite('credit-repair-measures', '第二十三条')) : measures('第十三条')}的规定，${textOf(context, 'consentNo') === '' ? '' : `经上一级市场监督管理部门同意（${textOf(context, 'consentNo')}），`}${isRestored(context) ? `因准予信用修复的决定已被撤销（${textOf(context, 'repairRevocationNo')}），现恢复将你单位` : '决定将你单位'}列入严重违法失信名单。列入日期：${dayOf(context, 'listedOn')}。`,
      WARNING, ...representativeBar(context), isRestored(context) ? `公示期自恢复列入之日起重新计算，不得提前移出；列入满${periodOf(context, 'serious.term')}的，由我局移出。` : removal(context), remedies(context),
    ],
  }),
  letter({
    id: 'serious-removal-decision', title: '移出严重违法失信名单决定书', series: '市监严移', toFact: 'partyName', toOtherwise: '当事人',
    says: (context) => [
      `你单位于${dayOf(context, 'listedOn')}被列入严重违法失信名单。${textOf(context, 'removalText') === '' ? `列入已满${periodOf(context, 'serious.term')}，根据${measures('第二十一条')}的规定，` : `${context.labelOf('removalGround')}：${asSentence(textOf(context, 'removalText'))}`}现决定将你单位移出，停止公示相关信息，并解除相关管理措施。移出日期：${dayOf(context, 'removedOn')}。`,
      remedies(context),
    ],
  }),
  letter({
    id: 'serious-revocation-decision', title: '撤销列入严重违法失信名单决定书', series: '市监严撤', toFact: 'partyName', toOtherwise: '当事人',
    says: (context) => [`将你单位列入严重违法失信名单所依据的行政处罚已被撤销、确认违法或者无效：${asSentence(textOf(context, 'annulmentText'))}根据${measures('第十九条')}的规定，决定撤销对你单位的列入决定，停止公示相关信息，并解除相关管理措施。`, contact(context)],
  }),
  letter({
    id: 'joint-measure-notice', title: '联合惩戒通报函', series: '市监联惩', toFact: 'department', toOtherwise: '有关部门', audience: 'internal',
    says: (context) => [
      `${textOf(context, 'partyName')}（统一社会信用代码：${textOf(context, 'uscc') || '未载明'}）已被列入严重违法失信名单（${textOf(context, 'listingNo')}）。根据${measures('第四条')}的规定，现予通报。`,
      `提请依照${textOf(context, 'measureBasis').replace(/[。；]+$/u, '')}，采取下列措施：${asSentence(textOf(context, 'measureText'))}`, '请将采取措施的情况及时反馈我局。', contact(context),
    ],
  }),
  letter({
    id: 'joint-measure-lifting', title: '解除联合惩戒通报函', series: '市监联解', toFact: 'department', toOtherwise: '有关部门', audience: 'internal',
    says: (context) => [`我局就${textOf(context, 'partyName')}发出的联合惩戒通报，其原因已经消除：${asSentence(textOf(context, 'liftReason'))}根据${measures('第十八条')}的规定，请解除相关管理措施，并将情况反馈我局。`, contact(context)],
  }),
]
