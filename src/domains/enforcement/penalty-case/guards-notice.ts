import { addDays, dateInShanghai, formatDate } from '../../../kernel/calendar-date.ts'
import { formatYuan } from '../../../kernel/money.ts'
import { hearingMeasures, provisions } from '../citations.ts'
import { needsHearing, pointsBeyond } from '../penalty-kinds.ts'
import { cameAfter, hasDefended, lastPlaceOf } from './record.ts'
import type { CaseContext, CaseGuard } from './record.ts'

export const reviewMustPassBeforeNotice: CaseGuard = {
  name: 'reviewMustPassBeforeNotice', cite: provisions('第五十六条'),
  check: ({ matter }) => (cameAfter(matter, ['approveReview'], ['concludeInvestigation']) ? null
    : { says: '审核完成并退回案件材料后，才能报负责人批准告知；调查终结后尚无通过的审核。', do: '请先办理“送交审核”，由审核人员办理“审核同意”。' }),
}

export const noticeNeedsAProposedPenalty: CaseGuard = {
  name: 'noticeNeedsAProposedPenalty', cite: provisions('第五十七条'),
  check: ({ facts }) => (facts.proposal === 'penalty' && (facts.proposedItems ?? []).length > 0 ? null
    : { says: '处理意见不是给予行政处罚，没有应当告知的处罚内容。', do: '请按处理意见办理“不予处罚”“违法事实不能成立”或者“移送”。' }),
}

/** The threshold for this party, in yuan; null where the law of the day has none. */
function thresholdOf({ facts, valueOf }: CaseContext): number | null {
  return valueOf(facts.partyKind === 'organisation' ? 'hearing.threshold-organisation' : 'hearing.threshold-person')
}

export const hearingMustBeOfferedAtTheThreshold: CaseGuard = {
  name: 'hearingMustBeOfferedAtTheThreshold', cite: hearingMeasures('第五条'), needsInput: true,
  check: (context) => {
    const threshold = thresholdOf(context)
    if (context.input.offersHearing === true || threshold === null || !needsHearing(context.facts.proposedItems ?? [], threshold)) return null
    return { says: `拟作出的行政处罚属于听证范围（对该当事人罚款或者没收达到${formatYuan(threshold * 100)}，或者责令停产停业、吊销许可证件等），应当告知要求听证的权利。`, do: '请将“是否告知听证权利”改为是。' }
  },
}

export const penaltyMustNotGrowBecauseOfDefence: CaseGuard = {
  name: 'penaltyMustNotGrowBecauseOfDefence', cite: provisions('第五十八条'), needsInput: true,
  check: ({ matter, facts, input }) => {
    if (!hasDefended(matter) || facts.noticedItems === undefined) return null
    if (cameAfter(matter, ['reopenInvestigation'], ['recordStatement', 'requestHearing']) && input.decidedItems === undefined) return null
    const points = pointsBeyond(facts.noticedItems, input.decidedItems ?? facts.proposedItems ?? [])
    return points.length === 0 ? null
      : { says: `不得因当事人陈述、申辩或者要求听证而给予更重的行政处罚：与告知书相比${points.join('，')}。`, do: '请不超过已告知的处罚；确有新的违法事实的，先办理“补充调查”，重新审核、告知。' }
  },
}

const methodIs = (input: CaseContext['input'], ...methods: readonly string[]): boolean => methods.includes(input.serviceMethod ?? '')

export const servedPaperNeedsAReceipt: CaseGuard = {
  name: 'servedPaperNeedsAReceipt', cite: provisions('第八十二条'), needsInput: true,
  check: ({ input }) => (methodIs(input, 'direct', 'post', 'entrusted') && (input.receiptNo ?? '') === ''
    ? { says: '直接、邮寄、委托或者转交送达的，以送达回证或者回执上的日期为送达日期，须登记回证。', do: '请填写“送达回证或者邮寄回执”。' } : null),
}

export const leavingServiceNeedsWitnessOrRecording: CaseGuard = {
  name: 'leavingServiceNeedsWitnessOrRecording', cite: provisions('第八十二条'), needsInput: true,
  check: ({ input }) => (methodIs(input, 'leaving') && (input.refusalRecord ?? '') === ''
    ? { says: '留置送达的，须载明拒收事由和日期，由见证人签名，或者以拍照、录像记录送达过程。', do: '请填写“拒收情况及见证人或者录音录像”。' } : null),
}

export const electronicServiceNeedsConsent: CaseGuard = {
  name: 'electronicServiceNeedsConsent', cite: provisions('第八十二条'), needsInput: true,
  check: ({ input }) => (methodIs(input, 'electronic') && input.hasAddressConfirmation !== true
    ? { says: '电子送达须经受送达人同意并签订送达地址确认书。', do: '请先签订送达地址确认书；未签订的，改用其他送达方式。' } : null),
}

export const announcementNeedsReasonAndCourse: CaseGuard = {
  name: 'announcementNeedsReasonAndCourse', cite: provisions('第八十二条'), needsInput: true,
  check: ({ input, facts }) => (methodIs(input, 'announcement') && (facts.announcementReason ?? '') === ''
    ? { says: '公告送达仅限受送达人下落不明或者其他方式无法送达，并须载明原因和经过。', do: '请先办理“公告送达”，填写原因和经过。' } : null),
}

export const announcementMustHaveRunItsDays: CaseGuard = {
  name: 'announcementMustHaveRunItsDays', cite: provisions('第八十二条'), needsInput: true,
  check: ({ input, facts, valueOf }) => {
    if (!methodIs(input, 'announcement') || facts.announcedOn === undefined) return null
    const days = valueOf('penalty.service-announcement') ?? 30
    const servedOn = addDays(facts.announcedOn, days)
    return (input.servedOn ?? '') >= servedOn ? null : { says: `公告自${formatDate(facts.announcedOn)}发布，经过${days}日即${formatDate(servedOn)}才视为送达。`, do: `请在${formatDate(servedOn)}以后登记送达。` }
  },
}

export const serviceMustNotPrecedeThePaper: CaseGuard = {
  name: 'serviceMustNotPrecedeThePaper', cite: provisions('第八十一条'), needsInput: true,
  check: ({ matter, input }) => {
    const paper = matter.steps[lastPlaceOf(matter, 'approveNotice', 'decidePenalty', 'correctDecision', 'changeDecision')]
    const madeOn = paper === undefined ? '' : dateInShanghai(paper.at)
    return (input.servedOn ?? '') >= madeOn ? null : { says: `文书于${formatDate(madeOn)}作出，送达日期不能更早。`, do: '请核对“送达日期”。' }
  },
}
