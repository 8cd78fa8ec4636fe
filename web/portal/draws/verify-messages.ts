import type { Explanation } from '../../../src/engines/draw/explain.ts'
import type { Check } from './check-list.ts'

/** What the page asks of the worker. A file is read in the worker, so that the page stays quick. */
export type VerifyRequest =
  | Readonly<{ ask: 'verify'; source: Readonly<{ address: string } | { file: Blob }>; publishedHash: string | null }>
  | Readonly<{ ask: 'find'; q: string }>
  | Readonly<{ ask: 'explain'; id: string }>

export type VerifiedStratum = Readonly<{ id: string; name: string; numerator: number; denominator: number; population: number; eligible: number; size: number; drawn: number }>
export type VerifiedEntity = Readonly<{ id: string; name: string; stratumName: string; ticket: string; round: number; replaces: string | null; withdrawnReason: string | null; team: readonly (string | null)[] }>

/** All that was computed from the bundle alone. */
export type VerifyReport = Readonly<{
  isSound: boolean; checks: readonly Check[]; drawId: string; number: number; title: string; announcedAt: string; announcementHash: string; hashName: string
  status: 'open' | 'drawn' | 'void'; voidReason: string | null; strata: readonly VerifiedStratum[]; entities: readonly VerifiedEntity[]
  hashCount: number; seconds: number
}>

export type FoundEntity = Readonly<{ id: string; name: string; town: string | null }>
export type FoundEntities = Readonly<{ q: string; rows: readonly FoundEntity[]; total: number }>

export type VerifyAnswer =
  | Readonly<{ tell: 'progress'; doing: 'reading' | 'checking'; done: number; of: number }>
  | Readonly<{ tell: 'verified'; report: VerifyReport }>
  | Readonly<{ tell: 'unreadable'; says: string; checks: readonly Check[] }>
  | Readonly<{ tell: 'found'; found: FoundEntities }>
  | Readonly<{ tell: 'explained'; id: string; explanation: Explanation }>
