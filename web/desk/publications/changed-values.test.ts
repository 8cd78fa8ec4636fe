import { expect, test } from 'vitest'
import { changedValues } from './changed-values.ts'

const publication = { title: '甲店公示', fields: [{ key: 'a', label: '甲', value: '一' }, { key: 'b', label: '乙', value: '二' }] }

test('sends what differs, an emptied field as empty, and nothing else', () => {
  expect(changedValues(publication, { title: '甲店公示', fields: { a: '一 ', b: '三' } })).toEqual({ b: '三' })
  expect(changedValues(publication, { title: '乙店公示', fields: { a: '', b: '二' } })).toEqual({ a: '', title: '乙店公示' })
  expect(changedValues(publication, { title: '甲店公示', fields: { a: '一', b: '二' } })).toEqual({})
})
