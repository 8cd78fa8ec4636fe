import { expect, test } from 'vitest'
import { VISIT_RESULTS } from '../inspection/facts.ts'
import { resultDemands } from './result-demands.ts'

test('every result has its demand; only a look is asked for every item, only the absent for words', () => {
  const demands = resultDemands()
  expect(Object.keys(demands).toSorted()).toEqual(Object.keys(VISIT_RESULTS).toSorted())
  expect(demands).toMatchObject({
    'none-found': { everyItem: true, faults: 'none', leastWords: 0 }, 'ordered-to-correct': { everyItem: true, faults: 'no-key' }, 'to-be-handled': { everyItem: true, faults: 'any' },
    'not-found': { everyItem: false, faults: 'none', leastWords: 10 }, 'uncooperative': { everyItem: false, faults: 'none', leastWords: 10 },
  })
})
