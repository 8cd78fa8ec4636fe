import type { ProcedureServices } from '../procedure/services.ts'
import type { Publication, PublicationCatalogue } from './definition.ts'

/** What the publication engine needs of the outside. Declarations are handed in: the engine names none. */
export type PublicationServices = Pick<ProcedureServices, 'pools' | 'clock' | 'random' | 'calendar' | 'procedures' | 'bureauName'> & Readonly<{
  catalogue: PublicationCatalogue
  servedDistrict: () => Readonly<{ code: string; name: string; synthetic: boolean }>
}>

/** What a change within a matter's own transaction needs. */
export type PublishingServices = Pick<PublicationServices, 'random' | 'calendar' | 'catalogue'>

export function publicationOf({ catalogue }: Pick<PublicationServices, 'catalogue'>, kind: string): Publication {
  const found = catalogue.publications.find((each) => each.kind === kind)
  if (found === undefined) throw new Error(`no publication ${kind}`)
  return found
}

/** The official name of a kind, declared or announced. */
export function kindNameOf({ publications, announcements }: PublicationCatalogue, kind: string): string {
  return [...publications, ...announcements].find((each) => each.kind === kind)?.name ?? kind
}
