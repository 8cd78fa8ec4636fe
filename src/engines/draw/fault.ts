import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { JsonValue } from '../../kernel/canonical-json.ts'

/** One way in which a bundle contradicts itself or its rules: the place in the JSON, and the reason in Chinese. */
export type Fault = { readonly where: string; readonly says: string }

/** The fault unless it holds. */
export function unless(holds: boolean, where: string, says: string): readonly Fault[] {
  return holds ? [] : [{ where, says }]
}

export function isSame(a: JsonValue, b: JsonValue): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
