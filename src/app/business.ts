import type { ConsumerServices } from '../domains/consumer/index.ts'
import { keepTracking } from '../domains/consumer/index.ts'
import { documentTemplates, handOpenings, procedureById } from '../domains/index.ts'
import { publicationCatalogue } from '../domains/publications.ts'
import { buildGazetteer, resolvePlace } from '../domains/market-entry/index.ts'
import type { Gazetteer } from '../domains/market-entry/index.ts'
import type { MatterListener } from '../engines/procedure/services.ts'
import { publishMatters } from '../engines/publication/publish-matter.ts'
import { findDistrict } from '../engines/register/find-district.ts'
import { createPdfRenderer } from '../platform/pdf/render.ts'
import { notSetUp } from './services.ts'
import type { Services } from './services.ts'

/** The business side of one process: procedures, documents, and what follows every change of a matter. */
export function businessOf(services: Omit<Services, 'business'>): ConsumerServices {
  const listeners: readonly MatterListener[] = [keepTracking, publishMatters({ ...services, catalogue: publicationCatalogue })]
  const servedDistrict = () => {
    const served = services.findDistrict()
    if (served === null) throw notSetUp()
    return served
  }
  let gazetteer: Promise<Gazetteer> | undefined
  return {
    pools: services.pools, clock: services.clock, random: services.random, calendar: services.calendar, files: services.files, secret: services.secret,
    procedures: procedureById, handOpenings,
    templates: new Map(documentTemplates.map((template) => [template.id, template])),
    renderer: createPdfRenderer(), publicAddress: () => services.publicAddress,
    bureauName: () => servedDistrict().bureauName,
    documentWord: () => servedDistrict().documentWord,
    servedDistrict,
    townOf: async (address) => {
      gazetteer ??= findDistrict(services.pools.owner, servedDistrict().code).then(buildGazetteer)
      return resolvePlace(address, await gazetteer)?.townCode ?? null
    },
    listener: async (tx, change) => {
      for (const listen of listeners) await listen(tx, change)
    },
  }
}
