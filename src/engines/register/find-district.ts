import type { ClientBase } from 'pg'
import type { District } from './district.ts'

/** What the divisions of a district are called; read from the database, so that imports know renamed towns too. */
export type DistrictNames = Pick<District, 'code' | 'name' | 'shortName' | 'city' | 'province' | 'towns' | 'villages'> & Readonly<{ formerNames: readonly string[] }>

/** The seeded district with its towns and villages. Throws when it was never seeded. */
export async function findDistrict(client: Pick<ClientBase, 'query'>, code: string): Promise<DistrictNames> {
  type Identity = { name: string; short_name: string; city: string; province: string }
  const identity = (await client.query<Identity>('SELECT name, short_name, city, province FROM district WHERE code = $1', [code])).rows[0]
  if (identity === undefined) throw new Error(`数据库中没有区划代码为${code}的区县；请先完成区县初始化`)
  const towns = await client.query<DistrictNames['towns'][number]>('SELECT code, name, kind, aliases FROM town WHERE district_code = $1 ORDER BY code', [code])
  const villages = await client.query<DistrictNames['villages'][number]>('SELECT code, town_code AS "townCode", name FROM village WHERE district_code = $1 ORDER BY code', [code])
  return { code, name: identity.name, shortName: identity.short_name, city: identity.city, province: identity.province, formerNames: formerNamesOf(identity.short_name), towns: towns.rows, villages: villages.rows }
}

/** A district made of a county-level city or county still stands under that name in old addresses. */
function formerNamesOf(shortName: string): readonly string[] {
  const stem = shortName.replace(/(区|市|县)$/u, '')
  return [`${stem}市`, `${stem}县`, `${stem}区`].filter((name) => name !== shortName)
}
