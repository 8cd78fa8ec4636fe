import { expect, test } from 'vitest'
import { reportOf } from './report-input.ts'

test('empty lines of evidence and an unchosen milestone are not sent', () => {
  expect(reportOf({ progressPercent: 60, text: ' 已完成检查 ', milestoneId: null, evidence: [{}, undefined, { matterNumber: ' 文投2025-1 ' }, { note: '通知印发' }] }, 'id')).toEqual({
    reportId: 'id', progressPercent: 60, text: '已完成检查', evidence: [{ matterNumber: '文投2025-1' }, { note: '通知印发' }],
  })
  expect(reportOf({ progressPercent: 100, text: '全部完成', milestoneId: 'm1' }, 'id')).toEqual({ reportId: 'id', progressPercent: 100, text: '全部完成', milestoneId: 'm1' })
})
