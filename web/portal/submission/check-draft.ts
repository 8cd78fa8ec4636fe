import { isCalendarDate } from '../../../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../../../src/kernel/calendar-date.ts'
import { fenFromYuanText } from '../../../src/kernel/money.ts'
import type { Draft } from './draft.ts'

export type DraftField = keyof Draft | 'files'
export type Fault = Readonly<{ field: DraftField; step: number; says: string }>

const STEP_OF: Readonly<Partial<Record<DraftField, number>>> = {
  entityId: 1, respondentName: 1, respondentUscc: 1, respondentAddress: 1, platformName: 1, category: 2, content: 2, isMixed: 2,
  demand: 3, purchasedOn: 3, amountText: 3, harmKnownOn: 3, mediation: 3, hasFiles: 4, files: 4,
}
const FEWEST_WORDS = 10
const MOST_WORDS = 5000
const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^0\d{2,3}-?\d{7,8}(?:-\d{1,6})?$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** On which of the five steps a field stands. */
export function stepOf(field: DraftField): number {
  return STEP_OF[field] ?? 5
}

/** What is still missing or wrong in a draft, in the order of the form. `step` limits it to one step. */
export function faultsOf(draft: Draft, today: CalendarDate, step?: number): readonly Fault[] {
  const faults = [...whomFaults(draft), ...whatFaults(draft), ...whenFaults(draft, today), ...whoFaults(draft)]
  return faults.map(([field, says]) => ({ field, step: stepOf(field), says })).filter((fault) => step === undefined || fault.step === step)
}

/** True when the draft asks the bureau to resolve a dispute, alone or beside a report. */
export function asksForRedress(draft: Draft): boolean {
  return draft.kind === 'complaint' || draft.isMixed
}

type Found = readonly (readonly [field: DraftField, says: string])[]

function whomFaults(draft: Draft): Found {
  return found(
    [draft.respondentName.trim().length < 2, 'respondentName', '请填写商家或单位的名称（至少2个字），或从查到的登记信息中选择'],
    [draft.entityId === '' && draft.respondentAddress.trim() === '' && draft.platformName.trim() === '', 'respondentAddress', '请填写商家的地址；网上购买的，填写平台名称也可以'],
  )
}

function whatFaults(draft: Draft): Found {
  const words = draft.content.trim().length
  return found(
    [draft.category === '', 'category', '请选择事情属于哪一类'],
    [words < FEWEST_WORDS, 'content', `请写清事情的经过，至少${FEWEST_WORDS}个字${words === 0 ? '' : `，现在是${words}个字`}`],
    [words > MOST_WORDS, 'content', `经过最多${MOST_WORDS}个字，现在是${words}个字，请删减或放到附件里`],
  )
}

function whenFaults(draft: Draft, today: CalendarDate): Found {
  const amount = draft.amountText.trim() === '' ? 0 : fenFromYuanText(amountDigits(draft.amountText))
  return found(
    [draft.purchasedOn !== '' && !isPastDate(draft.purchasedOn, today), 'purchasedOn', '发生日期应是今天或今天以前的日期'],
    [draft.harmKnownOn !== '' && !isPastDate(draft.harmKnownOn, today), 'harmKnownOn', '发现问题的日期应是今天或今天以前的日期'],
    [amount === undefined || amount < 0, 'amountText', '金额请只填数字，单位是元，例如 128.50'],
    [asksForRedress(draft) && draft.demand.trim().length < 2, 'demand', '请写明您希望怎样解决，例如退款、换货、修理'],
    [asksForRedress(draft) && draft.mediation === '', 'mediation', '请选择是否同意由市场监管部门组织调解'],
  )
}

function whoFaults(draft: Draft): Found {
  const phone = draft.phone.replaceAll(/\s/gu, '')
  const isNamed = asksForRedress(draft) || !draft.isAnonymous
  return found(
    [isNamed && draft.name.trim().length < 2, 'name', '请填写您的姓名'],
    [isNamed && phone === '', 'phone', '请填写您的手机号码，我们用它与您联系'],
    [isNamed && phone !== '' && !MOBILE.test(phone) && !LANDLINE.test(phone), 'phone', '电话号码不对：手机号码为11位数字，固定电话请带区号，例如 0631-1234567'],
    [isNamed && draft.email.trim() !== '' && !EMAIL.test(draft.email.trim()), 'email', '电子邮箱的格式不对，例如 name@example.com'],
    [!draft.isTrue, 'isTrue', '请勾选确认：所填内容真实'],
  )
}

/** The typed amount without the marks people add: '￥1,200元' is '1200'. */
export function amountDigits(text: string): string {
  return text.replaceAll(/[\s,，¥￥元]/gu, '')
}

function isPastDate(text: string, today: CalendarDate): boolean {
  return isCalendarDate(text) && text <= today
}

function found(...checks: readonly (readonly [isFault: boolean, field: DraftField, says: string])[]): Found {
  return checks.filter(([isFault]) => isFault).map(([, field, says]) => [field, says] as const)
}
