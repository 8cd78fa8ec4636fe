import type { Pool } from 'pg'
import { verifyLedger } from '../platform/ledger/verify.ts'
import type { Verification } from '../platform/ledger/verify.ts'
import { listMatterFaults } from './verify-matters.ts'

/** Proves the ledger, then that every matter and clock stands as its events made it. */
export async function verifyHistory(owner: Pool, options: Parameters<typeof verifyLedger>[1] & object = {}): Promise<Verification> {
  const verdict = await verifyLedger(owner, options)
  const faultyEvents = new Set(verdict.faults.flatMap(({ source, id }) => (source === 'matter_event' ? [id] : [])))
  const found = await listMatterFaults(owner, faultyEvents)
  return { ...verdict, ok: verdict.ok && found.length === 0, faults: [...verdict.faults, ...found], faultCount: verdict.faultCount + found.length }
}
