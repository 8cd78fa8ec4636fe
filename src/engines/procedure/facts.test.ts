import { describe, expect, test } from 'vitest'
import { accounts, accountsNamed, amountInFen, entries, text } from './facts.ts'

const goods = entries('物品', { name: text('名称', { max: 5 }), price: amountInFen('单价'), keepers: accounts('保管人') }, { min: 1, max: 2, optional: ['price', 'keepers'] })
const saysOf = (value: unknown): readonly string[] => goods.schema.safeParse(value).error?.issues.map(({ message }) => message) ?? []

describe('entries', () => {
  test('keep rows as their columns read them, an empty optional cell left out', () => {
    expect(goods.schema.parse([{ name: ' 月饼 ', price: 1280 }, { name: '糕点', price: '', keepers: null }])).toEqual([{ name: '月饼', price: 1280 }, { name: '糕点' }])
  })

  test('name the row and what is wrong with it', () => {
    expect(saysOf([{ name: '月饼' }, { name: '', price: -1, colour: '红' }])).toEqual(['物品第 2 行：请填写名称', '物品第 2 行：单价不能为负', '物品第 2 行：不收“colour”'])
    expect(saysOf([{ name: '五六个字的名称' }])).toEqual(['物品第 1 行：名称不能超过 5 个字'])
  })

  test('count their rows', () => {
    expect(saysOf([])).toEqual(['物品至少填写 1 行'])
    expect(saysOf([{ name: '甲' }, { name: '乙' }, { name: '丙' }])).toEqual(['物品不能超过 2 行'])
    expect(saysOf('月饼')).toEqual(['请填写物品'])
  })
})

test('several people are different people, and at least as many as asked for', () => {
  const { schema } = accounts('办案人员', { min: 2 })
  expect(schema.parse(['a', 'b'])).toEqual(['a', 'b'])
  expect(schema.safeParse(['a']).error?.issues[0]?.message).toBe('办案人员至少 2 人')
  expect(schema.safeParse(['a', 'a']).error?.issues[0]?.message).toBe('办案人员有重复的人员')
})

test('everybody whom the facts name is found, in rows too', () => {
  const fields = { handlers: accounts('办案人员'), goods, note: text('备注') }
  expect(accountsNamed(fields, { handlers: ['a', 'b'], goods: [{ name: '月饼', keepers: ['c'] }, { name: '糕点' }], note: 'd' })).toEqual(['a', 'b', 'c'])
})
