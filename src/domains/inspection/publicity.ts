import { cite } from '../../kernel/citation.ts'
import { formatDate } from '../../kernel/calendar-date.ts'
import { definePublication } from '../../engines/publication/definition.ts'
import { INSPECTION_KINDS, VISIT_RESULTS } from './inspection/facts.ts'
import { inspection } from './inspection/procedure.ts'

/**
 * The result of an inspection under the name of who was inspected. Officers, witnesses and the text of the record are not
 * among its fields. A negative result is public for three months, or as long as what followed from it (credit repair measures, Art 10);
 * until those measures no period was set.
 */
export const inspectionResult = definePublication(inspection, {
  kind: 'inspection-result', name: '监督检查结果', about: '市场监督管理部门监督检查的对象、事项、日期和结果。', basis: cite('disclosed-information-check-measures', '第十五条'),
  on: { steps: ['publish'] }, made: 'at-once', awaited: { on: { steps: ['recordVisit'] }, within: 'disclosure.enterprise-information', fromFact: 'visitedOn' },
  appliesTo: ({ matter, facts }) => matter.subjectEntityId !== undefined && facts.visitResult !== undefined,
  title: ({ operator }) => `${operator}监督检查结果`,
  fields: {
    operator: { label: '检查对象', redaction: 'operator-name', value: ({ matter }) => matter.subjectName ?? null },
    // What tells one result from the next stands first: lists show the first few.
    visitResult: { label: '检查结果', redaction: 'public', value: ({ facts }) => (facts.visitResult === undefined ? null : VISIT_RESULTS[facts.visitResult]) },
    visitedOn: { label: '检查日期', redaction: 'public', value: ({ facts }) => (facts.visitedOn === undefined ? null : formatDate(facts.visitedOn)) },
    inspectionKind: { label: '检查类型', redaction: 'public', value: ({ facts }) => (facts.inspectionKind === undefined ? null : INSPECTION_KINDS[facts.inspectionKind]) },
    planTask: { label: '检查计划任务', redaction: 'masked-text', value: ({ facts }) => facts.planTask ?? null },
    drawNumber: { label: '抽取批次', redaction: 'public', value: ({ facts }) => facts.drawNumber ?? null },
    itemCodes: { label: '抽查事项', redaction: 'public', value: ({ facts }) => facts.itemCodes ?? null },
    authority: { label: '检查机关', redaction: 'public', value: ({ bureauName }) => bureauName },
  },
  term: ({ facts }) => {
    const isNegative = facts.visitResult !== 'none-found' && facts.visitResult !== 'no-such-activity'
    return isNegative && (facts.visitedOn ?? '') >= CREDIT_REPAIR_FROM ? { rules: ['credit-repair.check-result'] } : 'standing'
  },
  // A penalty that is more than minor, and an entry in a list, carry the result along (Art 10, paragraphs 2 to 4).
  lastsWith: { kinds: ['penalty', 'abnormal-list', 'sole-trader-mark', 'serious-list'], lighter: ['disclosure.minor'] },
  endsOnDeregistration: true,
})

const CREDIT_REPAIR_FROM = '2025-12-25'

