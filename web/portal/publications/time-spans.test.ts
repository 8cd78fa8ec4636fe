import { expect, test } from 'vitest'
import { briefOf } from './PublicationItem.tsx'
import { spansUntil } from './time-spans.ts'

test('thirty days count today', () => {
  expect(spansUntil('2026-03-01').map(({ name, from, until }) => [name, from, until])).toEqual([
    ['全部时间', '', ''], ['近30日', '2026-01-31', ''], ['近90日', '2025-12-02', ''], ['今年', '2026-01-01', ''], ['2025年', '2025-01-01', '2025-12-31'],
  ])
})

test('a list shows short fields that the title does not say', () => {
  const field = (key: string, value: string) => ({ key, label: key, value })
  expect(briefOf([field('operator', '甲店'), field('a', '一'), field('long', '字'.repeat(41)), field('b', '二')]).map(({ key }) => key)).toEqual(['a', 'b'])
})
