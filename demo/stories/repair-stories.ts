import { line } from './script.ts'
import type { Line } from './script.ts'
import type { Story } from './story.ts'

const MATERIALS = ['application', 'identity', 'promise', 'performance']
const GOOD = { hasPerformed: true, hasRemovedHarm: true, hasNewPenalty: false }
const accepted = line(1, 'officer', 'accept', { materials: MATERIALS })
const verified = (wait: Line['wait'], more: Readonly<Record<string, boolean>> = GOOD): Line => line(wait, 'officer', 'verify', { verificationMethod: 'paper', verificationText: '核对申请材料、缴款票据和整改情况。', ...more })
const granted: readonly Line[] = [line(1, 'leader', 'grant'), line(1, 'officer', 'completeRepair', { displayStopped: true, pushedTo: ['credit-china'] })]
const refused = (ground: string, reason: string): Line => line(1, 'leader', 'refuse', { refusalGround: ground, refusalReason: reason })

/** Repairs that need papers, more time, are refused or taken back. */
export const repairStories: readonly Story[] = [
  { id: 'repair-papers', from: 'repair', on: ['2024-10-14', '2026-04-27'], lines: [line(0, 'intake', 'askCorrection', { papersMissing: '守信承诺书、履行义务的材料。' }), line(4, 'intake', 'receiveCorrection', { materials: MATERIALS }), accepted, verified(1), ...granted] },
  { id: 'repair-not-accepted', from: 'repair', on: ['2025-03-10'], lines: [line(1, 'leader', 'refuseAcceptance', { refusalOfAcceptance: '申请事项不属于本机关公示的信息。' })] },
  { id: 'repair-extended', from: 'repair', on: ['2026-03-02'], lines: [accepted, line(4, 'leader', 'extendDecision', { extensionReason: '需要实地核实整改情况。' }), verified(4), ...granted] },
  { id: 'repair-extended-unreachable', from: 'repair', on: ['2026-08-03'], facts: { repairKind: 'abnormal-list', isUnreachable: true }, lines: [
    accepted, line(4, 'officer', 'verify', { verificationMethod: 'on-site', verificationText: '到变更后的住所核实，可以取得联系。', isListingCured: true }), line(1, 'leader', 'extendAfterVerification', { extensionReason: '需要核对租赁关系。' }), line(4, 'leader', 'grant'),
    line(1, 'officer', 'completeRepair', { displayStopped: true, pushedTo: ['credit-china'] }),
  ] },
  { id: 'repair-refused', from: 'repair', on: ['2025-09-15', '2026-05-18'], lines: [accepted, verified(2, { ...GOOD, hasRemovedHarm: false }), refused('not-performed', '整改尚未完成，危害后果没有消除。')] },
  { id: 'repair-deceived', from: 'repair', on: ['2026-06-08'], lines: [accepted, verified(2, { ...GOOD, hasDeceived: true }), refused('deceived', '提交的检验报告系伪造。')] },
  { id: 'repair-withdrawn', from: 'repair', on: ['2026-07-13'], lines: [line(1, 'intake', 'withdraw', { withdrawalText: '申请人书面撤回申请。' })] },
  { id: 'repair-open', from: 'repair', on: ['2026-11-16'], lines: [accepted] },
  { id: 'repair-revoked', from: 'revocation', on: ['2026-08-03'], lines: [
    line(5, 'officer', 'find', { findings: '提交的整改材料与现场情况不符，系伪造。', falsity: 'deceived' }), line(2, 'officer', 'hear', { statementText: '当事人承认材料由他人代写，未提出证据。' }), line(1, 'leader', 'revoke'),
    line(1, 'officer', 'restoreDisplay', { displayRestoredText: '已恢复公示，公示期重新计算。' }),
  ] },
  { id: 'repair-kept', from: 'revocation', on: ['2026-09-07'], lines: [line(4, 'officer', 'find', { findings: '材料中的日期填写有误，不影响整改事实。', falsity: 'error' }), line(1, 'leader', 'keep', { dropReason: '属于申请人过失，不予撤销。' })] },
]
