import type { InspectorFields } from '../src/domains/inspection/programme/contract.ts'
import { OWN_DEPARTMENT } from '../src/domains/inspection/programme/services.ts'
import type { District } from '../src/engines/register/district.ts'
import { chanceOf } from './chance.ts'

const STREAM = 7_406

const DUTY_EXPERTISE: Readonly<Record<string, readonly string[]>> = {
  'food-sales': ['食品'], 'catering': ['食品'], 'food-production': ['食品'], 'drugs': ['药品', '医疗器械'], 'medical-devices': ['医疗器械', '化妆品'], 'special-equipment': ['特种设备'], 'product-quality': ['产品质量'],
  'metrology': ['计量'], 'pricing': ['价格'], 'online-trade': ['网络交易', '广告'], 'intellectual-property': ['知识产权'], 'certification': ['认证检测'],
}
const EXTRA = ['食品', '药品', '特种设备', '产品质量', '计量', '价格']

type Certified = Readonly<{ id: string; name: string; officeId: string; certificateNo: string; certifiedUntil: string }>

/** An account holder in the base of inspectors; the expertise follows from the duties of the office and from the seed. */
export function inspectorOf(district: District, seed: number, { id, name, officeId, certificateNo, certifiedUntil }: Certified): InspectorFields {
  const office = district.offices.find((each) => each.id === officeId)
  const chance = chanceOf(seed, STREAM, Number.parseInt(id.replaceAll('-', '').slice(-12), 16))
  const extra = EXTRA.filter(() => chance.is(0.25))
  return {
    accountId: id, name, department: OWN_DEPARTMENT, officeId, townCode: office?.towns[0] ?? null, certificateNo, certifiedFrom: '2021-01-01', certifiedUntil,
    expertise: [...new Set([...(office?.duties ?? []).flatMap((duty) => DUTY_EXPERTISE[duty] ?? []), ...extra])], isActive: true,
  }
}

/** People whom the fire service sends to joint inspections. */
export const FIRE_SERVICE: readonly InspectorFields[] = ['甲', '乙', '丙', '丁'].map((word, i) => ({
  accountId: null, name: `消防示例${word}`, department: '消防救援部门', officeId: null, townCode: null, certificateNo: `示消证000${i + 1}`, certifiedFrom: '2021-01-01', certifiedUntil: '2029-12-31', expertise: [], isActive: true,
}))
