import { addDays } from '../../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../../src/kernel/calendar-date.ts'
import type { ClosedFile, World } from '../deed.ts'
import { dated, line } from './script.ts'
import type { Line, Scene } from './script.ts'
import type { Story } from './story.ts'

const SAMPLE = 3
const MOST = 5_000

/** The files closed in the year before. */
function filesOf({ closedFiles }: World, on: CalendarDate): readonly ClosedFile[] {
  const year = String(Number(on.slice(0, 4)) - 1)
  return closedFiles.filter(({ closedOn, handlers }) => closedOn.startsWith(year) && handlers.length > 0).slice(0, MOST)
}

const hasEnough = (world: World, on: CalendarDate): boolean => filesOf(world, on).length >= SAMPLE

const frozen = line(0, 'head', 'freezeList', ({ on, desk: { world } }) => ({ files: filesOf(world, on) }))
const drawn = line(3, 'head', 'draw', ({ on }) => ({ sampleSize: SAMPLE, seedText: `模拟公共随机数 ${addDays(on, -1)}`, seedSource: '模拟号码（虚构）', seedPublishedOn: addDays(on, -1) }))
const nth = ({ matter: { facts } }: Scene, at: number): string => {
  const rows = facts['drawn']
  const row: unknown = Array.isArray(rows) ? rows[at] : undefined
  return typeof row === 'object' && row !== null && 'caseNumber' in row ? String(row.caseNumber) : ''
}
const scored = (at: number, more: Readonly<Record<string, unknown>> = {}): Line => line(1, 'head', 'scoreFile', (scene) => ({ reviewedCase: nth(scene, at), scorers: [scene.cast.host.id, scene.cast.reviewer.id], ...more }))
const WEAK = { deductions: [{ item: 'notice', points: 5, finding: '没有送达回证，不能证明已经告知。' }] }
const rectified: readonly Line[] = [
  line(1, 'leader', 'orderRectification', ({ on }) => ({ rectifyText: '补正告知、送达的记录，完善审核。', rectifyUntilOn: addDays(on, 30) })),
  line(12, 'head', 'recordRectification', dated(['rectifiedOn'], { rectificationText: '已补正并组织培训，修订送达指引。' })),
]
const closed = line(2, 'leader', 'close', { conclusion: '评查完成，结果予以通报。' })

/** Reviews of the files of a year: most end, one is given up, the newest waits for its scores. */
export const reviewStories: readonly Story[] = [
  { id: 'files-of-the-year', from: 'file-review', on: ['2022-03-14', '2023-03-13', '2024-03-11', '2025-03-10', '2026-03-09'], isPossible: hasEnough, isSingle: true, lines: [frozen, drawn, scored(0), scored(1), scored(2, WEAK), ...rectified, closed] },
  { id: 'review-given-up', from: 'file-review', on: ['2025-09-08'], isPossible: hasEnough, isSingle: true, lines: [frozen, line(2, 'leader', 'cancel', { cancelReason: '与上级评查重复，终止本次评查。' })] },
  { id: 'review-open', from: 'file-review', on: ['2026-11-09'], isPossible: hasEnough, isSingle: true, lines: [frozen, drawn, scored(0)] },
]
