import { expect, test } from 'vitest'
import { addressOfPlace, placeFrom } from './use-place.ts'
import type { Place } from './use-place.ts'

test.each<Place>([
  { page: 'day' }, { page: 'outbox' }, { page: 'task', matterId: 'm' }, { page: 'record', matterId: 'm' }, { page: 'checklist', matterId: 'm', checklistId: 'food/2026' },
])('$page comes back from its address', (place) => {
  expect(placeFrom(addressOfPlace(place))).toEqual(place)
})

test('an address that leads nowhere is the day', () => {
  expect(['', '#', '#/task', '#/unknown/x', '#/checklist/m'].map((hash) => placeFrom(hash).page)).toEqual(['day', 'day', 'day', 'day', 'day'])
})
