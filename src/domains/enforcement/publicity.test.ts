import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { REFERENCE_FOLDER } from '../../../test/support/reference-folder.ts'
import { holidaySchedules } from '../../../law/holidays/schedules.ts'
import { endOfTerm } from '../../engines/publication/term.ts'
import { createWorkingCalendar } from '../../kernel/working-calendar.ts'
import { doublePublicity } from './double-publicity.ts'
import type { PenaltyItem } from './penalty-kinds.ts'
import { penaltyTerm, penaltyWords } from './publicity.ts'

const calendar = createWorkingCalendar(holidaySchedules)
const endOf = (items: readonly PenaltyItem[], said: Parameters<typeof penaltyTerm>[1], publishedOn: string) => {
  const term = penaltyTerm(items, said)
  return term === 'never' ? term : endOfTerm(term, publishedOn, calendar)
}
const fine: PenaltyItem = { kind: 'fine', amountInFen: 500_000 }

test.each([
  ['a warning alone', [{ kind: 'warning' }], {}, 'never', 'never'],
  ['criticism alone', [{ kind: 'criticism' }], {}, '2024-06-05', '2026-06-05'],
  ['a low fine of a lighter tier', [fine], { publicityClass: 'minor' }, '2024-06-05', '2026-06-05'],
  ['fifty thousand yuan are still low', [{ kind: 'fine', amountInFen: 5_000_000 }], { publicityClass: 'minor', publishedOn: '2026-03-05' }, '2024-06-05', '2026-06-05'],
  ['one fen more is not', [{ kind: 'fine', amountInFen: 5_000_001 }], { publicityClass: 'minor', publishedOn: '2026-03-05' }, '2027-03-05', '2027-03-05'],
  ['for a person five thousand are', [fine], { publicityClass: 'minor', partyKind: 'natural-person', publishedOn: '2026-03-05' }, '2024-06-05', '2026-06-05'],
  ['and no more', [fine, { kind: 'fine', amountInFen: 1 }], { publicityClass: 'minor', partyKind: 'natural-person', publishedOn: '2026-03-05' }, '2027-03-05', '2027-03-05'],
  ['before the amendment no amount was named', [{ kind: 'fine', amountInFen: 5_000_001 }], { publicityClass: 'minor', publishedOn: '2025-12-24' }, '2024-06-05', '2026-06-05'],
  ['a fine of which nothing more is said', [fine], {}, '2027-03-05', '2027-03-05'],
  ['a fine for food', [fine], { publicityClass: 'serious-field' }, '2027-03-05', '2029-03-05'],
  ['a fine and confiscated goods are never minor', [fine, { kind: 'confiscate-goods' }], { publicityClass: 'minor' }, '2027-03-05', '2027-03-05'],
  ['a fine and a revoked licence: the longest', [fine, { kind: 'revoke-licence' }], { publicityClass: 'minor' }, '2027-03-05', '2029-03-05'],
  ['a ban of five years carries the publication along', [{ kind: 'restrict-employment' }], { publicityClass: 'restriction', restrictionEndsOn: '2031-02-01' }, '2031-02-01', '2031-02-01'],
] satisfies readonly (readonly [string, readonly PenaltyItem[], Parameters<typeof penaltyTerm>[1], string, string])[])('%s', (_says, items, said, before, since) => {
  expect(endOf(items, said, '2024-03-05')).toBe(before)
  expect(endOf(items, said, '2026-03-05')).toBe(since)
})

test('penalties in words', () => {
  expect(penaltyWords([fine, { kind: 'confiscate-gains', amountInFen: 120_050 }, { kind: 'suspend-business', content: '责令停产停业三个月' }])).toBe('罚款5000元；没收违法所得1200.50元；责令停产停业三个月')
})

const SCHEMA = `${REFERENCE_FOLDER}/data/schema_market_supervision_ningbo.csv`

test.skipIf(!existsSync(SCHEMA))('the columns are those of the collection table, in its order', () => {
  const columns = readFileSync(SCHEMA, 'utf8').split('\n').filter((line) => line.startsWith('dw_shl_sgsxzxk,')).map((line) => line.trim().split(',').at(-2))
  expect(doublePublicity.columns.map(({ header }) => header)).toEqual(columns)
})

test('neither a name nor a number of a natural person is handed on, and of what has ended only its keys and state', () => {
  const row = { id: 'a', title: '', matterNumber: '处罚案〔2026〕1号', uscc: null, isPerson: true, publishedOn: '2026-03-05', untilOn: '2027-03-05', bureauName: '', ended: '当事人已完成信用修复', field: (key: string) => (key === 'operator' ? '钱某某' : `内容 ${key}`) }
  const cells = new Map(doublePublicity.columns.map(({ header, value }) => [header, value(row)]))
  expect(cells.get('legal_represent')).toBeNull()
  expect(cells.get('legal_represent_idcard')).toBeNull()
  expect(cells.get('admin_cp_name')).toBe('钱某某')
  expect(cells.get('punish_content')).toBeNull()
  expect(cells.get('publicstatus')).toBe('已停止公示')
  const setTime = doublePublicity.columns.find(({ header }) => header === 'set_time')
  expect(setTime?.value({ ...row, ended: null, field: () => '2026年3月5日' })).toBe('2026-03-05')
})
