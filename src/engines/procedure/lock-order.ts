import type { ScopedTransaction } from '../../platform/postgres/scope.ts'

/** Makes orders of one id take turns until the transaction ends: the second finds the receipt of the first. For orders that have no matter to lock yet. */
export async function lockOrder({ client }: ScopedTransaction, district: string, stepId: string): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`order ${district} ${stepId}`])
}
