import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { findMatter } from '../procedure/store.ts'
import type { DeskPublication } from './contract.ts'
import { END_KINDS } from './definition.ts'
import { publicPage } from './public-read.ts'
import { publicationRow } from './publication-rows.ts'
import type { Action } from './publication-rows.ts'
import type { PublicationServices } from './services.ts'
import { fieldsOf, findPublication } from './write-publication.ts'

const ACTION_NAMES: Readonly<Record<Action, string>> = { published: '公示', corrected: '更正', ended: '停止公示', restored: '恢复公示', retimed: '调整公示期' }

/** One publication for the desk: as the public sees it, what was public before, and who changed it and why. */
export async function readDeskPublication(tx: ScopedTransaction, services: PublicationServices, ask: Readonly<{ district: string; id: string; mayChange: boolean }>): Promise<DeskPublication | null> {
  const { district, id } = ask
  const state = await findPublication(tx, services, district, id)
  if (state === null) return null
  const matter = await findMatter(tx, district, state.matterId)
  const versions = await tx.queries.selectFrom('publication_version').selectAll().where('district_code', '=', district).where('publication_id', '=', id).orderBy('at').orderBy('id').execute()
  const { extract, ...row } = publicationRow(state)
  const isDeclared = services.catalogue.publications.some(({ kind }) => kind === state.kind)
  const mayChange = ask.mayChange && matter !== null && isDeclared
  const { 'period-over': _machine, ...endKinds } = END_KINDS
  return {
    page: publicPage(services, { ...row, extract: extract === null ? null : JSON.parse(extract) as unknown }, services.clock.now()), matterId: state.matterId, matterNumber: matter?.number ?? null,
    title: state.title, fields: state.extract,
    versions: versions.map((version) => ({
      id: version.id, action: version.action, actionName: ACTION_NAMES[version.action as Action], version: version.version, title: version.title, fields: fieldsOf(version.extract), reason: version.reason,
      actorName: version.actor_name, at: version.at, isCorrectedLater: version.version < state.version,
    })),
    mayCorrect: mayChange && state.ended === null, mayEnd: mayChange && state.ended === null, mayRestore: mayChange && state.ended !== null && state.ended.why !== 'period-over',
    endKinds, expectedVersion: state.version,
  }
}
