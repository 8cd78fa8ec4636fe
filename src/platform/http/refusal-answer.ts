import { formatCitation } from '../../kernel/citation.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'

type RefusalAnswer = Readonly<{ code: string; rule?: string; cite?: Readonly<{ instrument: string; article: string; text: string }>; says: string; do: string }>
type FieldFault = Readonly<{ field: string; label: string; says: string }>
export type InvalidInputAnswer = Readonly<{ code: 'invalid-input'; says: string; fields: readonly FieldFault[] }>

const FORBIDDEN: ReadonlySet<string> = new Set(['session.csrf', 'session.cross-site'])

/** Thrown where a refusal must also undo the transaction around it; answered like a returned one. */
export class RefusedError extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.says)
    this.name = 'RefusedError'
    this.refusal = refusal
  }
}

/** What a refusal looks like to the reader. */
function refusalAnswer(refusal: Refusal): RefusalAnswer {
  const { code, rule, cite, says } = refusal
  return {
    code,
    ...(rule === undefined ? {} : { rule }),
    ...(cite === undefined ? {} : { cite: { instrument: cite.instrument, article: cite.article, text: formatCitation(cite) } }),
    says,
    do: refusal.do,
  }
}

/** Who asks is unknown: 401. Who asks may not: 403. The law or the state of the thing says no: 409. */
function statusOfRefusal({ code }: Refusal): 401 | 403 | 404 | 409 | 429 {
  if (isAboutRights(code)) return 403
  if (code.startsWith('session.')) return 401
  if (code.endsWith('.not-found')) return 404
  return code === 'http.too-many-requests' ? 429 : 409
}

/** A refused attempt that goes into the audit trail here; the procedure engine records its own with the matter. */
export function isAboutRights(code: string): boolean {
  return code.startsWith('rights.') || FORBIDDEN.has(code)
}

/** The status and body for what a handler returned, when it is a refusal or invalid input. */
export function answerOf(payload: unknown): { status: number; body: RefusalAnswer | InvalidInputAnswer; refusal: Refusal | null } | null {
  if (isRefusal(payload)) return { status: statusOfRefusal(payload), body: refusalAnswer(payload), refusal: payload }
  if (isInvalidInput(payload)) return { status: 400, body: invalidInputAnswer(payload.fields), refusal: null }
  return null
}

export function invalidInputAnswer(fields: readonly FieldFault[]): InvalidInputAnswer {
  const says = fields.length === 0 ? '提交的内容不符合要求。' : `有${fields.length}处内容需要更正：${fields.map(sentenceOf).join('；')}。`
  return { code: 'invalid-input', says, fields }
}

/** What is said of a field may name it already, and may end as a sentence. */
function sentenceOf({ label, says }: FieldFault): string {
  const said = says.replace(/。$/u, '')
  return said.startsWith(label) ? said : `${label}${said}`
}

function isInvalidInput(payload: unknown): payload is { kind: 'invalid-input'; fields: readonly FieldFault[] } {
  return typeof payload === 'object' && payload !== null && 'kind' in payload && payload.kind === 'invalid-input'
    && 'fields' in payload && Array.isArray(payload.fields)
}
