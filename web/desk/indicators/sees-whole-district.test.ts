import { expect, test } from 'vitest'
import { seesWholeDistrict } from './sees-whole-district.ts'

const grant = (role: 'bureau-leader' | 'section-head' | 'system-administrator', offices: readonly string[], towns: readonly string[]) => ({ id: '1', role, roleName: '', offices: [...offices], towns: [...towns], grantedBy: '', grantedAt: '' })

test('only a duty over all offices and towns sees the whole district', () => {
  expect(seesWholeDistrict({ roles: [grant('bureau-leader', ['*'], ['*'])] })).toBe(true)
  expect(seesWholeDistrict({ roles: [grant('section-head', ['longshan'], ['*'])] })).toBe(false)
  expect(seesWholeDistrict({ roles: [grant('section-head', ['*'], ['371003001'])] })).toBe(false)
})

test('an administrator sees no matters, whatever the grant covers', () => {
  expect(seesWholeDistrict({ roles: [grant('system-administrator', ['*'], ['*'])] })).toBe(false)
})
