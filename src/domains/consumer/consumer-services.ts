import type { HandServices } from '../../engines/procedure/open-by-hand.ts'
import type { InstanceSecret } from '../../platform/secret.ts'

export type ServedDistrict = Readonly<{ code: string; name: string; shortName: string; synthetic: boolean; bureauName: string; documentWord: string }>

/** What the consumer domain needs besides the procedure engine. */
export type ConsumerServices = Omit<HandServices, 'servedDistrict'> & Readonly<{
  secret: InstanceSecret
  servedDistrict: () => ServedDistrict
  /** Town of an address, null where it names none beyond doubt. */
  townOf: (address: string) => Promise<string | null>
}>
