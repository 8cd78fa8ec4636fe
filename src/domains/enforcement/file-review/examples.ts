import { examplesOf } from '../../../engines/procedure/example.ts'
import { drawFiles } from './draw-files.ts'
import { fileReview } from './procedure.ts'

const files = [1, 2, 3, 4].map((serial) => ({ caseNumber: `处罚案〔2026〕${serial}号`, officeName: serial % 2 === 0 ? '乙监管所' : '甲监管所', closedOn: '2026-05-20', handlers: ['officer-a', 'officer-b'] }))
const facts = { reviewName: '2026年第三季度案卷评查', periodFrom: '2026-04-01', periodUntil: '2026-06-30' } as const
const seed = { sampleSize: 2, seedText: '2026-09-22 某期开奖 03 11 19 22 27 31 05', seedSource: '福利彩票公告', seedPublishedOn: '2026-09-22' } as const
const [first = '', second = ''] = drawFiles(files.map(({ caseNumber }) => caseNumber), { seedText: seed.seedText, size: 2 }).map(({ caseNumber }) => caseNumber)
const head = 'section-head'
const leader = 'bureau-leader'
const scorers = ['reviewer-c', 'reviewer-d'] as const
const lost = [{ item: 'notice', points: 5, finding: '没有送达回证，不能证明已经告知。' }] as const

/** Reviews of files drawn by lot. */
export const fileReviewExamples = examplesOf(fileReview, [
  {
    name: 'two files of four: one excellent, one unfit and put right',
    receivedAt: '2026-09-21 09:00', facts,
    steps: [
      { step: 'freezeList', at: '2026-09-21 10:00', by: head, input: { files } },
      { step: 'draw', at: '2026-09-22 09:00', by: head, input: { ...seed, seedPublishedOn: '2026-09-21' }, refused: 'guard.seedMustFollowTheFrozenList' },
      { step: 'draw', at: '2026-09-23 09:00', by: head, input: seed },
      { step: 'scoreFile', at: '2026-09-24 09:00', by: head, input: { reviewedCase: first, scorers: ['officer-a', 'reviewer-c'] }, refused: 'guard.reviewerMustNotHaveHandledTheFile' },
      { step: 'scoreFile', at: '2026-09-24 09:10', by: head, input: { reviewedCase: first, scorers } },
      { step: 'close', at: '2026-09-24 10:00', by: leader, input: { conclusion: '评查完成，予以通报。' }, refused: 'guard.allDrawnFilesMustBeScored' },
      { step: 'scoreFile', at: '2026-09-24 15:00', by: head, input: { reviewedCase: second, scorers, deductions: lost } },
      { step: 'close', at: '2026-09-25 10:00', by: leader, input: { conclusion: '评查完成，予以通报。' }, refused: 'guard.weakFilesMustBeRectified' },
      { step: 'orderRectification', at: '2026-09-25 10:10', by: leader, input: { rectifyText: '补正告知、送达的记录，完善审核。', rectifyUntilOn: '2026-10-20' } },
      { step: 'recordRectification', at: '2026-10-16 10:10', by: head, input: { rectifiedOn: '2026-10-16', rectificationText: '已补正并组织培训，修订送达指引。' } },
      { step: 'close', at: '2026-10-19 10:00', by: leader, input: { conclusion: '评查完成，予以通报。' } },
    ],
    ends: {
      state: 'ended', outcome: 'reviewed', clocks: { rectification: 'due 2026-10-20, met' },
      facts: { results: [first, second].map((caseNumber, index) => ({ caseNumber, officeName: files.find((file) => file.caseNumber === caseNumber)?.officeName ?? '', ...(index === 0 ? { score: 100, resultClass: 'excellent' } : { score: 95, resultClass: 'unfit', faults: '处罚前告知事实、理由、依据和权利扣5分：没有送达回证，不能证明已经告知。' }) })) },
    },
  },
  {
    name: 'a list that names a file twice is not frozen',
    receivedAt: '2026-09-21 09:00', facts,
    steps: [
      { step: 'freezeList', at: '2026-09-21 10:00', by: head, input: { files: [...files, ...files.slice(0, 1)] }, refused: 'guard.listMustNameEachFileOnce' },
      { step: 'cancel', at: '2026-09-21 11:00', by: leader, input: { cancelReason: '评查计划调整，另行安排。' } },
    ],
    ends: { state: 'cancelled', outcome: 'cancelled', clocks: {} },
  },
  {
    name: 'what was found is put right too late',
    receivedAt: '2026-09-21 09:00', facts,
    steps: [
      { step: 'freezeList', at: '2026-09-21 10:00', by: head, input: { files } },
      { step: 'draw', at: '2026-09-23 09:00', by: head, input: { ...seed, sampleSize: 1 } },
      { step: 'scoreFile', at: '2026-09-24 09:10', by: head, input: { reviewedCase: first, scorers, deductions: [{ item: 'evidence', points: 7, finding: '证据之间矛盾，未作排除。' }] } },
      { step: 'orderRectification', at: '2026-09-25 10:10', by: leader, input: { rectifyText: '完善证据审查，专题培训。', rectifyUntilOn: '2026-10-20' } },
      { step: 'recordRectification', at: '2026-10-22 10:10', by: head, input: { rectifiedOn: '2026-10-22', rectificationText: '已组织培训，建立证据审查清单。' } },
      { step: 'close', at: '2026-10-23 10:00', by: leader, input: { conclusion: '评查完成，予以通报。' } },
    ],
    ends: { state: 'ended', outcome: 'reviewed', clocks: { rectification: 'due 2026-10-20, missed' } },
  },
])
