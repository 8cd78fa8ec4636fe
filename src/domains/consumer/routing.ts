import type { CATEGORIES } from './complaint/facts.ts'

export type RoutableOffice = Readonly<{ id: string; name: string; kind: string; towns: readonly string[]; duties: readonly string[] }>

type Category = keyof typeof CATEGORIES

/** Duties whose leads need the specialised office wherever they arise; everything else goes to the station of the place. */
const SPECIALISED: Readonly<Partial<Record<Category, string>>> = {
  lift: 'special-equipment', price: 'pricing', advertising: 'advertising', drug: 'drugs', device: 'medical-devices', cosmetics: 'cosmetics',
}

export type Routing = Readonly<{ officeId: string; officeName: string; why: string }>

type Question = Readonly<{ procedure: 'complaint' | 'report' | 'work-order'; category: string; townCode: string | null; townName: string | null; hasPlatform: boolean }>

/**
 * Where a matter goes: reports of specialised subjects to the office with that duty, everything else to the station of
 * the place of business (complaint measures Art 13, 29, 41), else to consumer protection, else to the intake office.
 */
export function routeMatter(question: Question, offices: readonly RoutableOffice[]): Routing {
  const specialised = isCategory(question.category) ? SPECIALISED[question.category] : undefined
  const byDuty = specialised === undefined ? undefined : withDuty(offices, specialised)
  if (question.procedure === 'report' && byDuty !== undefined) return to(byDuty, `举报涉及专门领域，由承担该职责的${byDuty.name}办理`)
  const station = question.townCode === null ? undefined : offices.find((office) => office.kind === 'station' && office.towns.includes(question.townCode ?? ''))
  if (station !== undefined) return to(station, `经营地在${question.townName ?? question.townCode ?? ''}，由辖区${station.name}办理`)
  const online = question.hasPlatform ? withDuty(offices, 'online-trade') : undefined
  if (online !== undefined) return to(online, `涉及电子商务平台且经营地不明，由${online.name}办理`)
  if (byDuty !== undefined) return to(byDuty, `经营地不明，由承担该职责的${byDuty.name}办理`)
  const general = withDuty(offices, question.procedure === 'work-order' ? 'work-order' : 'consumer-rights') ?? withDuty(offices, 'intake') ?? offices[0]
  if (general === undefined) throw new Error('the district has no office')
  return to(general, `经营地不明，先由${general.name}办理`)
}

const withDuty = (offices: readonly RoutableOffice[], duty: string) => offices.find((office) => office.duties.includes(duty))
const to = (office: RoutableOffice, why: string): Routing => ({ officeId: office.id, officeName: office.name, why })

function isCategory(text: string): text is Category {
  return Object.hasOwn(SPECIALISED, text)
}
