import { expect, test } from 'vitest'
import { HASHES } from '../../../platform/hash.ts'
import { runInThread } from '../../../platform/run-in-thread.ts'
import { announce } from '../announce.ts'
import { heldDraw, must, PLAN, SECRETS } from '../fixtures/small-draw.ts'
import { announceApart } from './reckon.ts'

const many = { ...PLAN, objects: Array.from({ length: 2_400 }, (_, i) => ({ ...PLAN.objects[i % 40], id: `F${String(i).padStart(4, '0')}`, conflicts: [], name: `测试${i}`, town: null, stratum: 'A', stratumSource: '测试', expertise: null, chances: 1, lastDrawnOn: null })) }

test('a large draw reckoned in a thread is the same, digit for digit', async () => {
  expect(await announceApart({ plan: many, secrets: SECRETS })).toEqual(must(announce(many, SECRETS, HASHES)))
})

test('what fails in a thread fails here', async () => {
  await expect(runInThread(new URL('./reckon.ts', import.meta.url).href, 'holdHere', { draw: heldDraw(PLAN, [null]) })).rejects.toThrow()
  await expect(runInThread(new URL('./reckon.ts', import.meta.url).href, 'nothing', {})).rejects.toThrow('no function nothing')
})
