import { describe, expect, test } from 'vitest'
import { holidaySchedules } from '../../law/holidays/schedules.ts'
import { draftOf, knownOf } from '../engines/publication/draft.ts'
import { isPublishable, triggeredBy } from '../engines/publication/publish-matter.ts'
import { firstState } from '../engines/publication/write-publication.ts'
import { evolve } from '../engines/procedure/evolve.ts'
import { tellExample } from '../engines/procedure/example.ts'
import type { Matter } from '../engines/procedure/matter.ts'
import { LAW_IN_FORCE } from '../engines/procedure/services.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { createWorkingCalendar } from '../kernel/working-calendar.ts'
import { examplesByProcedure } from './examples.ts'
import { procedureById } from './index.ts'
import { publicationCatalogue } from './publications.ts'

const calendar = createWorkingCalendar(holidaySchedules)
const ENTITY = '01900000-0000-7000-8000-00000000000e'

/** The matter of each moment at which an example makes it public, as its listener would see it: under a registered subject. */
function momentsOf(publication: (typeof publicationCatalogue.publications)[number]): readonly Readonly<{ name: string; matter: Matter; at: string }>[] {
  const procedure = procedureById.get(publication.procedure)
  if (procedure === undefined) throw new Error(`${publication.kind} is of no procedure`)
  return (examplesByProcedure.get(publication.procedure) ?? []).flatMap((example) => {
    const { events } = tellExample(procedure, example, { law: LAW_IN_FORCE, calendar })
    let matter: Matter | null = null
    const found: Readonly<{ name: string; matter: Matter; at: string }>[] = []
    // Events of one step share their moment; the listener is told when all are folded.
    for (const [at, together] of Map.groupBy(events, (event) => event.at)) {
      for (const event of together) matter = evolve(matter, event)
      if (matter !== null && triggeredBy(publication.on, together) !== null) found.push({ name: example.name, at, matter: { ...matter, subjectEntityId: ENTITY, subjectName: matter.subjectName ?? '示例区幸福水果店' } })
    }
    return found
  })
}

describe.each(publicationCatalogue.publications)('$kind', (publication) => {
  const moments = momentsOf(publication)

  test('is set off by steps and outcomes that exist', () => {
    const procedure = procedureById.get(publication.procedure)
    expect((publication.on.steps ?? []).filter((step) => procedure?.steps[step] === undefined)).toEqual([])
    expect(moments.length).toBeGreaterThan(0)
  })

  test('each example that makes one public is published without an objection, and no field is empty', () => {
    for (const { name, matter, at } of moments.filter((moment) => isPublishable(publication, moment.matter))) {
      const draft = draftOf(publication, matter, knownOf(publication, matter))
      const state = firstState(publication, matter, draft, { id: ENTITY, at, calendar: () => calendar })
      expect([name, draft.objections, isRefusal(state) ? state.says : 'published']).toEqual([name, [], 'published'])
      expect([name, draft.fields.length >= 3]).toEqual([name, true])
      expect(draft.title).toContain(matter.subjectName)
    }
  })
})

test('kinds are named once, and what ends them names kinds that there are', () => {
  const kinds = [...publicationCatalogue.publications, ...publicationCatalogue.announcements].map(({ kind }) => kind)
  expect(new Set(kinds).size).toBe(kinds.length)
  expect(publicationCatalogue.endings.flatMap((ending) => ending.kinds).filter((kind) => !kinds.includes(kind))).toEqual([])
  for (const { procedure, on } of publicationCatalogue.endings) expect((on.steps ?? []).filter((step) => procedureById.get(procedure)?.steps[step] === undefined)).toEqual([])
})
