import { expect, test } from 'vitest'
import { shareText } from './quality-counts.ts'

test('a share short of all never reads 100%; nothing counted is no share', () => {
  expect([shareText(1, 1), shareText(9999, 10_000), shareText(1, 3), shareText(0, 5), shareText(0, 0)]).toEqual(['100%', '99.9%', '33.3%', '0%', '无'])
})
