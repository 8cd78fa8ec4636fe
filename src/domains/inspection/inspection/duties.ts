import { cite } from '../../../kernel/citation.ts'
import type { Citation } from '../../../kernel/citation.ts'
import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import { basisOn } from '../../../engines/procedure/definition.ts'
import type { DatedCitation } from '../../../engines/procedure/definition.ts'
import type { ObjectType } from '../checklists/checklist.ts'
import { findChecklist, namedChecklists } from '../checklists/checklists.ts'

/** What the law asks of every inspection, whatever is inspected. */
export type Duty = 'officers' | 'certificates' | 'record' | 'refusal' | 'coverage' | 'publication' | 'correction' | 'pursuit' | 'recusal'

const FOOD_FROM = '2022-03-15'
const EQUIPMENT_FROM = '2022-07-01'

const penalty = (article: string) => cite('penalty-law', article)
const provisions = (article: string) => cite('penalty-procedure-provisions', article)
const regulation = (article: string) => cite('enterprise-disclosure-regulation', article)
const check = (article: string) => cite('disclosed-information-check-measures', article)
const food = (article: string): DatedCitation => ({ from: FOOD_FROM, cite: cite('food-inspection-measures', article) })
const equipment = (article: string): DatedCitation => ({ from: EQUIPMENT_FROM, cite: cite('special-equipment-inspection-measures', article) })
const equipmentLaw = (article: string): DatedCitation => ({ from: '2014-01-01', cite: cite('special-equipment-law', article) })

/** Where no special instrument speaks. */
export const GENERAL: Readonly<Record<Duty, Citation>> = {
  officers: provisions('第二十二条'), certificates: penalty('第五十五条'), record: penalty('第五十五条'), refusal: provisions('第四十三条'), coverage: check('第九条'),
  publication: regulation('第六条'), correction: penalty('第二十八条'), pursuit: provisions('第十八条'), recusal: penalty('第四十三条'),
}

const SPECIAL: Readonly<Record<ObjectType, Partial<Readonly<Record<Duty, readonly DatedCitation[]>>>>> = {
  food: {
    officers: [food('第二十三条')], certificates: [food('第二十四条')], record: [food('第三十四条')], refusal: [food('第三十四条')], coverage: [food('第二十七条')],
    publication: [food('第三十九条')], correction: [food('第三十三条')], pursuit: [food('第三十二条')], recusal: [food('第二十三条')],
  },
  lift: {
    officers: [equipmentLaw('第六十五条')], certificates: [equipmentLaw('第六十五条')], record: [equipmentLaw('第六十六条')], refusal: [equipmentLaw('第六十六条'), equipment('第二十七条')],
    coverage: [equipment('第六条')], publication: [equipment('第八条')], correction: [equipmentLaw('第六十二条'), equipment('第二十三条')], pursuit: [equipmentLaw('第六十三条')],
  },
  drug: {
    certificates: [{ from: '2019-12-01', cite: cite('drug-administration-law', '第九十九条') }], correction: [{ from: '2019-12-01', cite: cite('drug-administration-law', '第九十九条') }],
    publication: [{ from: '2019-12-01', cite: cite('drug-administration-law', '第九十九条') }], pursuit: [{ from: '2024-01-01', cite: cite('drug-operation-measures', '第六十四条') }],
    coverage: [{ from: '2024-01-01', cite: cite('drug-operation-measures', '第五十九条') }],
  },
  product: {},
  disclosure: {
    officers: [{ from: '2014-10-01', cite: check('第九条') }], certificates: [{ from: '2014-10-01', cite: check('第九条') }], record: [{ from: '2014-10-01', cite: check('第九条') }],
    refusal: [{ from: '2014-10-01', cite: check('第九条') }], publication: [{ from: '2014-10-01', cite: check('第十二条') }], correction: [{ from: '2014-10-01', cite: regulation('第十条') }],
    pursuit: [{ from: '2014-10-01', cite: regulation('第十八条') }],
  },
}

/** The kinds of things that the matter's checklists look at. */
export function objectTypesOf(checklistIds: string | undefined): readonly ObjectType[] {
  return namedChecklists(checklistIds).flatMap((id) => findChecklist(id)?.objectType ?? [])
}

/** The article that lays the duty down for what is inspected, in the law of the matter's day; the general one otherwise. */
export function dutyFor(duty: Duty, matter: Readonly<{ lawOn: CalendarDate }>, checklistIds: string | undefined): Citation {
  for (const type of objectTypesOf(checklistIds)) {
    const dated = SPECIAL[type][duty] ?? []
    const [first] = dated
    if (first !== undefined && first.from <= matter.lawOn) return basisOn(dated, matter.lawOn) ?? GENERAL[duty]
  }
  return GENERAL[duty]
}
