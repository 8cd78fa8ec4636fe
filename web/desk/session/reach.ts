import type { SessionView } from '../../../src/platform/session/contract.ts'

/** Where in the desk a person can work. The three administrators see no matters. */
export function reachOf(session: SessionView): Readonly<{ matters: boolean; quality: boolean; intake: boolean; imports: boolean; administration: boolean }> {
  const { can, roles } = session
  const matters = roles.some(grant => !grant.role.endsWith('-administrator'))
  const quality = roles.some(({ role }) => ['section-head', 'bureau-leader', 'legal-reviewer'].includes(role))
  return { matters, quality, intake: can.intake, imports: can.imports, administration: can.accounts || can.roles || can.settings || can.audit }
}
