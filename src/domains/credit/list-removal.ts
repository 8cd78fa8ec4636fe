import { cite } from '../../kernel/citation.ts'
import type { DatedCitation, Guard } from '../../engines/procedure/definition.ts'
import { choice, longText, text, yesNo } from '../../engines/procedure/facts.ts'

/** From this day the measures of order 107 govern credit repair. */
export const REPAIR_MEASURES_FROM = '2025-12-25'

/** The same duty under the measures of 2021 and of order 107. */
export function underBothRepairMeasures(current: string): readonly DatedCitation[] {
  return [
    { from: '2014-10-01', cite: cite('credit-repair-measures-2021', '（条号待核）') },
    { from: REPAIR_MEASURES_FROM, cite: cite('credit-repair-measures', current) },
  ]
}

/** Why an entry ends: each needs another proof. */
const REMOVAL_GROUNDS = { 'repair': '准予信用修复', 'deregistered': '当事人已依法注销' } as const

export const removalFacts = {
  removalGround: choice('移出事由', REMOVAL_GROUNDS, { visibility: 'public', isListed: true }),
  removalText: longText('移出说明', { min: 5, max: 2000 }),
  isRestored: yesNo('是否恢复列入', { help: '撤销准予信用修复后恢复' }),
  repairRevocationNo: text('撤销信用修复决定编号', { max: 80, visibility: 'public' }),
} as const

/** Whoever is on a list leaves it by a repair that was granted, not by an officer's favour. */
export const removalMustRestOnGrantedRepair: Guard<typeof removalFacts> = {
  name: 'removalMustRestOnGrantedRepair',
  cite: underBothRepairMeasures('第十二条'),
  needsInput: true,
  check: ({ input, related }) => (input.removalGround !== 'repair' || related.some((other) => other.procedure === 'credit-repair' && other.relation === 'child' && (other.state === 'granted' || other.outcome === 'granted')) ? null
    : { says: '以信用修复为由移出，须有本件的信用修复申请并已准予修复。', do: '请先登记移出申请，在“信用修复”办件中核实并作出决定。' }),
}

export const restorationMustFollowRevokedRepair: Guard<typeof removalFacts> = {
  name: 'restorationMustFollowRevokedRepair',
  cite: underBothRepairMeasures('第二十三条'),
  check: ({ facts }) => (facts.isRestored === true ? null
    : { says: '不经查实、告知而恢复列入，只适用于撤销准予信用修复的决定；本件登记时没有注明是恢复列入。', do: '请按通常程序办理；确属恢复列入的，先更正“是否恢复列入”。' }),
}
