import type { SessionView } from '../../../src/platform/session/contract.ts'

/** True when a person's figures are those of the whole district: some duty other than an administrator's covers every office and town. */
export function seesWholeDistrict({ roles }: Pick<SessionView, 'roles'>): boolean {
  return roles.some(({ role, offices, towns }) => !role.endsWith('-administrator') && offices.includes('*') && towns.includes('*'))
}
