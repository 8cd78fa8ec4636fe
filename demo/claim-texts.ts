import { addDays, formatDate } from '../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../src/kernel/calendar-date.ts'
import type { Chance } from './chance.ts'
import { DEMANDS, GRIEVANCES, MISHAPS } from './grievances.ts'
import type { Mishap } from './grievances.ts'
import type { Category } from './trades.ts'

export type Claim = Readonly<{ content: string; demand: string; purchasedOn: CalendarDate; amountInFen: number; item: string }>

/** A complaint in the words of a customer: when, where, what, what went wrong, what is asked. */
export function claimOf(chance: Chance, about: Readonly<{ category: Category; tradeCode: string; name: string; receivedOn: CalendarDate; daysSince?: number }>): Claim {
  const { verb } = GRIEVANCES[about.category]
  const { item, problems, yuan: [low, high] } = mishapIn(chance, about)
  // Prices spread evenly over their logarithm: most disputes are small.
  const amount = Math.round(low * (high / low) ** (chance.next() ** 1.6))
  const purchasedOn = addDays(about.receivedOn, -(about.daysSince ?? Math.floor(chance.waiting(14))))
  const problem = chance.pick(problems)
  const talk = chance.pick(['与商家协商未果。', '多次联系商家，对方推诿。', '商家只同意部分退款。', '商家电话无人接听。', '', '商家认为不是其责任。'])
  return {
    content: `${formatDate(purchasedOn)}，本人在${about.name}${verb}${item}，金额${amount}元。${problem}。${talk}`,
    demand: chance.pick(DEMANDS), purchasedOn, amountInFen: amount * 100, item,
  }
}

/** What happens in this trade, where the category knows it; else what happens anywhere. */
function mishapIn(chance: Chance, { category, tradeCode }: Readonly<{ category: Category; tradeCode: string }>): Mishap {
  const all = MISHAPS.get(category) ?? []
  const special = all.filter(({ trades }) => trades.includes(tradeCode))
  return chance.pick(special.length > 0 ? special : all.filter(({ trades }) => trades.length === 0))
}

/** A report of an offence, as an informant puts it. */
export function accusationOf(chance: Chance, about: Readonly<{ category: Category; name: string }>): string {
  const offence = chance.pick(GRIEVANCES[about.category].offences)
  const proof = chance.pick(['有照片为证。', '有购物小票和视频。', '请前往现场检查。', '近一个月一直如此。', '本人愿意配合调查。', ''])
  return `举报${about.name}涉嫌${offence}。${proof}`
}
