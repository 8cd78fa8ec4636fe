import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { Matter } from '../procedure/matter.ts'
import { CITIZEN, MACHINE } from '../procedure/role.ts'
import type { Known } from './detect.ts'

/**
 * The people whose data a text about the matter might hold: its parties, those kept confidential included, and the
 * officers who acted; beside them the numbers of its documents. Read only to be compared; whoever asks learns no more than what the text itself says.
 */
export async function readPeople(tx: ScopedTransaction, matter: Matter): Promise<Known> {
  const { rows } = await tx.client.query<{ value: string | null }>(`SELECT current_setting('app.confidential', true) AS value`)
  await tx.set({ confidential: true })
  const parties = await tx.queries.selectFrom('party').select(['name', 'phone', 'id_number', 'address', 'email']).where('district_code', '=', matter.district)
    .where('matter_id', '=', matter.id).execute()
  await tx.set({ confidential: rows[0]?.value === 'on' })
  const entity = matter.subjectEntityId === undefined ? undefined : await tx.queries.selectFrom('entity').select(['name', 'address']).where('district_code', '=', matter.district)
    .where('id', '=', matter.subjectEntityId).executeTakeFirst()
  const present = (values: readonly (string | null | undefined)[]): readonly string[] => values.filter((value) => value !== null && value !== undefined && value.trim() !== '').map(String)
  const allowed = present([entity?.name, entity?.address, matter.subjectEntityId === undefined ? null : matter.subjectName])
  const officers = matter.steps.filter(({ actorId }) => actorId !== CITIZEN.id && actorId !== MACHINE.id).map(({ actorName }) => actorName)
  return {
    // A party that is the registered subject itself may appear by its name.
    names: [...new Set([...present(parties.map(({ name }) => name)), ...officers])].filter((name) => !allowed.includes(name)),
    numbers: present(parties.flatMap(({ phone, id_number, email }) => [phone, id_number, email])),
    addresses: present(parties.map(({ address }) => address)).filter((address) => !allowed.includes(address)),
    allowed, ...await readPapers(tx, matter),
  }
}

/** Numbers of the standing documents of the matter by template, and the bureau that issues them. */
export async function readPapers(tx: ScopedTransaction, { district, id }: Pick<Matter, 'district' | 'id'>): Promise<Pick<Known, 'documents' | 'bureauName'>> {
  const documents = await tx.queries.selectFrom('document').select(['template', 'number']).where('district_code', '=', district).where('matter_id', '=', id)
    .where('withdrawn_at', 'is', null).orderBy('issued_at').execute()
  const bureau = await tx.queries.selectFrom('district').select('bureau_name').where('code', '=', district).executeTakeFirst()
  return { documents: new Map(documents.map(({ template, number }) => [template, number])), ...(bureau === undefined || bureau.bureau_name === '' ? {} : { bureauName: bureau.bureau_name }) }
}
