import { addDays } from '../../src/kernel/calendar-date.ts'
import { dated, line } from './script.ts'
import type { Line } from './script.ts'
import type { Story } from './story.ts'

const eased: readonly Line[] = [line(4, 'leader', 'ease', ({ on }) => ({ easedInformation: '停止公示行政处罚信息，通知有关部门暂时解除限制。', rulingNo: '（2026）示例破1号', planEndsOn: addDays(on, 200), planPapers: ['application', 'approval-ruling'] }))]
const completed = line({ days: 120 }, 'intake', 'receiveCompletion', { completionRulingNo: '（2026）示例破9号' })
const verified = (hasCorrected: boolean): Line => line(2, 'officer', 'verify', { verificationText: hasCorrected ? '罚款已经清偿，整改完毕。' : '违法行为还在继续。', hasCorrected })

/** What courts and other bureaus bring: easing while a plan is carried out, and publicity for others. */
export const receivedStories: readonly Story[] = [
  { id: 'plan-carried-out', from: 'reorganisation', on: ['2026-03-02'], lines: [...eased, completed, verified(true), line(2, 'leader', 'repair')] },
  { id: 'plan-without-correction', from: 'reorganisation', on: ['2026-03-16'], lines: [...eased, completed, verified(false), line(2, 'leader', 'refuseRepair', { repairRefusalReason: '没有纠正违法行为。' })] },
  { id: 'plan-fails', from: 'reorganisation', on: ['2026-04-07'], lines: [...eased, line({ days: 90 }, 'leader', 'restore', { failureText: '人民法院裁定终止重整计划的执行，宣告破产。' })] },
  { id: 'plan-not-eased', from: 'reorganisation', on: ['2026-06-01'], lines: [line(3, 'leader', 'decline', { refusalReason: '没有提交人民法院批准重整计划的裁定。' })] },
  { id: 'plan-open', from: 'reorganisation', on: ['2026-09-01'], lines: eased },
  { id: 'penalty-received', from: 'received', on: ['2026-02-09', '2026-07-06', '2026-10-19'], lines: [line(5, 'officer', 'show', { shownText: '已通过公示系统公示。' })] },
  { id: 'listing-received', from: 'received', on: ['2026-05-11'], facts: { receivedKind: 'serious-list', content: '列入严重违法失信名单。' }, lines: [line(6, 'officer', 'show', { shownText: '已通过公示系统公示。' })] },
  { id: 'repair-received', from: 'received', on: ['2026-08-10'], facts: { sender: '示例区税务局', receivedKind: 'department-repair', content: '准予信用修复。' }, lines: [line(2, 'officer', 'stop', dated(['doneOn'], { stoppedText: '已在公示系统停止公示。' }))] },
  { id: 'received-in-error', from: 'received', on: ['2026-09-14'], lines: [line(1, 'officer', 'sendBack', { returnReason: '当事人已迁出本区，登记地在示例市。' })] },
  { id: 'received-open', from: 'received', on: ['2026-11-18'], lines: [] },
]
