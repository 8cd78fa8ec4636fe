import { addMonths, dateInShanghai, formatDate } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import { namedChecklists } from '../checklists/checklists.ts'
import { checklistsOf } from './answers.ts'
import { GENERAL, dutyFor, objectTypesOf } from './duties.ts'
import type { facts } from './facts.ts'

type InspectionGuard = Guard<typeof facts>

export const flightInspectionMustNotBeAnnounced: InspectionGuard = {
  name: 'flightInspectionMustNotBeAnnounced',
  cite: cite('food-inspection-measures', '第四十六条'),
  check: ({ facts }) => (facts.inspectionKind === 'flight' ? { says: '实施飞行检查，不得事先告知被检查单位检查内容、检查人员行程等信息。', do: '请直接到现场检查并办理“记录现场检查”。' } : null),
}

export const visitMustComeFromDrawPlanOrLead: InspectionGuard = {
  name: 'visitMustComeFromDrawPlanOrLead',
  cite: [{ from: '2014-10-01', cite: cite('enterprise-disclosure-regulation', '第十四条') }, { from: '2025-05-20', cite: cite('private-economy-law', '第五十二条') }],
  check: ({ facts }) => {
    const isGrounded = facts.drawId !== undefined || facts.planTask !== undefined || facts.schemeNo !== undefined || facts.leadReference !== undefined
    return isGrounded ? null : { says: '没有记录本次检查的来源：行政检查应当来自随机抽取、检查计划、专项方案或者线索。', do: '请在“更正”中补录检查计划任务、专项检查方案文号或者线索来源及编号；没有来源的，不得检查。' }
  },
}

export const superiorCheckMustNotBeRepeatedWithinThreeMonths: InspectionGuard = {
  name: 'superiorCheckMustNotBeRepeatedWithinThreeMonths',
  cite: cite('food-inspection-measures', '第四十二条'),
  check: ({ facts, today, valueOf }) => {
    const months = valueOf('inspection.repeat-bar-food')
    if (months === null || facts.superiorCheckedOn === undefined || facts.inspectionKind === 'lead' || facts.inspectionKind === 'flight' || !objectTypesOf(facts.checklistIds).includes('food')) return null
    const until = addMonths(facts.superiorCheckedOn, months)
    return today > until ? null : { says: `上级机关已于 ${formatDate(facts.superiorCheckedOn)} 检查相同项目，${formatDate(until)} 前不再重复检查。`, do: '请改期，或者办理“取消检查”；涉嫌违法或者有明显隐患的，按线索核查另行登记。' }
  },
}

export const unitCheckedAfterLicensingMustNotBeCheckedAgain: InspectionGuard = {
  name: 'unitCheckedAfterLicensingMustNotBeCheckedAgain',
  cite: cite('special-equipment-inspection-measures', '第十七条'),
  check: ({ facts, today }) => {
    const isRoutine = facts.inspectionKind === undefined || facts.inspectionKind === 'random' || facts.inspectionKind === 'planned'
    const isBarred = isRoutine && objectTypesOf(facts.checklistIds).includes('lift') && facts.licenceCheckedOn?.slice(0, 4) === today.slice(0, 4)
    return isBarred ? { says: '同一年度对该单位已经进行证后监督检查，不再进行常规监督检查。', do: '请办理“取消检查”。' } : null
  },
}

export const twoInspectorsMustTakePart: InspectionGuard = {
  name: 'twoInspectorsMustTakePart',
  cite: GENERAL.officers,
  check: ({ matter, facts }) => ((facts.inspectors ?? []).length >= 2 ? null
    : { says: '监督检查应当由两名以上检查人员参加，本件只有一名。', do: '请先办理“更换检查人员”，补足两名以上。', cite: dutyFor('officers', matter, facts.checklistIds) }),
}

export const inspectorsMustHoldValidCertificates: InspectionGuard = {
  name: 'inspectorsMustHoldValidCertificates',
  cite: cite('penalty-law', '第四十二条'),
  check: ({ facts, today, personOf }) => {
    const lacking = (facts.inspectors ?? []).filter((id) => (personOf(id)?.certificate?.validUntil ?? '') < today)
    return lacking.length === 0 ? null
      : { says: `检查人员${lacking.map((id) => personOf(id)?.name ?? id).join('、')}没有有效的行政执法证件。`, do: '请先办理“更换检查人员”；证件已换发的，请系统管理员更新证件信息。' }
  },
}

export const recusedInspectorMustBeReplaced: InspectionGuard = {
  name: 'recusedInspectorMustBeReplaced',
  cite: GENERAL.recusal,
  check: ({ matter, facts, personOf }) => {
    const recused = (facts.inspectors ?? []).filter((id) => matter.recused.includes(id))
    return recused.length === 0 ? null
      : { says: `${recused.map((id) => personOf(id)?.name ?? id).join('、')}已决定回避，不能参加本次检查。`, do: '请先办理“更换检查人员”。', cite: dutyFor('recusal', matter, facts.checklistIds) }
  },
}

export const visitMustBeRecordedByAnInspector: InspectionGuard = {
  name: 'visitMustBeRecordedByAnInspector',
  cite: GENERAL.record,
  check: ({ matter, facts, actor }) => ((facts.inspectors ?? []).includes(actor.id) ? null
    : { says: '现场检查由参加检查的人员如实记录，您不是本次检查的检查人员。', do: '请由检查人员记录；确由您参加检查的，请负责人先办理“更换检查人员”。', cite: dutyFor('record', matter, facts.checklistIds) }),
}

export const checklistsMustBeInForce: InspectionGuard = {
  name: 'checklistsMustBeInForce',
  cite: GENERAL.coverage,
  check: ({ matter, facts }) => {
    const known = checklistsOf(matter, facts).map(({ id }) => id)
    const unknown = namedChecklists(facts.checklistIds).filter((id) => !known.includes(id))
    return unknown.length === 0 ? null : { says: `本件适用日没有名为“${unknown.join('、')}”的检查表。`, do: '请在“更正”中改正检查表编号。', cite: dutyFor('coverage', matter, facts.checklistIds) }
  },
}

export const certificatesMustBeShownOnSite: InspectionGuard = {
  name: 'certificatesMustBeShownOnSite',
  cite: GENERAL.certificates,
  needsInput: true,
  check: ({ matter, facts, input }) => (input.certificatesShown === true ? null
    : { says: '检查人员应当当场出示执法证件；未出示的，当事人有权拒绝检查，检查无效。', do: '请当场出示证件后检查；未出示即检查的，须重新检查。', cite: dutyFor('certificates', matter, facts.checklistIds) }),
}

export const arrivalMustPrecedeDeparture: InspectionGuard = {
  name: 'arrivalMustPrecedeDeparture',
  cite: GENERAL.record,
  needsInput: true,
  check: ({ matter, facts, input }) => {
    if (input.arrivedAt === undefined || input.leftAt === undefined || Date.parse(input.arrivedAt) < Date.parse(input.leftAt)) return null
    return { says: `离开时间（${formatDate(dateInShanghai(input.leftAt))}）不晚于到达时间，检查经过记录不实。`, do: '请核对到达和离开时间。', cite: dutyFor('record', matter, facts.checklistIds) }
  },
}
