import { refuse } from '../kernel/refusal.ts'
import type { WorkingCalendar } from '../kernel/working-calendar.ts'
import type { ConsumerServices } from '../domains/consumer/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { FileStore } from '../platform/files.ts'
import { RefusedError } from '../platform/http/refusal-answer.ts'
import type { Log } from '../platform/log.ts'
import type { Pools } from '../platform/postgres/pool.ts'
import type { RandomBytes } from '../platform/random.ts'
import type { InstanceSecret } from '../platform/secret.ts'
import type { SessionDeps } from '../platform/session/deps.ts'
import type { CalendarService } from './calendar-service.ts'

/** The district an installation serves, as its table says; `null` before the set-up. */
export type ServedDistrict = Readonly<{ code: string; name: string; shortName: string; synthetic: boolean; bureauName: string; documentWord: string }>

/** What one process stands on, before any domain. */
export type BaseServices = {
  readonly clock: Clock
  readonly random: RandomBytes
  readonly secret: InstanceSecret
  readonly log: Log
  readonly pools: Pools
  readonly files: FileStore
  readonly dataFolder: string
  /** Where the public finds this installation, without a slash at the end. */
  readonly publicAddress: string
  readonly session: SessionDeps
  readonly years: CalendarService
  /** The working calendar in force now. */
  readonly calendar: () => WorkingCalendar
  readonly findDistrict: () => ServedDistrict | null
  /** Code of the district served. Throws a refusal before the set-up. */
  readonly district: () => string
  readonly reloadDistrict: () => Promise<void>
}

/** What route modules and background work are given; each takes the part it names. */
export type Services = BaseServices & {
  /** Procedures, documents and what follows every change of a matter. */
  readonly business: ConsumerServices
}

export async function readServedDistrict(pools: Pools): Promise<ServedDistrict | null> {
  const { rows } = await pools.owner.query<{ code: string; name: string; short_name: string; synthetic: boolean; bureau_name: string; document_word: string }>(
    'SELECT code, name, short_name, synthetic, bureau_name, document_word FROM district ORDER BY code LIMIT 1',
  )
  const row = rows[0]
  if (row === undefined) return null
  const { code, name, synthetic } = row
  return { code, name, shortName: row.short_name, synthetic, bureauName: row.bureau_name, documentWord: row.document_word }
}

export function notSetUp(): RefusedError {
  return new RefusedError(refuse({ code: 'setup.pending', says: '系统尚未完成初始设置。', do: '请由管理员在办公端完成初始设置。' }))
}
