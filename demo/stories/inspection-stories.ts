import { addDays, instantFromEpoch } from '../../src/kernel/calendar-date.ts'
import { dated, line } from './script.ts'
import type { Line, Scene } from './script.ts'
import type { Story } from './story.ts'

const noticed = line(1, 'officer', 'serveNotice', { noticeForm: 'telephone', noticeText: '请准备营业执照、有关许可和进货查验资料。' })
const visited = (visitResult: string, found: string): Line => line(4, 'officer', 'recordVisit', ({ now }: Scene) => ({
  arrivedAt: instantFromEpoch(now - 3_600_000), leftAt: instantFromEpoch(now), place: '登记的住所（经营场所）', certificatesShown: true, visitResult, found, signing: 'refused', refusalReason: '现场人员称须请示负责人，未签字。', witnessName: '社区网格员',
}))
const published = line(3, 'officer', 'publish')
const closed = line(1, 'officer', 'close')

/** Inspections of the yearly plan that the draws do not bring: told before, done by others, passed on. */
export const inspectionStories: readonly Story[] = [
  { id: 'announced-visit', from: 'planned-inspection', on: ['2024-05-13', '2026-05-11'], lines: [noticed, visited('none-found', '经核查，未发现问题。'), published, closed] },
  { id: 'inspectors-replaced', from: 'planned-inspection', on: ['2025-05-12'], lines: [
    line(1, 'head', 'replaceInspectors', ({ cast: { officer, head } }) => ({ inspectors: [officer.id, head.id], replacementReason: '原检查人员外出培训。' })), visited('none-found', '经核查，未发现问题。'), published, closed,
  ] },
  { id: 'passed-on', from: 'planned-inspection', on: ['2025-08-18', '2026-08-10'], lines: [
    visited('to-be-handled', '现场消防通道被占用，属于消防救援机构职责。'), line(1, 'head', 'transfer', { transferredTo: '示例区消防救援机构', leadText: '消防通道被占用，附现场照片。' }), published, closed,
  ] },
  { id: 'correction-found-undone', from: 'planned-inspection', on: ['2024-09-09'], lines: [
    visited('ordered-to-correct', '价签与结算价格不一致。'), line({ minutes: 15 }, 'officer', 'orderRectification', ({ on }) => ({ rectificationItems: '更正全部价签。', rectifyBy: addDays(on, 10) })), line(6, 'officer', 'recordRectificationReport', dated(['reportReceivedOn'], { rectificationReport: '已更正价签，附照片。' })),
    line(2, 'officer', 'findNotRectified', ({ cast: { officer, other } }) => ({ recheckForm: 'on-site', recheckers: [officer.id, other.id], recheckNote: '现场复查，仍有部分价签未更正。' })),
    line({ minutes: 20 }, 'officer', 'openLead', { suspectedActs: '逾期不改正价格标示', leadText: '责令限期改正后复查仍不符合要求。' }), published, closed,
  ] },
]
