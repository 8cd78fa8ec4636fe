import { addDays } from '../../src/kernel/calendar-date.ts'
import { archived, executed, filed, fined, paid } from './case-lines.ts'
import { dated, line } from './script.ts'
import type { Line, Scene } from './script.ts'
import type { Story } from './story.ts'

const performed = archived('archivePenalised', '处罚决定已经执行完毕。')

export const appealed = (kind: 'reconsideration' | 'litigation', answer: readonly Line[]): Line => line(10, 'officer', 'recordAppeal', dated(['appealOn'], { appealKind: kind }), answer)

const copied = (way: 'reconsideration' | 'litigation'): Line => line(3, 'officer', 'receiveCopy', ({ on, matter }) => ({
  way, copyReceivedOn: on, reviewBody: way === 'litigation' ? '示例区人民法院' : '示例区人民政府', docketNo: `示例${matter.number}`, claims: '请求撤销处罚决定。',
}))
const named = line({ minutes: 60 }, 'head', 'nameResponsible', ({ cast }) => ({ responsible: [cast.officer.id] }))
const replied = line(4, 'officer', 'reply', ({ on, matter: { facts } }) => ({
  replyText: '处罚决定认定事实清楚，证据确凿，适用依据正确，程序合法，请予维持。', repliedOn: on, exhibits: [{ name: '进货票据', proves: '涉案商品的来源', obtainedOn: facts['contestedActOn'] ?? on }],
}))
const heard: readonly Line[] = [
  line(3, 'officer', 'receiveHearingNotice', ({ on }) => ({ hearingNoticedOn: on, hearingOn: addDays(on, 7) })),
  line({ onDay: ({ facts }) => String(facts['hearingOn']) }, 'officer', 'attendHearing', ({ matter: { facts } }) => ({ hearingOn: facts['hearingOn'], isHeadPresent: true, hearingNote: '双方陈述意见，负责人出席并作说明。' })),
]
const result = (more: Readonly<Record<string, string>>) => ({ on, matter }: Scene) => ({ resultNo: `示例决定${matter.number}`, resultServedOn: on, ...more })
const opinion = line({ minutes: 40 }, 'officer', 'recordOpinion', dated(['opinionReceivedOn'], { opinionNo: '示例复意', opinionText: '应当规范送达程序，完善证据固定。' }))
const rectified = line(15, 'head', 'reportRectification', dated(['rectifiedOn'], { rectificationText: '已修订送达工作指引并组织培训。' }))

/** Upheld after a hearing or trial at which the head was present. */
export const upheld = (way: 'reconsideration' | 'litigation'): readonly Line[] => [copied(way), named, replied, ...heard, line(10, 'officer', 'recordUpheld', result({ resultText: '维持原行政处罚决定。' }))]

const lost: readonly Line[] = [
  copied('reconsideration'), named, replied, line(2, 'leader', 'stopExecution', dated(['stoppedOn'], { stopReason: '复议机关认为需要停止执行。' })),
  line(18, 'officer', 'recordLost', ({ on, matter }) => ({ outcome: 'annulled', resultNo: `示例决定${matter.number}`, resultServedOn: on, resultText: '主要事实不清，撤销原决定。', performUntilOn: addDays(on, 60) })), opinion, rectified,
  line({ until: (related) => related.some(({ procedure, state, outcome }) => procedure === 'penalty-case' && (state === 'revoked' || outcome === 'revoked')) }, 'head', 'confirmPerformance', { performanceNote: '已撤销原处罚决定并撤回公示，罚款已退还。', lesson: '对关键事实应当补强证据后再作决定。' }),
]
const settled: readonly Line[] = [copied('litigation'), named, replied, line(20, 'officer', 'recordSettled', { resultText: '双方和解，原告撤诉。' })]
const withdrawn: readonly Line[] = [line(2, 'officer', 'recordWithdrawn', { withdrawalNote: '申请人撤回复议申请。' })]
const ended = (wait: Line['wait'], appealResult: string): Line => line(wait, 'officer', 'recordAppealResult', dated(['appealEndedOn'], { appealResult }))
const changed = line(36, 'officer', 'recordAppealResult', dated(['appealEndedOn'], { appealResult: 'upheld' }))

/** Appeals against penalties, won, lost, settled and withdrawn. */
export const appealStories: readonly Story[] = [
  { id: 'reconsideration-upheld', from: 'lead', on: ['2024-05-13', '2026-04-20'], lines: filed([...fined(3600), paid(4), appealed('reconsideration', upheld('reconsideration')), changed, executed, ...performed]) },
  { id: 'reconsideration-lost', from: 'lead', on: ['2024-08-12', '2026-02-02'], lines: filed([
    ...fined(3600), appealed('reconsideration', lost), ended(30, 'annulled'), line(2, 'leader', 'revokeDecision', { revocationReason: '复议机关决定撤销原行政处罚决定。' }), line(1, 'officer', 'withdrawPublication', dated(['withdrawnOn'])),
    ...archived('archiveRevoked', '处罚决定已经撤销。'),
  ]) },
  { id: 'litigation-settled', from: 'lead', on: ['2025-02-17'], lines: filed([...fined(2400), paid(4), appealed('litigation', settled), ended(34, 'withdrawn'), executed, ...performed]) },
  { id: 'reconsideration-withdrawn', from: 'lead', on: ['2025-11-03'], lines: filed([...fined(2400), paid(4), appealed('reconsideration', withdrawn), ended(6, 'withdrawn'), executed, ...performed]) },
  { id: 'sued-and-upheld', from: 'lead', on: ['2023-10-09'], lines: filed([
    ...fined(9500), appealed('litigation', upheld('litigation')), ended(70, 'upheld'), line(5, 'officer', 'remind', dated(['reminderServedOn'])),
    line(11, 'officer', 'recordAppealFinal', dated(['appealFinalOn'])), line(5, 'leader', 'applyToCourt', dated(['courtAppliedOn'], { courtName: '示例区人民法院' })), paid(40), executed, ...performed,
  ]) },
  { id: 'reconsideration-open', from: 'lead', on: ['2026-08-31'], lines: filed([...fined(4200), paid(3), appealed('reconsideration', [copied('reconsideration'), named])]) },
]
