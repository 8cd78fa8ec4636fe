import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listDistrictCodes, loadDistrict } from '../../../districts/load-district.ts'
import { REFERENCE_FOLDER } from '../../../test/support/reference-folder.ts'
import { parseDistrict } from './district.ts'

const ORACLE = `${REFERENCE_FOLDER}/data/wendeng_divisions_2023.csv`

test.each(listDistrictCodes())('district %s: every town is covered by one station, every office has a duty', (code) => {
  const district = loadDistrict(code)
  const stations = district.offices.filter(({ kind }) => kind === 'station')
  for (const town of district.towns) expect(stations.filter(({ towns }) => towns.includes(town.code)).map(({ id }) => id), town.name).toHaveLength(1)
  expect(new Set(district.offices.map(({ id }) => id)).size).toBe(district.offices.length)
  expect(district.offices.filter(({ duties }) => duties.length === 0)).toEqual([])
})

test.skipIf(!existsSync(ORACLE))('towns and villages are those of the National Bureau of Statistics', () => {
  const official = readFileSync(ORACLE, 'utf8').replaceAll('\r', '').trim().split('\n').slice(1).map((line) => line.split(','))
  const { towns, villages } = loadDistrict('371003')
  expect(towns.map(({ code, name }) => [code, name])).toEqual(official.filter(([, level]) => level === 'town').map(([code, , , name]) => [code, name]))
  expect(villages.map(({ code, townCode, name }) => [code, townCode, name])).toEqual(
    official.filter(([, level]) => level === 'village').map(([code, , parent, name]) => [code, parent, name]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )
  expect([towns.length, villages.length]).toEqual([16, 721])
})

test('an office or village that points at no town of the district is refused', () => {
  const { towns, villages: _villages, offices, ...identity } = loadDistrict('371003')
  expect(() => parseDistrict({ identity, towns, villages: [{ code: '1', townCode: '999', name: '无此村' }], offices })).toThrow('no town 999')
})
