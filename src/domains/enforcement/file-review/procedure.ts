import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import type { GuardContext } from '../../../engines/procedure/definition.ts'
import { progressWords } from '../progress-words.ts'
import { digestOfList, drawFiles } from './draw-files.ts'
import { facts } from './facts.ts'
import {
  allDrawnFilesMustBeScored, deductionsMustKeepToTheItems, fileMustBeAmongTheDrawn, fileMustNotBeScoredTwice, fileNeedsTwoReviewers, filesMustBeClosedInThePeriod, listMustNameEachFileOnce, orderedRectificationMustBeDone,
  rectificationMustHaveBeenOrdered, reviewerMustNotHaveHandledTheFile, sampleMustLieWithinTheList, seedMustFollowTheFrozenList, weakFilesMustBeRectified,
} from './guards.ts'
import { scoreItem } from './score-items.ts'
import { scoreOf } from './score.ts'

const supervision = (article: string) => cite('normative-enforcement-supervision-provisions', article)
const HEADS = ['section-head', 'legal-reviewer'] as const
const REVIEWERS = ['legal-reviewer', 'section-head', 'case-officer'] as const

const numbersOf = ({ files = [] }: GuardContext<typeof facts>['facts']): readonly string[] => files.flatMap(({ caseNumber }) => caseNumber ?? [])

/** 案卷评查: a frozen list, a draw that anybody can repeat, points by item, and what is put right. */
export const fileReview = defineProcedure({
  id: 'file-review',
  name: '行政处罚案卷评查',
  numberPrefix: '案评',
  instruments: ['normative-enforcement-supervision-provisions'],
  facts,
  team: 'scorers',
  parties: {},
  opening: { name: '登记案卷评查', by: [...HEADS, 'bureau-leader', 'machine'], basis: supervision('第十条'), requires: ['reviewName', 'periodFrom', 'periodUntil'] },
  states: { prepared: '待封存清单', listed: '待抽取', drawn: '评查中', ended: '已办结', cancelled: '已终止' },
  opensIn: 'prepared',
  finalStates: ['ended', 'cancelled'],
  outcomes: { reviewed: '完成评查', cancelled: '终止评查' },
  steps: {
    freezeList: {
      name: '封存案卷清单', from: 'prepared', to: 'listed', by: HEADS, basis: supervision('第十条'), requires: ['files'], guards: [listMustNameEachFileOnce, filesMustBeClosedInThePeriod],
      computes: ({ input, today }) => ({ listDigest: digestOfList(numbersOf(input)), frozenOn: today }),
    },
    draw: {
      name: '随机抽取案卷', from: 'listed', to: 'drawn', by: HEADS, basis: supervision('第十条'), requires: ['sampleSize', 'seedText', 'seedSource', 'seedPublishedOn'], guards: [seedMustFollowTheFrozenList, sampleMustLieWithinTheList],
      computes: ({ facts: known, input }) => ({ drawn: drawFiles(numbersOf(known), { seedText: input.seedText ?? '', size: input.sampleSize ?? 0 }) }), documents: ['file-draw-record'],
    },
    scoreFile: {
      name: '评查案卷', from: 'drawn', to: 'same', by: REVIEWERS, basis: supervision('第十条'), requires: ['reviewedCase', 'scorers'], optional: ['deductions'],
      guards: [fileMustBeAmongTheDrawn, fileMustNotBeScoredTwice, fileNeedsTwoReviewers, reviewerMustNotHaveHandledTheFile, deductionsMustKeepToTheItems],
      computes: ({ facts: known, input }) => {
        const caseNumber = input.reviewedCase ?? ''
        const { deductions = [] } = input
        const faults = deductions.map(({ item, points = 0, finding = '' }) => `${item === undefined ? '' : scoreItem(item).label}扣${points}分：${finding}`).join('；')
        const officeName = (known.files ?? []).find((file) => file.caseNumber === caseNumber)?.officeName ?? ''
        return { results: [...(known.results ?? []), { caseNumber, officeName, ...scoreOf(deductions), ...(faults === '' ? {} : { faults }) }], deductions: [] }
      },
    },
    orderRectification: { name: '提出整改要求', from: 'drawn', to: 'same', by: ['bureau-leader'], basis: supervision('第十六条'), requires: ['rectifyText', 'rectifyUntilOn'], isOnce: true, documents: ['file-rectification-notice'] },
    recordRectification: {
      name: '登记整改情况', from: 'drawn', to: 'same', by: HEADS, basis: supervision('第十六条'), requires: ['rectifiedOn', 'rectificationText'], happenedOn: 'rectifiedOn', guards: [rectificationMustHaveBeenOrdered],
    },
    close: {
      name: '完成评查', from: 'drawn', to: 'ended', by: ['bureau-leader'], basis: supervision('第十四条'), requires: ['conclusion'], guards: [allDrawnFilesMustBeScored, weakFilesMustBeRectified, orderedRectificationMustBeDone], closes: 'reviewed',
      documents: ['file-review-report'],
    },
    cancel: { name: '终止评查', from: ['prepared', 'listed'], to: 'cancelled', by: ['bureau-leader'], basis: 'internal', requires: ['cancelReason'], closes: 'cancelled' },
  },
  clocks: {
    rectification: { name: '整改期限', kind: 'internal', rule: 'supervision.rectification', until: 'rectifyUntilOn', startsOn: ['orderRectification'], stopsOn: ['recordRectification'], dueStep: 'recordRectification' },
  },
  progress: progressWords({
    prepared: ['评查已登记。', '封存案卷清单后随机抽取。'], listed: ['案卷清单已封存。', '公布随机种子后抽取。'], drawn: ['正在评查抽中的案卷。', '评查后提出整改要求。'], ended: ['评查已完成。', '没有后续办理。'], cancelled: ['评查已终止。', '没有后续办理。'],
  }),
})
