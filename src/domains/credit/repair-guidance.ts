import type { CalendarDate } from '../../kernel/calendar-date.ts'
import { cite, formatCitation } from '../../kernel/citation.ts'
import { limitOn } from '../../kernel/law-book.ts'
import type { RuleId } from '../../kernel/law-book.ts'
import { formatPeriod } from '../../kernel/period.ts'

/** The instrument once, then its articles. */
const measures = (first: string, ...others: readonly string[]): string => [formatCitation(cite('credit-repair-measures', first)), ...others].join('、')

const WHERE = '可以到本局窗口或者通过市场监管信用修复全国统一平台申请，提交信用修复申请书、主体资格文件、守信承诺书和已经履行义务、整改的材料（能够共享获取的不必提交）'

/** What the party to a publication may do about it under the law of a day, in plain words with the article; null where that law gives no such limits. */
export function howToRepair(what: 'penalty' | 'abnormal-list' | 'serious-list', on: CalendarDate): string | null {
  const within = (rule: RuleId): string => {
    const limit = limitOn(rule, on)
    return limit === null ? '' : formatPeriod(limit.period)
  }
  const accepted = within('credit-repair.acceptance')
  if (accepted === '') return null
  switch (what) {
    case 'penalty': return `当事人：一般信息公示满${within('credit-repair.minimum-general')}、食品药品特种设备等领域和限制经营类的严重信息公示满${within('credit-repair.minimum-serious')}后，已经履行义务、完成整改、没有因同一类违法行为再次受到处罚的，${WHERE}。本局${accepted}内决定是否受理，受理后${within('credit-repair.decision')}内作出决定。依据：${measures('第八条', '第九条', '第十一条', '第十六条')}。`
    case 'abnormal-list': return `当事人：补报年度报告、公示信息、办理变更登记或者可以重新取得联系后，${WHERE}。本局${accepted}内决定是否受理，受理后${within('credit-repair.decision-abnormal-list')}内作出决定。对列入有异议的，自公示之日起${within('list.objection')}内可以提出。依据：${measures('第十二条', '第十六条')}。`
    case 'serious-list': return `当事人：公示满${within('credit-repair.minimum-serious-list')}后，已经履行义务、消除危害后果、没有再受到较重行政处罚的，${WHERE}。本局${accepted}内决定是否受理，受理后${within('credit-repair.decision')}内作出决定；列入满${within('serious.term')}的，由本局移出。依据：${measures('第十三条', '第十六条')}。`
  }
}
