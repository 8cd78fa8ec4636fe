import type { ClientBase } from 'pg'
import { z } from 'zod'

const town = z.object({ code: z.string(), name: z.string(), kind: z.enum(['subdistrict', 'town', 'township', 'area']), aliases: z.array(z.string()) })
const village = z.object({ code: z.string(), townCode: z.string(), name: z.string() })
const office = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/), name: z.string(), kind: z.enum(['section', 'centre', 'brigade', 'station']),
  towns: z.array(z.string()), duties: z.array(z.string()),
})
const identity = z.object({
  code: z.string().regex(/^\d{6}$/), name: z.string(), shortName: z.string(), city: z.string(), province: z.string(), bureauName: z.string(), documentWord: z.string().min(1).max(4),
  formerNames: z.array(z.string()), formerCodes: z.array(z.string()),
})
const district = identity.extend({ towns: z.array(town), villages: z.array(village), offices: z.array(office) })

/** A district as its data files describe it: identity, divisions with NBS codes, and the bureau's offices. */
export type District = Readonly<z.infer<typeof district>>

/** Checks the shape and that every village, alias and office points at a town of the district. Throws on a fault. */
export function parseDistrict(files: Readonly<{ identity: unknown; towns: unknown; villages: unknown; offices: unknown }>): District {
  const parsed = district.parse({ ...identity.parse(files.identity), towns: files.towns, villages: files.villages, offices: files.offices })
  const townCodes = new Set(parsed.towns.map((each) => each.code))
  const astray = [...parsed.villages.map((each) => each.townCode), ...parsed.offices.flatMap((each) => each.towns)].find((code) => !townCodes.has(code))
  if (astray !== undefined) throw new Error(`no town ${astray} in district ${parsed.code}`)
  return parsed
}

/** Writes the district, its towns, villages and offices. Running it again brings changed names up to date. */
export async function seedDistrict(client: Pick<ClientBase, 'query'>, data: District, options: Readonly<{ synthetic?: boolean }> = {}): Promise<void> {
  await client.query(
    `INSERT INTO district (code, name, short_name, city, province, synthetic, bureau_name, document_word) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, city = excluded.city, province = excluded.province,
       bureau_name = excluded.bureau_name, document_word = excluded.document_word`,
    [data.code, data.name, data.shortName, data.city, data.province, options.synthetic ?? false, data.bureauName, data.documentWord],
  )
  await client.query(
    `INSERT INTO town (code, district_code, name, kind, aliases)
     SELECT code, $2, name, kind, aliases FROM jsonb_to_recordset($1) AS t (code text, name text, kind text, aliases text[])
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, aliases = excluded.aliases`,
    [JSON.stringify(data.towns), data.code],
  )
  await client.query(
    `INSERT INTO village (code, town_code, district_code, name)
     SELECT code, "townCode", $2, name FROM jsonb_to_recordset($1) AS t (code text, "townCode" text, name text)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, town_code = excluded.town_code`,
    [JSON.stringify(data.villages), data.code],
  )
  await client.query(
    `INSERT INTO office (district_code, id, name, kind, town_codes, duties)
     SELECT $2, id, name, kind, towns, duties FROM jsonb_to_recordset($1) AS t (id text, name text, kind text, towns text[], duties text[])
     ON CONFLICT (district_code, id) DO UPDATE SET name = excluded.name, kind = excluded.kind, town_codes = excluded.town_codes, duties = excluded.duties`,
    [JSON.stringify(data.offices), data.code],
  )
}
