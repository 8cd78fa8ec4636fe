import type { ScopedTransaction } from '../../platform/postgres/scope.ts'

type Before = Readonly<{ offices: string | null; towns: string | null; matters: string | null }>

/**
 * Lets one piece of work read matters of every office and town of the district, and narrows the transaction to what it was
 * afterwards. For what the law asks of the bureau as a whole, never for what a person is shown.
 */
export async function inWholeDistrict<Result>(tx: ScopedTransaction, work: () => Promise<Result>): Promise<Result> {
  const { rows: [before] } = await tx.client.query<Before>(`SELECT current_setting('app.offices', true) AS offices, current_setting('app.towns', true) AS towns, current_setting('app.matters', true) AS matters`)
  await tx.set({ offices: '*', towns: '*' })
  const result = await work()
  await tx.set({ offices: namesIn(before?.offices), towns: namesIn(before?.towns), matters: listIn(before?.matters) })
  return result
}

/** The names in a setting, as the scope gives them. */
const namesIn = (setting: string | null | undefined): '*' | readonly string[] => (setting === '*' ? '*' : listIn(setting))

const listIn = (setting: string | null | undefined): readonly string[] => (setting ?? '').split(',').filter((name) => name !== '')
