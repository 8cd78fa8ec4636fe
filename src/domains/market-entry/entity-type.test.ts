import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { REFERENCE_FOLDER } from '../../../test/support/reference-folder.ts'
import { entityKindOf, entityStatusOf, guessEntityKind } from './entity-type.ts'

const ORACLE = `${REFERENCE_FOLDER}/data/code_entity_type.csv`
const CLASS_KINDS: Readonly<Record<string, string>> = {
  11: 'enterprise', 13: 'enterprise', 15: 'enterprise', 16: 'cooperative', 21: 'enterprise', 24: 'enterprise', 27: 'enterprise', 31: 'enterprise', 33: 'enterprise', 50: 'sole-trader',
}
/** The bureau's list puts these under classes that name something else than the type itself. */
const LIST_IS_COARSER = new Set(['3700', '4500', '4600', '4700', '4710', '4720', '4800', '7000', '7310', '9000'])

describe('kinds of market entities', () => {
  test.each([
    ['有限责任公司(自然人独资)', 'enterprise'], ['内资公司', 'enterprise'], ['外资企业', 'enterprise'], ['个体工商户', 'sole-trader'], ['个体户', 'sole-trader'],
    ['农民专业合作社', 'cooperative'], ['农民专业合作社分支机构', 'branch'], ['有限责任公司分公司', 'branch'], ['个人独资企业', 'enterprise'], ['火星分社人', 'branch'], ['其他', undefined],
  ])('%s → %s', (type, kind) => expect(entityKindOf(type)).toBe(kind))

  test.skipIf(!existsSync(ORACLE))('agrees with the types a real bureau uses', () => {
    const lines = readFileSync(ORACLE, 'utf8').replaceAll('\r', '').trim().split('\n').slice(1)
    expect(lines.length).toBeGreaterThan(250)
    const wrong = lines.flatMap((line) => {
      const code = line.slice(0, 4)
      const kindClass = line.slice(line.lastIndexOf(',') + 1)
      const name = line.slice(5, line.lastIndexOf(',')).replaceAll('"', '')
      const expected = CLASS_KINDS[kindClass] ?? 'branch'
      const nameKind = entityKindOf(name)
      return LIST_IS_COARSER.has(code) || (entityKindOf(code) === expected && (nameKind === undefined || nameKind === expected)) ? [] : [`${code} ${name}`]
    })
    expect(wrong).toEqual([])
  })

  test('without a type the code and the name tell', () => {
    expect(guessEntityKind('某某商店', '92371003MA00000000')).toBe('sole-trader')
    expect(guessEntityKind('某某有限公司文登分公司', '91371003MA00000000')).toBe('branch')
    expect(guessEntityKind('某某果蔬种植专业合作社', null)).toBe('cooperative')
  })
})

test.each([
  ['在营（开业）企业', 'active'], ['存续', 'active'], ['K', 'active'], ['吊销，未注销', 'revoked'], ['吊销未注销', 'revoked'], ['D', 'revoked'], ['注销', 'deregistered'], ['C', 'deregistered'],
  ['注销中', 'active'], ['迁出', 'relocated'], ['迁出中', 'active'], ['歇业', 'suspended'], ['飞升', undefined],
])('status %s → %s', (text, status) => expect(entityStatusOf(text)).toBe(status))
