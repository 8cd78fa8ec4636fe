import type { Citation } from './citation.ts'

/** A lawful "no": what is refused, on what basis, and what to do next. Text in Chinese for the user. */
export type Refusal = {
  readonly kind: 'refusal'
  readonly code: string
  readonly rule?: string
  readonly cite?: Citation
  readonly says: string
  readonly do: string
}

export function refuse(refusal: Omit<Refusal, 'kind'>): Refusal {
  return { kind: 'refusal', ...refusal }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refusal'
}
