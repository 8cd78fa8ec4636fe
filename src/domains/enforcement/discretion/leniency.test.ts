import { expect, test } from 'vitest'
import { countOf, countsBy, leniencyOf, rowOf, waivedOf } from './leniency.ts'
import type { Decision } from './leniency.ts'

const decision: Decision = { matterId: 'm', number: '处罚案〔2026〕1号', title: '某店', officeId: 'a', officeName: '甲所', decidedOn: '2026-06-01', ground: null, item: null, circumstances: [], lowestInFen: 500_000, fineInFen: 700_000 }

test.each([
  ['ordinary', {}, null, null],
  ['exempted, with the range on record', { ground: 'no-fault', fineInFen: 0 }, 'exempted', 500_000],
  ['exempted, without a range', { ground: 'no-fault', fineInFen: 0, lowestInFen: null }, 'exempted', null],
  ['below the range', { fineInFen: 200_000, circumstances: ['harm-removed'] }, 'mitigated', 300_000],
  ['at its lowest end', { fineInFen: 500_000, circumstances: ['harm-removed'] }, 'lightened', null],
  ['circumstances of both kinds', { circumstances: ['harm-removed', 'repeated'] }, null, null],
  ['a warning is no lower fine', { fineInFen: 0, circumstances: ['harm-removed'] }, null, null],
] as const)('%s', (_name, change, leniency, waived) => {
  const own = { ...decision, ...change }
  expect([leniencyOf(own), waivedOf(own)]).toEqual([leniency, waived])
})

test('sums name how many decisions record no range; a circumstance counts every decision that names it', () => {
  const some = [{ ...decision, ground: 'no-fault', fineInFen: 0 }, { ...decision, ground: 'no-fault', fineInFen: 0, lowestInFen: null }, { ...decision, fineInFen: 1, circumstances: ['harm-removed', 'coerced'] }]
  expect(countOf('all', '合计', some)).toEqual({ key: 'all', name: '合计', decided: 3, exempted: 2, mitigated: 1, lightened: 0, waivedInFen: 999_999, unranged: 1 })
  expect(countsBy(some, ({ circumstances }) => circumstances, { 'coerced': '受胁迫', 'harm-removed': '消除后果', 'merit': '立功' }).map(({ key, mitigated }) => [key, mitigated])).toEqual([['coerced', 1], ['harm-removed', 1]])
})

test('a row gives its reasons in words', () => {
  expect(rowOf({ ...decision, ground: 'first-minor-corrected', item: 'licence-not-renewed', fineInFen: 0 })).toMatchObject({ leniencyName: '不予处罚', reason: '初次违法且危害后果轻微并及时改正；清单事项：食品经营许可证有效期届满未延续' })
  expect(rowOf(decision)).toMatchObject({ leniency: null, leniencyName: '给予处罚', reason: '', waivedInFen: null })
})
