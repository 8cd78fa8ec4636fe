import { unifiedCodeCheckDigit } from '../src/kernel/unified-code.ts'
import type { GeneratedKind } from './trades.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const BODY_SPACE = 31 ** 6
// Coprime to 31, so that different indexes give different bodies.
const STRIDE = 368_934_881
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const PREFIX: Readonly<Record<GeneratedKind, string>> = { 'enterprise': '91', 'branch': '91', 'sole-trader': '92', 'cooperative': '93' }

/**
 * Division code for generated codes: 00 and the first four digits of the district. No region of GB/T 2260 begins with 0,
 * so no registrar can ever issue it.
 */
export function unissuedDivision(districtCode: string): string {
  return `00${districtCode.slice(0, 4)}`
}

/** A unified code (GB 32100-2015) with valid check digits, different for every index, that no registrar issues. */
export function unissuedUnifiedCode(index: number, kind: GeneratedKind, districtCode: string): string {
  let rest = Number((BigInt(index) * BigInt(STRIDE) + 271_828_183n) % BigInt(BODY_SPACE))
  let body = ''
  for (let i = 0; i < 6; i += 1) {
    body = `${ALPHABET.charAt(rest % 31)}${body}`
    rest = Math.floor(rest / 31)
  }
  const organisation = `MA${body}`
  const first17 = `${PREFIX[kind]}${unissuedDivision(districtCode)}${organisation}${organisationCheckDigit(organisation)}`
  return `${first17}${unifiedCodeCheckDigit(first17)}`
}

/** A registration number of the kind used before unified codes: 15 digits, the last by ISO 7064 MOD 11,10 (GS15-2006). */
export function unissuedRegistrationNo(index: number, districtCode: string): string {
  const first14 = `${unissuedDivision(districtCode)}6${String(index).padStart(7, '0').slice(-7)}`
  let product = 10
  for (const digit of first14) {
    const sum = (product + Number(digit)) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return `${first14}${(11 - product) % 10}`
}

// GB 11714-1997.
function organisationCheckDigit(body: string): string {
  const sum = BODY_WEIGHTS.reduce((total, weight, i) => total + weight * Number.parseInt(body.charAt(i), 36), 0)
  const digit = 11 - (sum % 11)
  return digit === 10 ? 'X' : digit === 11 ? '0' : String(digit)
}
