import { z } from 'zod'
import { countWorkingDays, createWorkingCalendar, findScheduleFaults } from '../../kernel/working-calendar.ts'
import type { CalendarYear } from '../../kernel/working-calendar.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import type { CalendarYearView } from '../../platform/session/contract.ts'
import { audit, inTransaction } from '../../platform/session/deps.ts'
import { actorOf } from '../../platform/session/own-account.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import type { SignedIn } from '../../platform/session/signed-in.ts'
import { rederiveClocks } from '../rederive-clocks.ts'
import type { Services } from '../services.ts'

const dates = z.array(z.iso.date()).max(120)
const YEAR = z.object({
  year: z.int().min(2020).max(2099).describe('年份'),
  daysOff: dates.describe('放假日期'),
  workdays: dates.describe('调休上班日期'),
  statutoryHolidays: dates.optional().describe('法定节假日'),
  source: z.string().trim().min(6).max(200).describe('依据（通知名称及文号）'),
})

/** Working days of a year lie in this range in every schedule published so far (248 to 251), with room for change. */
const FEWEST_WORKING_DAYS = 240
const MOST_WORKING_DAYS = 256

/** The years' schedules; a year is loaded by the system administrator, and waiting time limits are derived again. */
export function registerCalendarRoutes(app: HttpApp, services: Services): void {
  const tags = ['calendar']

  app.get('/api/calendar', { schema: { tags } }, () => [...services.calendar().years.values()].map((year) => viewOf(services, year)))

  app.post('/api/calendar', { schema: { tags, body: YEAR } }, async (request, reply) => {
    const person = requireRight(request, 'settings')
    const { statutoryHolidays = [], ...rest } = request.body
    const year: CalendarYear = { ...rest, daysOff: sorted(rest.daysOff), workdays: sorted(rest.workdays), statutoryHolidays: sorted(statutoryHolidays) }
    const faults = findYearFaults(year)
    if (faults.length > 0) return reply.send({ kind: 'invalid-input', fields: faults.map((says) => ({ field: 'daysOff', label: `${year.year}年放假安排：`, says })) })
    await saveYear(services, person, year)
    await services.years.reload()
    const rederived = await rederiveClocks(services.business, person.district, year.year)
    return reply.code(201).send({ ...viewOf(services, year), rederivedClocks: rederived })
  })
}

/** What is wrong with a year's schedule as a whole; empty when nothing is. */
function findYearFaults(year: CalendarYear): readonly string[] {
  const faults = [...findScheduleFaults(year)]
  for (const [name, list] of [['放假日期', year.daysOff], ['调休上班日期', year.workdays]] as const) {
    const twice = list.find((on, index) => list.indexOf(on) !== index)
    if (twice !== undefined) faults.push(`${name}中${twice}重复`)
  }
  if (faults.length > 0) return faults
  const count = workingDaysOf(year)
  if (count < FEWEST_WORKING_DAYS || count > MOST_WORKING_DAYS) faults.push(`全年工作日为${count}天，不在${FEWEST_WORKING_DAYS}至${MOST_WORKING_DAYS}天之间，请核对是否有遗漏`)
  return faults
}

async function saveYear(services: Services, person: SignedIn, year: CalendarYear): Promise<void> {
  const at = services.clock.now()
  await inTransaction(services.pools.owner, async (client) => {
    await client.query(
      `INSERT INTO calendar_year (year, days_off, workdays, statutory_holidays, source, loaded_at, loaded_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (year) DO UPDATE SET days_off = excluded.days_off, workdays = excluded.workdays, statutory_holidays = excluded.statutory_holidays,
         source = excluded.source, loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by`,
      [year.year, year.daysOff, year.workdays, year.statutoryHolidays, year.source, at, person.accountId],
    )
    await audit(client, services.session, {
      type: 'calendar-loaded', actor: actorOf(person), subject: String(year.year),
      detail: { year: year.year, source: year.source, daysOff: [...year.daysOff], workdays: [...year.workdays] },
    })
  })
}

function viewOf({ years }: Services, year: CalendarYear): CalendarYearView {
  return {
    year: year.year, source: year.source, isBuiltIn: years.isBuiltIn(year.year), daysOff: year.daysOff, workdays: year.workdays,
    workingDayCount: workingDaysOf(year),
  }
}

function workingDaysOf(year: CalendarYear): number {
  const count = countWorkingDays(createWorkingCalendar([year]), `${year.year - 1}-12-31`, `${year.year}-12-31`)
  if (typeof count !== 'number') throw new Error(`calendar without its own year ${year.year}`)
  return count
}

function sorted(list: readonly string[]): readonly string[] {
  return [...list].sort()
}
