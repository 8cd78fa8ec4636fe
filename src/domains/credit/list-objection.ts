import { addDays, formatDate } from '../../kernel/calendar-date.ts'
import type { Citation } from '../../kernel/citation.ts'
import type { Guard } from '../../engines/procedure/definition.ts'
import { calendarDate, longText } from '../../engines/procedure/facts.ts'
import type { RuleId } from '../../kernel/law-book.ts'

/** The facts of an objection to a listing; both lists of abnormal operation ask for the same. */
export const objectionFacts = {
  publishedOn: calendarDate('列入公示日期', { visibility: 'public' }),
  objectionOn: calendarDate('提出异议日期', { help: '留空即今日' }),
  objectionText: longText('异议理由和证明材料', { min: 5, max: 3000 }),
  objectionRefusalReason: longText('不予受理理由', { min: 5, max: 2000 }),
  objectionFinding: longText('异议核实结果', { min: 5, max: 3000 }),
  correctionText: longText('更正说明', { min: 5, max: 2000, visibility: 'public' }),
} as const

/** An objection counts from the publication; a late one is refused with the ways that remain. */
function objectionInTime(cite: Citation, rule: RuleId): Guard<typeof objectionFacts> {
  return {
    name: 'objectionMustComeWithinThirtyDays',
    cite,
    needsInput: true,
    check: ({ facts, input, today, valueOf }) => {
      const days = valueOf(rule)
      if (facts.publishedOn === undefined || days === null) return { says: '查不到列入公示日期或者异议期间。', do: '请核对列入决定。' }
      const last = addDays(facts.publishedOn, days)
      return (input.objectionOn ?? today) <= last ? null
        : { says: `异议应当自公示之日起${days}日内提出，到 ${formatDate(last)} 为止。`, do: '请告知当事人可以依法申请行政复议、提起行政诉讼，或者申请移出；本局发现列入有错误的，办理“认定列入错误”。' }
    },
  }
}

const WORKERS = ['case-officer', 'section-head'] as const

/** The steps of an objection, from receipt to correction, under the article that gives it. */
export function objectionSteps(basis: Citation, rule: RuleId) {
  return {
    receiveObjection: { name: '登记异议申请', from: 'listed', to: 'objecting', by: ['intake-officer', ...WORKERS], basis, requires: ['objectionText'], optional: ['objectionOn'], happenedOn: 'objectionOn', guards: [objectionInTime(basis, rule)] },
    acceptObjection: { name: '受理异议', from: 'objecting', to: 'objection-accepted', by: WORKERS, basis, documents: ['list-objection-acceptance'] },
    refuseObjection: { name: '不予受理异议', from: 'objecting', to: 'listed', by: WORKERS, basis, requires: ['objectionRefusalReason'], documents: ['list-objection-refusal'] },
    upholdListing: { name: '异议不成立', from: 'objection-accepted', to: 'listed', by: ['section-head', 'bureau-leader'], basis, requires: ['objectionFinding'], documents: ['list-objection-result'] },
    findListingWrong: { name: '认定列入错误', from: ['listed', 'objection-accepted'], to: 'wrong', by: ['section-head', 'bureau-leader'], basis, requires: ['objectionFinding'], documents: ['list-objection-result'] },
    correctListing: { name: '更正列入', from: 'wrong', to: 'corrected', by: WORKERS, basis, requires: ['correctionText'], closes: 'corrected', documents: ['list-correction'] },
  } as const
}

export const objectionStates = { 'objecting': '异议待受理', 'objection-accepted': '异议核实中', 'wrong': '列入有误待更正', 'corrected': '已更正' } as const
