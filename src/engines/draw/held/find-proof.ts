import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import { BUNDLE_FORMAT } from '../bundle.ts'

/** What everyone may download of a draw: the announcement with the lists, or once drawn the whole bundle. */
export type Proof = Readonly<{ bundle: string; byteSize: number; sha256: string; isDrawn: boolean }>

export async function findProof({ queries }: ScopedTransaction, district: string, number: string): Promise<Proof | null> {
  const row = await queries.selectFrom('draw_proof').select(['bundle', 'byte_size', 'sha256']).where('district_code', '=', district).where('draw_number', '=', number).orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? null : { bundle: row.bundle, byteSize: Number(row.byte_size), sha256: row.sha256, isDrawn: row.bundle.startsWith(`{"format":"${BUNDLE_FORMAT}"`) }
}
