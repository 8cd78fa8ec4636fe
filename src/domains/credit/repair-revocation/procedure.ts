import { addMonths } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import { wasTaken } from '../clock-ended.ts'
import { LIST_PROCEDURES, entryRestoredBy, isEntryRestored } from '../entry-restoration.ts'
import { progressTable } from '../progress-table.ts'
import { facts } from './facts.ts'

const measures = (article: string) => cite('credit-repair-measures', article)
const WORKERS = ['case-officer', 'section-head'] as const
const LEADER = ['bureau-leader'] as const

export const deceptionMustBeFound: Guard<typeof facts> = {
  name: 'deceptionMustBeFound',
  cite: measures('第二十三条'),
  check: ({ facts: known }) => (known.falsity === 'deceived' ? null : { says: '撤销准予修复的决定，须查明申请人故意隐瞒真实情况、弄虚作假。', do: '请先办理“查明事实”；不属于故意的，办理“不予撤销”。' }),
}

export const partyMustBeHeardBeforeRevocation: Guard<typeof facts> = {
  name: 'partyMustBeHeardBeforeRevocation',
  cite: measures('第二十三条'),
  check: ({ matter }) => (wasTaken(matter, 'hear') ? null : { says: '作出不利决定前，尚未听取当事人意见。', do: '请先办理“听取当事人意见”。' }),
}

/** What the repair took off a list is back on it before the revocation is done with. */
export const revokedRepairMustRestoreTheEntry: Guard<typeof facts> = {
  name: 'revokedRepairMustRestoreTheEntry',
  cite: measures('第二十三条'),
  check: ({ matter, facts: known, related }) => (known.repairKind === 'penalty' || isEntryRestored(matter, related) ? null
    : { says: '撤销的是移出名录、名单的修复，当事人还没有恢复列入。', do: '本系统中没有找到原列入办件，不能随撤销决定恢复：请登记列入办件，“是否恢复列入”填“是”，办理“恢复列入”并填写本件编号。' }),
}

/** 撤销准予信用修复: a repair obtained by deceit is undone, shown for three years, and bars a new application. */
export const repairRevocation = defineProcedure({
  id: 'repair-revocation',
  name: '撤销信用修复',
  numberPrefix: '撤修',
  instruments: ['credit-repair-measures'],
  facts,
  parties: { applicant: { name: '申请人', isConfidential: false } },
  looksAt: ['credit-repair', ...LIST_PROCEDURES],
  opening: { name: '登记弄虚作假线索', by: [...WORKERS, 'machine'], basis: [{ from: '2025-12-25', cite: measures('第二十三条') }], requires: ['applicantName', 'repairNo', 'repairKind', 'suspicion'], optional: ['uscc'] },
  states: { suspected: '待查明', found: '已查明', revoked: '已撤销待恢复公示', restored: '已恢复公示', kept: '不予撤销' },
  opensIn: 'suspected',
  finalStates: ['restored', 'kept'],
  outcomes: { 'revoked': '撤销准予修复', 'kept': '不予撤销' },
  steps: {
    find: { name: '查明事实', from: 'suspected', to: 'found', by: WORKERS, basis: measures('第二十三条'), requires: ['findings', 'falsity'] },
    hear: { name: '听取当事人意见', from: 'found', to: 'same', by: WORKERS, basis: measures('第二十三条'), requires: ['statementText'] },
    revoke: {
      name: '撤销准予修复', from: 'found', to: 'revoked', by: LEADER, basis: measures('第二十三条'), guards: [deceptionMustBeFound, partyMustBeHeardBeforeRevocation],
      computes: ({ today, valueOf }) => ({
        decidedOn: today, shownUntilOn: addMonths(today, (valueOf('credit-repair.false-application') ?? 0) * 12), barredUntilOn: addMonths(today, (valueOf('credit-repair.false-application-ban') ?? 0) * 12),
      }),
      documents: ['repair-revocation-decision'], opens: ({ matter, related }) => entryRestoredBy(matter, related),
    },
    restoreDisplay: { name: '恢复公示', from: 'revoked', to: 'restored', by: WORKERS, basis: measures('第二十三条'), requires: ['displayRestoredText'], guards: [revokedRepairMustRestoreTheEntry], closes: 'revoked' },
    keep: { name: '不予撤销', from: ['suspected', 'found'], to: 'kept', by: LEADER, basis: measures('第二十三条'), requires: ['dropReason'], closes: 'kept' },
  },
  clocks: {
    restoration: { name: '恢复公示期限', kind: 'statutory', rule: 'credit-repair.data-work', startsOn: ['revoke'], stopsOn: ['restoreDisplay'], dueStep: 'restoreDisplay' },
  },
  progress: progressTable({
    'suspected': ['正在查明信用修复中是否弄虚作假。', '查明后将听取您的意见。'],
    'found': ['事实已查明。', '将听取您的意见后作出决定。'],
    'revoked': ['准予信用修复的决定已撤销。', '将恢复公示，公示期重新计算。'],
    'restored': ['相关信息已恢复公示。', '自撤销之日起三年内不得申请信用修复。'],
    'kept': ['准予信用修复的决定不撤销。', '没有后续办理。'],
  }),
})
