import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseDistrict } from '../src/engines/register/district.ts'
import type { District } from '../src/engines/register/district.ts'

const FOLDER = import.meta.dirname

/** Codes of the districts that have a data folder here. */
export function listDistrictCodes(): readonly string[] {
  return dataFolders().map((name) => name.slice(0, 6))
}

/** Reads the data folder of a district, named by its code and a short name. Throws where there is none. */
export function loadDistrict(code: string): District {
  const folder = dataFolders().find((name) => name.startsWith(`${code}-`))
  if (folder === undefined) throw new Error(`没有区划代码为${code}的区县数据；已有：${listDistrictCodes().join('、')}`)
  const read = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, folder, file), 'utf8'))
  return parseDistrict({ identity: read('district.json'), towns: read('towns.json'), villages: read('villages.json'), offices: read('offices.json') })
}

function dataFolders(): readonly string[] {
  return readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory() && /^\d{6}-/.test(entry.name)).map((entry) => entry.name)
}
