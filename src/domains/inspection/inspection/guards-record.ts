import { cite } from '../../../kernel/citation.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import { answersOf, checklistsOf, evidenceNamed, faultsIn, hasKeyFault, isOf } from './answers.ts'
import { GENERAL, dutyFor } from './duties.ts'
import { RESULTS_OF_A_LOOK, VISIT_RESULTS } from './facts.ts'
import type { facts, VisitResult } from './facts.ts'

type InspectionGuard = Guard<typeof facts>

const isLook = (result: VisitResult | undefined): boolean => result !== undefined && RESULTS_OF_A_LOOK.includes(result)
const firstFew = (names: readonly string[]): string => (names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${names.length} 项` : names.join('、'))

export const answersMustFitTheChecklist: InspectionGuard = {
  name: 'answersMustFitTheChecklist',
  cite: GENERAL.coverage,
  needsInput: true,
  check: ({ matter, facts, input }) => {
    const rows = input.results ?? []
    const answered = answersOf(checklistsOf(matter, facts), rows)
    const about = { do: '请核对检查表结果；检查表换了版本的，以本件适用日的版本为准。', cite: dutyFor('coverage', matter, facts.checklistIds) }
    const foreign = answered.filter(({ item }) => item === undefined).map(({ row }) => row.itemId ?? '')
    if (foreign.length > 0) return { ...about, says: `本件的检查表中没有这些项目：${firstFew(foreign)}。` }
    const twice = rows.filter((row, index) => rows.findIndex((other) => other.checklistId === row.checklistId && other.itemId === row.itemId) !== index)
    if (twice.length > 0) return { ...about, says: `检查表结果有重复的项目：${firstFew(twice.map((row) => row.itemId ?? ''))}。` }
    const unfit = answered.flatMap(({ row, item }) => (item !== undefined && row.answer !== undefined && !item.answers.includes(row.answer) ? [item.says] : []))
    if (unfit.length > 0) return { ...about, says: `这些项目不能答“不适用”：${firstFew(unfit)}。` }
    const unmeasured = answered.flatMap(({ row, item }) => (item?.measured != null && row.answer !== 'not-applicable' && row.measured === undefined ? [`${item.says}（${item.measured.label}）`] : []))
    return unmeasured.length === 0 ? null : { ...about, says: `缺少实测值：${firstFew(unmeasured)}。` }
  },
}

export const everyChecklistItemMustBeAnswered: InspectionGuard = {
  name: 'everyChecklistItemMustBeAnswered',
  cite: GENERAL.coverage,
  needsInput: true,
  check: ({ matter, facts, input }) => {
    if (!isLook(input.visitResult) || facts.inspectionKind === 'flight') return null
    const rows = input.results ?? []
    const lists = checklistsOf(matter, facts)
    const open = lists.flatMap((list) => list.items.filter((item) => !rows.some((row) => isOf(row, list) && row.itemId === item.id)).map((item) => item.says))
    const about = { cite: dutyFor('coverage', matter, facts.checklistIds) }
    if (open.length > 0) return { ...about, says: `除飞行检查外，检查应当覆盖检查表的所有项目，还有 ${open.length} 项没有结论：${firstFew(open)}。`, do: '请补答这些项目；与检查对象无关的，答“不适用”。' }
    return lists.length > 0 || (input.found ?? '') !== '' ? null : { ...about, says: '本件没有检查表，检查情况也没有记录。', do: '请填写“检查情况”。' }
  },
}

export const faultsMustBeDescribedAndPhotographed: InspectionGuard = {
  name: 'faultsMustBeDescribedAndPhotographed',
  cite: cite('food-inspection-measures', '第三十条'),
  needsInput: true,
  check: ({ matter, facts, input }) => {
    const about = { cite: dutyFor('record', matter, facts.checklistIds) }
    const faults = answersOf(checklistsOf(matter, facts), faultsIn(input.results))
    const undescribed = faults.filter(({ row }) => (row.found ?? '') === '').map(({ row, item }) => `${item?.says ?? row.itemId ?? ''}（应记：${item?.toRecord ?? '问题'}）`)
    if (undescribed.length > 0) return { ...about, says: `不合格项目应当如实记录发现的问题：${firstFew(undescribed)}。`, do: '请填写“发现的问题”。' }
    const bare = faults.filter(({ row, item }) => item?.needsPhotoOnFault === true && (row.evidenceIds ?? []).length === 0).map(({ item }) => item?.says ?? '')
    return bare.length === 0 ? null : { ...about, says: `这些不合格项目须附现场照片：${firstFew(bare)}。`, do: '请补拍或者补传照片；确已无法拍摄的，请更正该项结论并在检查情况中说明。' }
  },
}

export const evidenceMustHaveArrived: InspectionGuard = {
  name: 'evidenceMustHaveArrived',
  cite: GENERAL.record,
  needsInput: true,
  check: ({ matter, facts, input, hasAttachment }) => {
    const missing = evidenceNamed(input).filter((id) => !hasAttachment(id))
    return missing.length === 0 ? null
      : { says: `记录引用的证据有 ${missing.length} 件还没有到达服务器：${firstFew(missing)}。`, do: '请先上传这些证据，收到回执后再提交记录。', cite: dutyFor('record', matter, facts.checklistIds) }
  },
}

export const resultMustFollowFromTheAnswers: InspectionGuard = {
  name: 'resultMustFollowFromTheAnswers',
  cite: cite('food-inspection-measures', '第三十一条'),
  needsInput: true,
  check: ({ matter, facts, input }) => {
    const count = faultsIn(input.results).length
    const result = input.visitResult
    const about = { do: '请核对检查结果与各项目结论。', cite: dutyFor('record', matter, facts.checklistIds) }
    if (count > 0 && result !== 'ordered-to-correct' && result !== 'to-be-handled') return { ...about, says: `有 ${count} 个项目不合格，检查结果不能是“${result === undefined ? '' : VISIT_RESULTS[result]}”。` }
    const isUnfounded = (result === 'ordered-to-correct' || result === 'to-be-handled') && count === 0 && (input.found ?? '') === ''
    return isUnfounded ? { ...about, says: `检查结果为“${VISIT_RESULTS[result]}”，但没有不合格项目，也没有记录发现的问题。` } : null
  },
}

export const keyFaultMustBeInvestigated: InspectionGuard = {
  name: 'keyFaultMustBeInvestigated',
  cite: GENERAL.pursuit,
  needsInput: true,
  check: ({ matter, facts, input }) => (input.visitResult === 'ordered-to-correct' && hasKeyFault(matter, facts)
    ? { says: '重点项目不合格的，应当依法调查处理，不能只以责令改正了结。', do: '请将检查结果改为“发现问题待后续处理”，并在检查后移交线索；需要立即改正的，可同时责令改正。', cite: dutyFor('pursuit', matter, facts.checklistIds) }
    : null),
}

export const signedRecordMustCarryTheSignature: InspectionGuard = {
  name: 'signedRecordMustCarryTheSignature',
  cite: GENERAL.record,
  needsInput: true,
  check: ({ matter, facts, input }) => (input.signing !== 'signed' || ((input.signatureEvidenceId ?? '') !== '' && (input.signerRole ?? '') !== '') ? null
    : { says: '检查记录由被检查单位负责人签字或者盖章，没有附签字，或者没有写明签字人身份。', do: '请附上手写签字或者签字页照片，并填写签字人身份。', cite: dutyFor('record', matter, facts.checklistIds) }),
}

export const refusalToSignMustBeExplainedAndWitnessed: InspectionGuard = {
  name: 'refusalToSignMustBeExplainedAndWitnessed',
  cite: GENERAL.refusal,
  needsInput: true,
  check: ({ matter, facts, input }) => {
    if (input.signing !== 'refused') return null
    const about = { cite: dutyFor('refusal', matter, facts.checklistIds) }
    if ((input.refusalReason ?? '') === '') return { ...about, says: '拒绝或者无法签字盖章的，检查人员应当注明原因。', do: '请填写“未能签字的原因”。' }
    const isWitnessed = (input.witnessName ?? '') !== '' || (input.signatureEvidenceId ?? '') !== ''
    return isWitnessed ? null : { ...about, says: '拒绝或者无法签字盖章，既没有见证人，也没有录音录像。', do: '请填写见证人，或者附上录音、录像、照片。' }
  },
}

export const absenceOrObstructionMustBeDescribed: InspectionGuard = {
  name: 'absenceOrObstructionMustBeDescribed',
  cite: cite('disclosed-information-check-measures', '第十四条'),
  needsInput: true,
  check: ({ input }) => {
    const result = input.visitResult
    if (result === undefined || isLook(result) || (input.found ?? '').length >= 10) return null
    return { says: `检查结果为“${VISIT_RESULTS[result]}”，须写明核实的经过和依据（至少 10 个字）。`, do: '请在“检查情况”中写明到过何处、见到何人、有何证明或者阻挠的情形。' }
  },
}
