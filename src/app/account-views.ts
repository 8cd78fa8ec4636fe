import { epochOf } from '../kernel/calendar-date.ts'
import type { AccountView } from '../platform/session/contract.ts'
import type { Services } from './services.ts'
import { grantView, listGrantRows } from './session-view.ts'

type AccountRow = {
  readonly id: string; readonly login: string; readonly name: string; readonly office_id: string; readonly office_name: string | null
  readonly disabled_at: string | null; readonly locked_until: string | null; readonly totp_confirmed_at: string | null
  readonly certificate_no: string | null; readonly certificate_until: string | null; readonly legal_qualification_no: string | null; readonly last_seen_at: string | null; readonly active_sessions: number
}

const MOST = 500

const SELECT = `SELECT a.id, a.login, a.name, a.office_id, o.name AS office_name, a.disabled_at, a.locked_until, a.totp_confirmed_at,
  a.certificate_no, a.certificate_until, a.legal_qualification_no, max(s.last_seen_at) AS last_seen_at,
  (count(*) FILTER (WHERE s.revoked_at IS NULL AND s.expires_at > $2 AND s.last_seen_at > $2::timestamptz - make_interval(secs => $3)))::int AS active_sessions
  FROM account a LEFT JOIN office o ON o.district_code = a.district_code AND o.id = a.office_id LEFT JOIN session s ON s.account_id = a.id
  WHERE a.district_code = $1`

/** The people of the district by login, 500 at most; `q` is a part of the name, the login or the office's name. */
export async function listAccountViews(services: Services, district: string, q: string): Promise<readonly AccountView[]> {
  const { rows } = await services.pools.owner.query<AccountRow>(
    `${SELECT} AND ($4 = '' OR strpos(a.name, $4) > 0 OR strpos(a.login, lower($4)) > 0 OR strpos(o.name, $4) > 0)
     GROUP BY a.id, o.name ORDER BY a.login LIMIT ${MOST}`,
    [...contextOf(services, district), q.trim()],
  )
  return viewsOf(services, rows)
}

export async function getAccountView(services: Services, district: string, id: string): Promise<AccountView> {
  const { rows } = await services.pools.owner.query<AccountRow>(`${SELECT} AND a.id = $4 GROUP BY a.id, o.name`, [...contextOf(services, district), id])
  const [view] = await viewsOf(services, rows)
  if (view === undefined) throw new Error(`no account ${id}`)
  return view
}

function contextOf({ clock, session }: Services, district: string): readonly [string, string, number] {
  return [district, clock.now(), session.settings.idleTimeoutSeconds]
}

async function viewsOf(services: Services, rows: readonly AccountRow[]): Promise<readonly AccountView[]> {
  const grants = await listGrantRows(services, rows.map(({ id }) => id))
  const nowMs = epochOf(services.clock.now())
  return rows.map((row) => ({
    id: row.id, login: row.login, name: row.name, officeId: row.office_id, officeName: row.office_name ?? row.office_id,
    isDisabled: row.disabled_at !== null,
    isLocked: row.locked_until !== null && epochOf(row.locked_until) > nowMs,
    hasSecondFactor: row.totp_confirmed_at !== null,
    certificateNo: row.certificate_no, certificateUntil: row.certificate_until, legalQualificationNo: row.legal_qualification_no,
    grants: grants.filter((grant) => grant.account_id === row.id).map(grantView),
    lastSeenAt: row.last_seen_at, activeSessions: row.active_sessions,
  }))
}
