import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REFERENCE_FOLDER } from '../../test/support/reference-folder.ts'
import { checkUnifiedCode, unifiedCodeCheckDigit, unifiedCodeParts } from './unified-code.ts'

const ORACLE = `${REFERENCE_FOLDER}/data/uscc_real_sample.csv`
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('')
const first17 = fc.tuple(fc.constantFrom('91', '92', '93', '12', 'A1'), fc.stringMatching(/^\d{6}$/), fc.array(fc.constantFrom(...ALPHABET), { minLength: 9, maxLength: 9 })).map(([head, division, rest]) => `${head}${division}${rest.join('')}`)

describe('unified social credit code', () => {
  it.each(['91350100M000100Y43', '9144030071526726XG', '91330100799655058B', '914403001922038216', '91110000802100433B'])('%s is valid', code => {
    expect(checkUnifiedCode(code)).toEqual({ valid: true })
  })

  it('says in Chinese what is wrong', () => {
    expect(checkUnifiedCode('91350100M000100Y4')).toEqual({ valid: false, reason: '统一社会信用代码应为18位，现为17位' })
    expect(checkUnifiedCode('91350100M000100I43')).toEqual({ valid: false, reason: '第16位“I”不是统一社会信用代码允许的字符' })
    expect(checkUnifiedCode('91350A00M000100Y43')).toEqual({ valid: false, reason: '第3至8位登记管理机关行政区划码应为6位数字' })
    expect(checkUnifiedCode('91350100M000100Y44')).toEqual({ valid: false, reason: '第18位校验码错误，应为“3”，现为“4”' })
  })

  it('folds the check value 31 to 0', () => {
    fc.assert(fc.property(first17, text => {
      expect(ALPHABET).toContain(unifiedCodeCheckDigit(text))
    }))
    expect(unifiedCodeCheckDigit('0'.repeat(17))).toBe('0')
  })

  it('finds every changed character', () => {
    fc.assert(fc.property(first17, fc.integer({ min: 0, max: 17 }), fc.constantFrom(...ALPHABET), (text, place, other) => {
      const code = `${text}${unifiedCodeCheckDigit(text)}`
      expect(checkUnifiedCode(code)).toEqual({ valid: true })
      fc.pre(code.charAt(place) !== other)
      expect(checkUnifiedCode(`${code.slice(0, place)}${other}${code.slice(place + 1)}`).valid).toBe(false)
    }))
  })

  it.skipIf(!existsSync(ORACLE))('agrees with 2,010 real codes', () => {
    const rows = readFileSync(ORACLE, 'utf8').trim().split('\n').slice(1).map(line => [line.slice(0, line.lastIndexOf(',')), line.slice(line.lastIndexOf(',') + 1).trim()] as const)
    expect(rows).toHaveLength(2010)
    expect(rows.filter(([code, valid]) => checkUnifiedCode(code).valid !== (valid === '1'))).toEqual([])
  })

  it('splits into registrar, kind, division and organisation', () => {
    expect(unifiedCodeParts('91350100M000100Y43')).toEqual({ registrar: '9', kind: 'enterprise', divisionCode: '350100', organisationCode: 'M000100Y4' })
    expect(unifiedCodeParts('92350100M000100Y43').kind).toBe('sole-trader')
    expect(unifiedCodeParts('12350100M000100Y43').kind).toBe('other')
  })
})
