import { refuse } from '../../kernel/refusal.ts'

/** One answer for what is not there and what may not be seen. */
export const NOT_FOUND = refuse({ code: 'procedure.matter.not-found', says: '没有找到该办件，或者不在您的职责范围内。', do: '请核对编号，或请科（所）负责人移交。' })
