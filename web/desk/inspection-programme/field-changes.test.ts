import { expect, test } from 'vitest'
import { fieldChanges } from './field-changes.ts'

const words = { labels: { name: '名称', kinds: '对象', isActive: '在岗' }, names: { food: '食品经营者', lift: '电梯使用单位' } }

test('only what differs is named, by its label and in words', () => {
  const before = { name: '甲', kinds: ['food'], isActive: true, other: 1 }
  expect(fieldChanges(before, { ...before, kinds: ['food', 'lift'], isActive: false, other: 2 }, words)).toEqual([
    { label: '对象', before: '食品经营者', after: '食品经营者、电梯使用单位' }, { label: '在岗', before: '是', after: '否' },
  ])
})

test('the first version changes nothing, and an empty field is 无', () => {
  expect(fieldChanges(undefined, { name: '甲' }, words)).toEqual([])
  expect(fieldChanges({ name: null }, { name: '甲' }, words)).toEqual([{ label: '名称', before: '无', after: '甲' }])
})
