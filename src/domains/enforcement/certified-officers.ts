import { formatDate } from '../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../kernel/calendar-date.ts'
import type { Person } from '../../engines/procedure/definition.ts'

type Ask = Readonly<{ personOf: (accountId: string) => Person | null; ids: readonly string[]; on: CalendarDate; what: string }>

/** What is wrong with these officers on that day: fewer than two, or one without a valid certificate. Null when all is well. */
export function faultOfOfficers({ personOf, ids, on, what }: Ask): Readonly<{ says: string; do: string }> | null {
  const cure = `请另行指定持有效行政执法证件的${what}，不少于两人。`
  if (new Set(ids).size < 2) return { says: `${what}不得少于两人，现为${new Set(ids).size}人。`, do: cure }
  for (const id of ids) {
    const person = personOf(id)
    if (person === null) return { says: `${what}中有系统查不到的人员。`, do: cure }
    if (person.certificate === null) return { says: `${person.name}没有行政执法证件，不具有行政执法资格。`, do: cure }
    if (person.certificate.validUntil < on) return { says: `${person.name}的行政执法证件已于${formatDate(person.certificate.validUntil)}失效。`, do: cure }
  }
  return null
}
