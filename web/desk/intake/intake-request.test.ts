import { expect, test } from 'vitest'
import { intakeRequestOf } from './intake-request.ts'

test('the flat form becomes a request with the person apart', () => {
  const request = intakeRequestOf({
    kind: 'mixed', channel: 'hotline-12315', receivedAt: '2026-11-22T09:05', outsideNo: ' P-1 ', category: 'food', content: ' 食品过期 ', demand: '退款', amount: '36.8',
    respondentName: '某超市', uscc: '', personName: '测试甲', phone: '10000000000', wantsReward: false,
  }, 'step-1')
  expect(request).toEqual({
    stepId: 'step-1', channel: 'hotline-12315', receivedAt: '2026-11-22T01:05:00.000Z', outsideNo: 'P-1',
    submission: {
      kind: 'mixed', category: 'food', content: '食品过期', demand: '退款', amountInFen: 3680, wantsReward: false,
      person: { name: '测试甲', phone: '10000000000' }, respondent: { name: '某超市' },
    },
  })
})

test('an office against the routing carries its reason', () => {
  expect(intakeRequestOf({ officeId: 'food', officeReason: '专业科所办理' }, 's')).toMatchObject({ officeId: 'food', officeReason: '专业科所办理' })
})
