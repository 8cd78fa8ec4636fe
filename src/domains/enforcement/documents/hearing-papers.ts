import { formatCitation } from '../../../kernel/citation.ts'
import type { DocumentTemplate } from '../../../engines/procedure/document.ts'
import { hearingMeasures } from '../citations.ts'
import { FILED } from '../filed.ts'
import { CLOSED_HEARING_REASONS } from '../penalty-case/choices.ts'
import { asSentence, caseFacts, dateText, heading, internalForm, officersText, paragraph, particulars, partyForm, partyLetter, partyOf, penaltiesText } from './case-text.ts'

/** Notice, record and report of a hearing. */
export const hearingPapers: readonly DocumentTemplate[] = [
  partyLetter({
    id: 'hearing-notice', title: '行政处罚听证通知书', series: '市监听通', filed: FILED.toTheParty,
    blocks: (context) => {
      const known = caseFacts(context)
      const isPublic = known.isHearingPublic === true
      return [
        paragraph(`你（单位）于${dateText(known.hearingRequestedOn)}要求对${context.matter.title}举行听证。依据${formatCitation(hearingMeasures('第二十条'))}的规定，我局决定于${dateText(known.hearingOn)}举行听证。${(known.hearingNoticeNote ?? '').replaceAll(/。{2,}/gu, '。')}`),
        particulars([
          ['时间、地点', known.hearingPlace], ['方式', isPublic ? '公开举行' : `不公开举行${known.closedReason === undefined ? '' : `（${CLOSED_HEARING_REASONS[known.closedReason]}）`}`],
          ['听证主持人', officersText(context, known.hearingHost === undefined ? [] : [known.hearingHost])], ['听证员、记录员', officersText(context, known.hearingStaff)],
        ]),
        paragraph('你（单位）可以亲自参加听证，也可以委托一至二人代理；有权申请听证主持人、听证员、记录员等回避；可以携带有关证据，要求证人到场作证。'),
        paragraph('无正当理由拒不到场，或者未经听证主持人允许中途退场的，视为放弃听证权利，终止听证。'),
      ]
    },
  }),
  partyForm({
    id: 'hearing-record', title: '听证笔录', series: '市监听录', filed: FILED.hearing, pageSigners: ['当事人（代理人）', '记录员'],
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        particulars([
          ['案件', context.matter.title], ['当事人', partyOf(context)], ['时间', dateText(known.heldOn)], ['地点', known.hearingPlace], ['听证主持人', officersText(context, known.hearingHost === undefined ? [] : [known.hearingHost])],
          ['听证员、记录员', officersText(context, known.hearingStaff)], ['第三人', (known.thirdParties ?? []).flatMap(({ name }) => name ?? []).join('、')], ['到场的办案人员', officersText(context, known.attendingHandlers)], ['拟作出的处罚', penaltiesText(known.noticedItems).join('')],
        ]),
        heading('听证内容'), paragraph(asSentence(known.hearingRecord ?? '')),
        ...(known.isHearingRecordSigned === true ? [paragraph('笔录经听证参加人核对无误。')] : [paragraph(`未签名的注明：${asSentence(known.hearingUnsignedNote ?? '')}`)]),
        { kind: 'signatures', lines: ['当事人（代理人）（签字）：', '办案人员（签字）：', '听证主持人（签字）：', '记录员（签字）：'] },
      ]
    },
  }),
  internalForm({
    id: 'hearing-report', title: '听证报告', series: '市监听报', filed: FILED.hearingReport,
    blocks: (context) => {
      const known = caseFacts(context)
      return [
        particulars([['案件', context.matter.title], ['案件编号', context.matter.number], ['当事人', partyOf(context)], ['听证日期', dateText(known.heldOn)], ['听证主持人', officersText(context, known.hearingHost === undefined ? [] : [known.hearingHost])]]),
        heading('听证的基本情况'), paragraph(asSentence(known.hearingRecord ?? '')), heading('处理意见和建议'), paragraph(asSentence(known.hearingReport ?? '')),
        { kind: 'signatures', lines: ['听证主持人（签字）：'] },
      ]
    },
  }),
]
