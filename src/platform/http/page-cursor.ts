import { isCalendarDate } from '../../kernel/calendar-date.ts'

const ROW = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const AT = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?Z$/u
const CURSOR = new RegExp(`^([^~]*)~${ROW}$`, 'u')

/** True for 'instant~uuid', the place after which a page begins: an instant that the calendar has and the database can hold. */
export function isPageCursor(text: string): boolean {
  const day = AT.exec(CURSOR.exec(text)?.[1] ?? '')?.[1]
  return day !== undefined && isCalendarDate(day) && day >= '0001'
}

/** `isPageCursor` for lists with rows that have no instant: it may be missing. */
export function isOpenPageCursor(text: string): boolean {
  return isPageCursor(text) || CURSOR.exec(text)?.[1] === ''
}
