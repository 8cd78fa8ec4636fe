import { describe, expect, test } from 'vitest'
import { loadDistrict } from '../../../districts/load-district.ts'
import { buildGazetteer } from './place-gazetteer.ts'
import { resolvePlace, resolveTownField } from './resolve-place.ts'

const district = loadDistrict('371003')
const gazetteer = buildGazetteer(district)
const townName = new Map(district.towns.map(({ code, name }) => [code, name]))
const villageName = new Map(district.villages.map(({ code, name }) => [code, name]))

function place(address: string): string {
  const found = resolvePlace(address, gazetteer)
  if (found === undefined) return '无'
  return [townName.get(found.townCode), found.villageCode === null ? '' : villageName.get(found.villageCode)].filter((name) => name !== '').join('/')
}

describe('places of an address', () => {
  test.each([
    ['山东省威海市文登区葛家镇葛家村12号', '葛家镇/葛家村委会'],
    ['威海市文登区葛家镇', '葛家镇'],
    ['文登市葛家镇驻地', '葛家镇'],
    ['山东省文登市环山办米山路88号', '环山路街道'],
    ['威海市文登区环山街道办事处米山路88号', '环山路街道'],
    ['文登区龙山路12号', '无'],
    ['文登区米山路5号', '无'],
    ['山东省威海市文登区南海新区龙海路3号', '小观镇'],
    ['文登经济开发区珠海路205号', '开发区办事处'],
    ['文登区文登营镇文登营村', '文登营镇/文登营村委会'],
    ['文登区米山镇', '米山镇'],
    ['文登区龙山路街道横山社区2号楼', '龙山路街道/横山社区居委会'],
  ])('%s → %s', (address, expected) => expect(place(address)).toBe(expected))

  test('the villages that share the stem of their town are told from the town', () => {
    const twins = district.villages.filter((village) => {
      const town = district.towns.find(({ code }) => code === village.townCode)
      return town !== undefined && town.name.replace(/(街道|镇)$/u, '') === village.name.replace(/村委会$/u, '')
    })
    const stems = ['大水泊', '张家产', '泽库', '侯家', '泽头', '小观', '葛家', '米山', '文登营', '高村', '宋村']
    expect(twins.map(({ name }) => name.replace('村委会', '')).sort()).toEqual(stems.sort())
    for (const { name, townCode } of twins) {
      const stem = name.replace('村委会', '')
      expect(place(`文登区${townName.get(townCode)}${stem}村8号`)).toBe(`${townName.get(townCode)}/${name}`)
      expect(place(`文登区${townName.get(townCode)}`)).toBe(townName.get(townCode))
    }
  })

  test('the longest name wins and one suffix is cut, not two', () => {
    const stemOf = (name: string): string => name.replace(/(村委会|社区居民委员会|社区居委会|社区居委)$/u, '')
    const pairs = district.villages.flatMap((outer) => district.villages.filter((inner) => {
      const [long, short] = [stemOf(outer.name), stemOf(inner.name)]
      return long !== short && long.includes(short) && short.length > 1
    }).map((inner) => ({ outer, inner })))
    expect(pairs.length).toBeGreaterThanOrEqual(78)
    const missed = pairs.filter(({ outer }) => resolvePlace(`文登区${townName.get(outer.townCode)}${outer.name.replace('委会', '')}6号`, gazetteer)?.villageCode !== outer.code)
    expect(missed.map(({ outer }) => outer.name)).toEqual([])
    expect(place('文登区文登营镇邓南庄村3号')).toBe('文登营镇/邓南庄村委会')
    expect(place('文登区文登营镇南庄村3号')).toBe('文登营镇/南庄村委会')
    expect(place('文登区高村镇高处')).toBe('高村镇')
  })

  test('every village is found by its full name under its town, or left to a person', () => {
    const wrong = district.villages.filter(({ name, townCode }) => {
      const found = resolvePlace(`文登区${townName.get(townCode)}${name}`, gazetteer)
      return found?.townCode !== townCode || (found.villageCode !== null && villageName.get(found.villageCode) !== name)
    })
    expect(wrong).toEqual([])
  })

  test('a village of the same name in two towns needs its town', () => {
    const names = district.villages.map(({ name }) => name)
    const repeated = district.villages.find(({ name }) => names.filter((other) => other === name).length > 1)
    if (repeated === undefined) return expect(new Set(names).size).toBe(names.length)
    expect(place(`文登区${repeated.name}`)).toBe('无')
  })

  test('two towns named alike in weight are left to a person', () => {
    expect(place('葛家镇与界石镇交界处')).toBe('葛家镇')
    expect(place('位于葛家镇与界石镇交界处')).toBe('无')
  })
})

describe('fields that name a jurisdiction', () => {
  test.each([['葛家镇', '葛家镇'], ['葛家市场监管所', '葛家镇'], ['威海市文登区米山镇人民政府', '米山镇'], ['环山办', '环山路街道'], ['全区', undefined]])('%s → %s', (text, expected) => {
    expect(townName.get(resolveTownField(text, gazetteer) ?? '')).toBe(expected)
  })
})
