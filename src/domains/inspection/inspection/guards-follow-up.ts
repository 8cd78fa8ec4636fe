import { formatDate } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import type { Matter } from '../../../engines/procedure/matter.ts'
import { actsSuggestedBy } from '../checklists/violations.ts'
import { faultsIn, hasKeyFault } from './answers.ts'
import type { InspectionFacts } from './answers.ts'
import { GENERAL, dutyFor } from './duties.ts'
import type { facts } from './facts.ts'

type InspectionGuard = Guard<typeof facts>

const wasTaken = ({ steps }: Matter, ...names: readonly string[]): boolean => steps.some((taken) => names.includes(taken.step))

export const orderMustRestOnAFault: InspectionGuard = {
  name: 'orderMustRestOnAFault',
  cite: GENERAL.correction,
  check: ({ matter, facts }) => (facts.visitResult === 'ordered-to-correct' || facts.visitResult === 'to-be-handled' ? null
    : { says: '本次检查没有发现需要改正的问题，不能责令改正。', do: '请核对检查结果；结果记录有误的，先办理“更正”。', cite: dutyFor('correction', matter, facts.checklistIds) }),
}

export const dateOfCorrectionMustLieAhead: InspectionGuard = {
  name: 'dateOfCorrectionMustLieAhead',
  cite: GENERAL.correction,
  needsInput: true,
  check: ({ matter, facts, input, today }) => (input.rectifyBy === undefined || input.rectifyBy > today ? null
    : { says: `改正期限 ${formatDate(input.rectifyBy)} 没有给被检查单位留出改正的时间。`, do: '请填写今天之后的日期；当场改正的，办理“记录当场整改”。', cite: dutyFor('correction', matter, facts.checklistIds) }),
}

export const keyFaultMustNotBeSettledOnTheSpot: InspectionGuard = {
  name: 'keyFaultMustNotBeSettledOnTheSpot',
  cite: cite('food-inspection-measures', '第三十三条'),
  check: ({ matter, facts }) => (hasKeyFault(matter, facts)
    ? { says: '只有一般项目不合格、情节显著轻微的，才可以当场整改了结；本件有重点项目不合格。', do: '请办理“责令改正”或者“移交线索”。', cite: dutyFor('correction', matter, facts.checklistIds) } : null),
}

export const recheckOnSiteNeedsTwoOfficers: InspectionGuard = {
  name: 'recheckOnSiteNeedsTwoOfficers',
  cite: cite('special-equipment-inspection-measures', '第二十九条'),
  needsInput: true,
  check: ({ matter, facts, input }) => (input.recheckForm !== 'on-site' || (input.recheckers ?? []).length >= 2 ? null
    : { says: '采用现场检查进行复查的，适用检查程序，须有两名以上人员。', do: '请填写两名以上复查人员。', cite: dutyFor('officers', matter, facts.checklistIds) }),
}

export const leadMustRestOnAFinding: InspectionGuard = {
  name: 'leadMustRestOnAFinding',
  cite: GENERAL.pursuit,
  check: ({ matter, facts }) => (facts.visitResult === 'to-be-handled' || facts.visitResult === 'uncooperative' || facts.isRectified === false ? null
    : { says: '移交线索须有检查中发现的涉嫌违法行为：结果应为“发现问题待后续处理”“不配合检查”，或者复查不合格。', do: '请核对检查结果；责令改正后仍不改正的，先办理“复查不合格”。', cite: dutyFor('pursuit', matter, facts.checklistIds) }),
}

/** What the officer named, else what the faults of the checklist suggest. */
export const suspectedActsOf = ({ suspectedActs }: Pick<InspectionFacts, 'suspectedActs'>, { results }: Pick<InspectionFacts, 'results'>): string | null => suspectedActs ?? actsSuggestedBy(faultsIn(results))

export const leadMustNameTheAct: InspectionGuard = {
  name: 'leadMustNameTheAct',
  cite: GENERAL.pursuit, needsInput: true,
  check: ({ matter, facts, input }) => (suspectedActsOf(input, facts) !== null ? null
    : { says: '没有写明涉嫌的违法行为，检查表中也没有不合格的项目可以得出。', do: '请填写“涉嫌违法行为”。', cite: dutyFor('pursuit', matter, facts.checklistIds) }),
}

export const listingIsForTheUnreachableOnly: InspectionGuard = {
  name: 'listingIsForTheUnreachableOnly',
  cite: cite('abnormal-operation-list-measures', '第九条'),
  check: ({ facts }) => (facts.visitResult === 'not-found' ? null
    : { says: '只有通过登记的住所（经营场所）无法联系的企业，才能据此提请列入经营异常名录。', do: '请核对检查结果。' }),
}

export const resultMustBePublishedBeforeClosing: InspectionGuard = {
  name: 'resultMustBePublishedBeforeClosing',
  cite: GENERAL.publication,
  check: ({ matter, facts }) => (wasTaken(matter, 'publish') ? null
    : { says: '检查结果尚未公示。', do: '请先办理“公示检查结果”。', cite: dutyFor('publication', matter, facts.checklistIds) }),
}

export const faultsMustBeCorrectedOrPursuedBeforeClosing: InspectionGuard = {
  name: 'faultsMustBeCorrectedOrPursuedBeforeClosing',
  cite: GENERAL.correction,
  check: ({ matter, facts }) => {
    const { visitResult } = facts
    if (visitResult !== 'ordered-to-correct' && visitResult !== 'to-be-handled' && visitResult !== 'uncooperative') return null
    const isPursued = wasTaken(matter, 'openLead', 'transfer')
    const isCorrected = facts.isRectified === true || (facts.isRectified === undefined && wasTaken(matter, 'recordOnSiteCorrection'))
    if (isPursued || (isCorrected && visitResult !== 'uncooperative' && !hasKeyFault(matter, facts))) return null
    return visitResult === 'ordered-to-correct'
      ? { says: '发现的问题没有改正合格的记录。', do: '请办理“记录当场整改”，或者责令改正并复查合格；拒不改正的，移交线索。', cite: dutyFor('correction', matter, facts.checklistIds) }
      : { says: '发现的问题没有后续处理。', do: '请办理“移交线索”或者“移送有权部门”；只有一般项目的，也可以责令改正并复查合格。', cite: dutyFor('pursuit', matter, facts.checklistIds) }
  },
}

export const unreachableMustBeProposedForListing: InspectionGuard = {
  name: 'unreachableMustBeProposedForListing',
  cite: cite('disclosed-information-check-measures', '第十三条'),
  check: ({ matter, facts }) => (facts.visitResult !== 'not-found' || wasTaken(matter, 'proposeListing') ? null
    : { says: '通过登记的住所（经营场所）无法联系的，应当依照经营异常名录的规定处理，尚未提请。', do: '请先办理“提请列入经营异常名录”。' }),
}
