import { types } from 'pg'

type TypeId = Parameters<typeof types.getTypeParser>[0]

/** date[]; the driver's list of names leaves arrays out. */
const DATE_ARRAY: unknown = 1182

/**
 * Reads dates as 'YYYY-MM-DD' and instants as ISO text in UTC with milliseconds; int8 and numeric stay text, as a
 * number would lose digits. Applied to the driver when this module loads.
 */
types.setTypeParser(types.builtins.DATE, (text) => text)
types.setTypeParser(types.builtins.TIMESTAMPTZ, instantFromPostgres)
types.setTypeParser(DATE_ARRAY as TypeId, (text) => (text === '{}' ? [] : text.slice(1, -1).split(',')))

const UTC_SHAPE = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/** '2026-11-22 10:00:00.5+00' to '2026-11-22T10:00:00.500Z'; digits below the millisecond are cut. */
function instantFromPostgres(text: string): string {
  const parts = UTC_SHAPE.exec(text)
  if (!parts) return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
}
