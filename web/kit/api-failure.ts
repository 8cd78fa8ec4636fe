import type { InvalidInputView, RefusalView } from '../../src/engines/procedure/contract.ts'

export type FailureKind = 'refused' | 'invalid' | 'signed-out' | 'too-many' | 'not-found' | 'offline' | 'failed'

/** An answer of the server other than success, with what to tell the reader. `says` is Chinese. */
export class ApiFailure extends Error {
  readonly kind: FailureKind
  readonly status: number
  readonly says: string
  readonly refusal: RefusalView | null
  readonly fields: InvalidInputView['fields']
  readonly retryAfterSeconds: number | null

  constructor(failure: Readonly<{ kind: FailureKind; status: number; says: string; refusal?: RefusalView; fields?: InvalidInputView['fields']; retryAfterSeconds?: number }>) {
    super(failure.says)
    this.name = 'ApiFailure'
    this.kind = failure.kind
    this.status = failure.status
    this.says = failure.says
    this.refusal = failure.refusal ?? null
    this.fields = failure.fields ?? []
    this.retryAfterSeconds = failure.retryAfterSeconds ?? null
  }
}

/** What to show for anything thrown while talking to the server. */
export function saysOf(error: unknown): string {
  return error instanceof ApiFailure ? error.says : '页面出现意外情况，请刷新后重试。'
}

/** Reads a failed answer; a body that is no JSON of ours still gives a sentence. */
export async function failureOf(response: Response): Promise<ApiFailure> {
  const body = objectOf(await response.json().catch(() => null))
  const says = textOf(body['says'])
  const status = response.status
  if (Array.isArray(body['fields'])) {
    return new ApiFailure({ kind: 'invalid', status, says: says ?? '填写的内容有误，请检查后重新提交。', fields: body['fields'].map(fieldFaultOf) })
  }
  if (status === 429) {
    const seconds = Number(response.headers.get('retry-after'))
    return new ApiFailure({
      kind: 'too-many', status, says: says ?? '操作过于频繁，请稍后再试。', ...(Number.isFinite(seconds) && seconds > 0 ? { retryAfterSeconds: seconds } : {}),
    })
  }
  const refusal = refusalOf(body)
  if (refusal !== null) return new ApiFailure({ kind: status === 401 ? 'signed-out' : status === 404 ? 'not-found' : 'refused', status, says: refusal.says, refusal })
  if (status === 401) return new ApiFailure({ kind: 'signed-out', status, says: says ?? '登录已失效，请重新登录。' })
  if (status === 404) return new ApiFailure({ kind: 'not-found', status, says: says ?? '没有找到所查的内容，可能已被移除或您无权查看。' })
  return new ApiFailure({ kind: 'failed', status, says: says ?? `系统未能完成操作（${status}），请稍后重试；多次出现请联系系统管理员。` })
}

function refusalOf(body: Readonly<Record<string, unknown>>): RefusalView | null {
  const code = textOf(body['code'])
  const says = textOf(body['says'])
  if (code === null || says === null) return null
  const cite = objectOf(body['cite'])
  const instrument = textOf(cite['instrument'])
  const rule = textOf(body['rule'])
  return {
    code, says, do: textOf(body['do']) ?? '',
    ...(rule === null ? {} : { rule }),
    ...(instrument === null ? {} : { cite: { instrument, article: textOf(cite['article']) ?? '', text: textOf(cite['text']) ?? '' } }),
  }
}

function fieldFaultOf(value: unknown): InvalidInputView['fields'][number] {
  const fault = objectOf(value)
  return { field: textOf(fault['field']) ?? '', label: textOf(fault['label']) ?? '', says: textOf(fault['says']) ?? '' }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
