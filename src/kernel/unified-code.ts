/** Result of the check by GB 32100-2015; the reason is for the user, in Chinese. */
export type UnifiedCodeCheck = { readonly valid: true } | { readonly valid: false; readonly reason: string }

/** What the first two characters say about the holder. */
export type UnifiedCodeKind = 'enterprise' | 'sole-trader' | 'cooperative' | 'other'

export type UnifiedCodeParts = {
  readonly registrar: string
  readonly kind: UnifiedCodeKind
  readonly divisionCode: string
  readonly organisationCode: string
}

// GB 32100-2015: digits and capitals without I, O, S, V, Z.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const FIRST_17 = /^[0-9A-HJ-NPQRTUWXY]{17}$/
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Checks length, characters, division code and check digit of a unified social credit code. */
export function checkUnifiedCode(code: string): UnifiedCodeCheck {
  if (code.length !== 18) return { valid: false, reason: `统一社会信用代码应为18位，现为${code.length}位` }
  for (let i = 0; i < 18; i += 1) {
    const character = code.charAt(i)
    if (!ALPHABET.includes(character)) return { valid: false, reason: `第${i + 1}位“${character}”不是统一社会信用代码允许的字符` }
  }
  if (!/^\d{6}$/.test(code.slice(2, 8))) return { valid: false, reason: '第3至8位登记管理机关行政区划码应为6位数字' }
  const expected = unifiedCodeCheckDigit(code.slice(0, 17))
  if (code.charAt(17) !== expected) return { valid: false, reason: `第18位校验码错误，应为“${expected}”，现为“${code.charAt(17)}”` }
  return { valid: true }
}

/** The 18th character for the first 17. Throws RangeError when these are not 17 permitted characters. */
export function unifiedCodeCheckDigit(first17: string): string {
  if (!FIRST_17.test(first17)) throw new RangeError(`not the first 17 characters of a unified code: ${first17}`)
  const sum = WEIGHTS.reduce((total, weight, i) => total + ALPHABET.indexOf(first17.charAt(i)) * weight, 0)
  // The remainder 0 gives 31, which folds to 0.
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** Splits a code that has passed the check. */
export function unifiedCodeParts(code: string): UnifiedCodeParts {
  return {
    registrar: code.slice(0, 1),
    kind: kindOf(code.slice(0, 2)),
    divisionCode: code.slice(2, 8),
    organisationCode: code.slice(8, 17),
  }
}

function kindOf(prefix: string): UnifiedCodeKind {
  if (prefix === '91') return 'enterprise'
  if (prefix === '92') return 'sole-trader'
  return prefix === '93' ? 'cooperative' : 'other'
}
