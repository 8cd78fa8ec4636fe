import { cite } from '../../../kernel/citation.ts'
import { formatDate } from '../../../kernel/calendar-date.ts'
import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import { asSentence, contact, dayOf, law, letter, particulars, periodOf, receivedOn, remedies, textOf } from './letter.ts'

const measures = (article: string) => law(cite('forced-deregistration-measures', article))
const COMPANY_LAW = law(cite('company-law', '第二百四十一条'))

function company(context: DocumentContext) {
  const legalRepresentative = textOf(context, 'legalRepresentative') || (context.parties.find((party) => party.role === 'company')?.name ?? '')
  return particulars([
    ['公司名称', textOf(context, 'companyName')], ['住所', textOf(context, 'companyAddress')], ['法定代表人', legalRepresentative], ['统一社会信用代码或者注册号', textOf(context, 'uscc')],
    ['法定事由', textOf(context, 'triggeredOn') === '' ? '' : `${context.labelOf('trigger')}（${dayOf(context, 'triggeredOn')}），满${periodOf(context, 'exit.forced-trigger')}未申请注销登记`],
  ])
}

const to = { toFact: 'companyName', toOtherwise: '有关公司' } as const

/** Letters of the exit from the register. */
export const exitLetters: readonly DocumentTemplate[] = [
  letter({
    ...to, id: 'forced-announcement', title: '拟强制注销登记公告', series: '市监强告',
    says: (context) => {
      const end = context.dueOnOf('announcement')
      return [
        company(context), `法律依据：${COMPANY_LAW}、${measures('第三条')}。`, `拟强制注销登记意见：${asSentence(textOf(context, 'announcementText'))}`,
        `公告起止日期：${dayOf(context, 'announcedOn')}起${periodOf(context, 'exit.announcement')}${end === null ? '' : `，至${formatDate(end)}`}。`,
        '相关部门、债权人以及其他利害关系人有异议的，应当在公告期内通过国家企业信用信息公示系统或者以书面形式向我局提出，并提供异议理由和相关材料。',
      ]
    },
  }),
  letter({
    ...to, id: 'forced-objection-result', title: '强制注销异议审查告知书', series: '市监强异', toOtherwise: '异议人',
    says: (context) => [`关于对${textOf(context, 'companyName')}拟强制注销登记的异议，经审查：${asSentence(textOf(context, 'objectionFinding'))}`, context.matter.state === 'terminated' ? `异议成立，根据${measures('第五条')}的规定，强制注销程序终止。公司应当及时开展清算，依法申请注销登记。` : `异议不成立，根据${measures('第五条')}的规定，现书面告知。`, contact(context)],
  }),
  letter({
    ...to, id: 'forced-decision', title: '强制注销登记决定书', series: '市监强决',
    says: (context) => [company(context), `公告期限届满，无异议或者异议不成立。根据${COMPANY_LAW}、${measures('第七条')}的规定，决定强制注销公司登记。原公司股东、清算义务人的责任不受影响。`, remedies(context)],
  }),
  letter({
    id: 'restoration-decision', title: '恢复公司登记决定书', series: '市监恢决', toFact: 'companyName', toOtherwise: '申请人',
    says: (context) => [
      `申请人于${receivedOn(context)}申请恢复${textOf(context, 'companyName')}的公司登记。经审查，${asSentence(context.labelOf('restorationGround'))}${asSentence(textOf(context, 'reviewText'))}`,
      `根据${measures('第十二条')}、${measures('第十四条')}的规定，决定恢复公司登记。${context.facts.isNameTaken === true ? '公司名称已经被第三人注册使用，只恢复其统一社会信用代码或者注册号，不再恢复其名称。' : ''}公司应当及时开展清算，依法申请注销登记。`, contact(context),
    ],
  }),
  letter({ id: 'restoration-refusal', title: '不予恢复公司登记告知书', series: '市监恢拒', toFact: 'companyName', toOtherwise: '申请人', says: (context) => [`关于恢复${textOf(context, 'companyName')}公司登记的申请，经审查，根据${measures('第十二条')}的规定，决定不予恢复。理由：${asSentence(textOf(context, 'refusalReason'))}`, remedies(context)] }),
  letter({
    id: 'dormant-notice', title: '长期停业主体清理提示书', series: '市监清提', toFact: 'enterpriseName', toOtherwise: '有关市场主体',
    says: (context) => [`经核查：${asSentence(textOf(context, 'checkText'))}`, asSentence(textOf(context, 'noticeText')), `请在收到本提示书之日起${periodOf(context, 'exit.dormant-notice')}内申请注销登记、恢复正常经营并补报年度报告，或者提出异议并提交证明。`, contact(context)],
  }),
]
