import type { ExportLayout, LayoutRow } from '../../engines/publication/definition.ts'

/** A column whose content would name or identify a natural person, or that this bureau does not keep, stays empty. */
const empty = (): null => null
const field = (key: string) => (row: LayoutRow): string | null => (row.ended === null ? row.field(key) : null)

/** '2026年3月5日' as the platform writes it: '2026-03-05'. */
function dateFrom(words: string | null): string | null {
  const [, year, month, day] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(words ?? '') ?? []
  return year === undefined || month === undefined || day === undefined ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/**
 * Penalties for the credit platform (双公示), in the 26 columns of the provincial collection table. An ended publication keeps
 * its keys and its state, so that the platform takes it away, too; its content is not sent again.
 */
export const doublePublicity: ExportLayout = {
  id: 'double-publicity', name: '双公示行政处罚信息', kind: 'penalty',
  columns: [
    { header: 'punish_base_info_code', value: ({ id }) => id }, { header: 'punish_case_code', value: ({ matterNumber }) => matterNumber }, { header: 'case_process_type', value: () => '02' },
    { header: 'punish_action_name', value: field('actKind') }, { header: 'illegal_fact', value: field('illegalFacts') }, { header: 'illegal_basis', value: field('violatedLaw') }, { header: 'punish_type', value: field('penaltyKinds') },
    { header: 'punish_document_code', value: ({ field: of }) => of('documentNo') ?? of('caseNo') }, { header: 'admin_cp_type', value: ({ isPerson }) => (isPerson ? '自然人' : '法人及非法人组织') }, { header: 'admin_cp_name', value: ({ field: of }) => of('operator') },
    { header: 'admin_cp_cert_type', value: ({ uscc }) => (uscc === null ? null : '统一社会信用代码') }, { header: 'uni_social_crd_cd', value: ({ uscc }) => uscc },
    { header: 'legal_represent_type', value: empty }, { header: 'legal_represent', value: empty }, { header: 'legal_represent_idcard', value: empty },
    { header: 'punish_content', value: field('penalty') }, { header: 'punish_basis', value: field('basis') }, { header: 'fine', value: field('fine') }, { header: 'confiscate_illegal_incom', value: field('confiscated') },
    { header: 'confiscate_illegal_asset', value: empty }, { header: 'set_time', value: (row) => dateFrom(field('decidedOn')(row)) }, { header: 'public_date', value: ({ publishedOn }) => publishedOn }, { header: 'public_end_date', value: ({ untilOn }) => untilOn },
    { header: 'publicstatus', value: ({ ended }) => (ended === null ? '公示中' : '已停止公示') }, { header: 'cutreason', value: ({ ended }) => ended }, { header: 'iscancelcase', value: ({ ended }) => (ended?.includes('撤销') === true ? '1' : '0') },
  ],
}
