const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z)?~[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** True for 'instant~uuid', the place after which a page begins; the instant may be missing where the list has rows without one. */
export function isPageCursor(text: string): boolean {
  const found = CURSOR.exec(text)
  return found !== null && (found[1] === undefined || !Number.isNaN(Date.parse(found[1])))
}
