import { publicationCatalogue } from '../domains/publications.ts'
import type { PublicationServices } from '../engines/publication/services.ts'
import type { Services } from './services.ts'

/** The bureau's publications over this process's database. */
export function publicationServicesOf({ pools, clock, random, calendar, business }: Services): PublicationServices {
  const { procedures, bureauName, servedDistrict } = business
  return { pools, clock, random, calendar, procedures, bureauName, servedDistrict, catalogue: publicationCatalogue }
}
