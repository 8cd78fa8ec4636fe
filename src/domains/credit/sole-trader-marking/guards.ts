import { formatDate } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import { reportDueOn } from '../abnormal-operation/guards.ts'
import { wasTaken } from '../clock-ended.ts'
import type { facts } from './facts.ts'

type TraderGuard = Guard<typeof facts>
const measures = (article: string) => cite('sole-trader-annual-report-measures', article)

export const reportingHalfYearMustHaveEnded: TraderGuard = {
  name: 'reportingHalfYearMustHaveEnded',
  cite: measures('第十三条'),
  check: ({ facts, today }) => {
    if (facts.traderGround !== 'no-report' || facts.isRestored === true) return null
    if (facts.reportYear === undefined) return { says: '以未年报列入，须写明未报送的年度。', do: '请在“更正”中补录“未年报年度”。' }
    const last = reportDueOn(facts.reportYear)
    return today > last ? null : { says: `${facts.reportYear} 年度报告的报送期到 ${formatDate(last)} 才结束。`, do: '请待报送期结束后再作出列入决定。' }
  },
}

export const traderGroundMustBeVerifiedBeforeListing: TraderGuard = {
  name: 'traderGroundMustBeVerifiedBeforeListing',
  cite: measures('第十五条'),
  check: ({ matter, facts }) => (facts.traderGround === 'no-report' || wasTaken(matter, 'verify') ? null
    : { says: '年报弄虚作假、无法取得联系的，列入前应当查实，尚无查实记录。', do: '请先办理“查实情形”。' }),
}

export const unreachableTraderMustBeVisited: TraderGuard = {
  name: 'unreachableTraderMustBeVisited',
  cite: measures('第十五条'),
  needsInput: true,
  check: ({ facts, input }) => (facts.traderGround !== 'unreachable' || input.contactMethod === 'visit' || input.contactMethod === 'telephone-and-visit' ? null
    : { says: '认定无法取得联系，须到登记的经营场所或者经营者住所核查。', do: '请实地核查后选择相应的“查实方式”。' }),
}

export const falseReportMustBeCompared: TraderGuard = {
  name: 'falseReportMustBeCompared',
  cite: measures('第十四条'),
  needsInput: true,
  check: ({ facts, input }) => (facts.traderGround !== 'false-report' || input.contactMethod === 'report-check' ? null
    : { says: '认定年报弄虚作假，须核对年报内容与实际情况。', do: '请将“查实方式”选为“核对年报内容”并写明不实之处。' }),
}

export const paperReportMustNotBeOfTheMissingYear: TraderGuard = {
  name: 'paperReportMustNotBeOfTheMissingYear',
  cite: measures('第十条'),
  needsInput: true,
  check: ({ facts, input, today }) => {
    if (facts.traderGround !== 'no-report' || facts.reportYear === undefined || input.paperReportYear !== facts.reportYear) return null
    const last = reportDueOn(facts.reportYear)
    return (input.paperReportOn ?? today) > last ? null : { says: `${facts.reportYear} 年度的纸质年报在 ${formatDate(last)} 前已经收到，不属于未年报。`, do: '请办理“不予列入”。' }
  },
}
