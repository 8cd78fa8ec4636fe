import { formatCitation } from '../../../kernel/citation.ts'
import type { DocumentTemplate } from '../../../engines/procedure/document.ts'
import { hearingMeasures } from '../citations.ts'
import { FILED } from '../filed.ts'
import { asSentence, caseFacts, dateText, officersText, paragraph, particulars, partyLetter, partyOf } from './case-text.ts'

/** Papers of a hearing that does not go straight through: third parties, suspension, termination. */
export const hearingCoursePapers: readonly DocumentTemplate[] = [
  { ...partyLetter({
    id: 'hearing-third-party-notice', title: '第三人参加听证通知书', series: '市监听三', filed: FILED.toTheParty,
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        paragraph(`${context.matter.title}的当事人${partyOf(context)}要求听证，你（单位）与听证案件有利害关系。依据${formatCitation(hearingMeasures('第十四条'))}和${formatCitation(hearingMeasures('第二十条'))}的规定，通知你（单位）作为第三人参加于${dateText(known.hearingOn)}举行的听证。`),
        particulars([
          ['时间、地点', known.hearingPlace], ['方式', known.isHearingPublic === true ? '公开举行' : '不公开举行'],
          ['听证主持人', officersText(context, known.hearingHost === undefined ? [] : [known.hearingHost])], ['听证员、记录员', officersText(context, known.hearingStaff)],
        ]),
        paragraph('你（单位）可以亲自参加听证，也可以委托一至二人代为参加，委托他人的须提交授权委托书和代理人身份证明；可以陈述意见、提交证据、参加质证。'),
      ]
    },
  }), addressee: (context) => (caseFacts(context).thirdParties ?? []).flatMap(({ name }) => name ?? []).join('、') },
  partyLetter({
    id: 'hearing-suspension-notice', title: '中止听证通知书', series: '市监听中', filed: FILED.toTheParty,
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        paragraph(`你（单位）于${dateText(known.hearingRequestedOn)}要求对${context.matter.title}举行听证。因有“${context.labelOf('hearingSuspensionGround')}”的情形：${asSentence(known.hearingSuspensionNote ?? '')}依据${formatCitation(hearingMeasures('第二十六条'))}的规定，听证主持人决定中止听证。`),
        paragraph(`${known.hearingOn === undefined ? '' : `原定于${dateText(known.hearingOn)}的听证不再按该日举行。`}中止听证的情形消失后恢复听证，听证的时间、地点另行通知。`),
      ]
    },
  }),
  partyLetter({
    id: 'hearing-termination-notice', title: '终止听证通知书', series: '市监听终', filed: FILED.toTheParty,
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        paragraph(`你（单位）于${dateText(known.hearingRequestedOn)}要求对${context.matter.title}举行听证。因有“${context.labelOf('hearingEndGround')}”的情形，${known.hearingEndNote === undefined ? '' : asSentence(known.hearingEndNote)}依据${formatCitation(hearingMeasures('第二十七条'))}的规定，听证主持人决定终止听证。`),
        paragraph('本案将依照法定程序继续办理。'),
      ]
    },
  }),
]
