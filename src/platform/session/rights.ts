import type { ScopeSettings } from '../postgres/scope.ts'
import type { SignedIn } from './signed-in.ts'

/** What holding a role opens. `matters` names the offices of the grant as readable; the rest are switches. */
type Rights = Readonly<{
  matters: boolean
  confidential: boolean
  intake: boolean
  chase: boolean
  imports: boolean
  accounts: boolean
  roles: boolean
  settings: boolean
  audit: boolean
}>

const NONE: Rights = {
  matters: false, confidential: false, intake: false, chase: false, imports: false, accounts: false, roles: false, settings: false, audit: false,
}

/**
 * Least privilege per role. The three administrators see no matter and share no right (GB/T 22239-2019, 8.1.4.2 and
 * 8.1.5). A reporter's identity is open to those who receive, handle and decide, not to the legal reviewer.
 */
export const RIGHTS = {
  'intake-officer': { ...NONE, matters: true, confidential: true, intake: true, imports: true },
  'case-officer': { ...NONE, matters: true, confidential: true },
  'section-head': { ...NONE, matters: true, confidential: true, intake: true, chase: true, imports: true },
  'bureau-leader': { ...NONE, matters: true, confidential: true, intake: true, chase: true },
  'legal-reviewer': { ...NONE, matters: true },
  'system-administrator': { ...NONE, accounts: true, settings: true, imports: true },
  'security-administrator': { ...NONE, roles: true },
  'audit-administrator': { ...NONE, audit: true },
} as const satisfies Readonly<Record<string, Rights>>

export type Right = keyof Rights

export type RoleName = keyof typeof RIGHTS

export function isRoleName(text: string): text is RoleName {
  return Object.hasOwn(RIGHTS, text)
}

/** True when one of the person's roles carries the right. */
export function hasRight(person: Pick<SignedIn, 'roles'>, right: Right): boolean {
  return person.roles.some((held) => RIGHTS[held.role][right])
}

/**
 * The settings that row-level security reads for this person: offices and towns where the grants that open matters
 * amount to all of the one in all of the other; else each office with its towns, as the grants pair them.
 */
export function scopeSettings(person: SignedIn): ScopeSettings {
  const grants = person.roles.filter((held) => RIGHTS[held.role].matters)
  return {
    district: person.district,
    account: person.accountId,
    ...placesOf(grants),
    confidential: hasRight(person, 'confidential'),
    intake: hasRight(person, 'intake'),
    audit: hasRight(person, 'audit'),
  }
}

type Places = Pick<SignedIn['roles'][number], 'offices' | 'towns'>

function placesOf(grants: readonly Places[]): Pick<ScopeSettings, 'offices' | 'towns' | 'pairs'> {
  const widest = grants.find((grant) => grants.every((other) => covers(grant.offices, other.offices) && covers(grant.towns, other.towns)))
  if (widest !== undefined) return { offices: unionOf([widest.offices]), towns: unionOf([widest.towns]) }
  const [first] = grants
  const sharesOne = grants.every((grant) => isSame(grant.offices, first?.offices ?? [])) || grants.every((grant) => isSame(grant.towns, first?.towns ?? []))
  if (sharesOne) return { offices: unionOf(grants.map((held) => held.offices)), towns: unionOf(grants.map((held) => held.towns)) }
  return { offices: [], towns: [], pairs: [...new Set(grants.flatMap(pairsOf))] }
}

/** Each office with each town; '-' is the town of a matter that has none. */
function pairsOf({ offices, towns }: Places): readonly string[] {
  const named = towns.includes('*') ? ['*'] : [...towns, '-']
  return (offices.includes('*') ? ['*'] : offices).flatMap((office) => named.map((town) => `${office}/${town}`))
}

function covers(names: readonly string[], others: readonly string[]): boolean {
  return names.includes('*') || others.every((name) => names.includes(name))
}

function isSame(names: readonly string[], others: readonly string[]): boolean {
  return covers(names, others) && covers(others, names)
}

function unionOf(lists: readonly (readonly string[])[]): '*' | readonly string[] {
  const names = new Set(lists.flat())
  return names.has('*') ? '*' : [...names]
}
