import { chanceOf } from './chance.ts'

/** Which line of business holds which entry of the register, and how many of it do, in a hundred. */
type Holder = Readonly<{ kind: string; industries: RegExp; percent: number; name: string; prefix: string }>

const STREAM = 7_405

const HOLDERS: readonly Holder[] = [
  { kind: 'food-operator', industries: /^(F521[23]|F522|H62|H6110|F5127)/u, percent: 94, name: '食品经营', prefix: '示JY' },
  { kind: 'drug-retailer', industries: /^F5251/u, percent: 96, name: '药品零售', prefix: '示CB' },
  { kind: 'device-operator', industries: /^(F5251|Q8425)/u, percent: 60, name: '第二类医疗器械经营', prefix: '示QX' },
  { kind: 'lift-user-unit', industries: /^(K7020|H6110|F5211|R9011)/u, percent: 35, name: '乘客电梯', prefix: '示梯' },
  { kind: 'special-equipment-user', industries: /^(C|D|O8051)/u, percent: 30, name: '承压设备', prefix: '示承' },
  { kind: 'testing-body', industries: /^M745/u, percent: 100, name: '检验检测机构', prefix: '示CMA' },
]

/** The entries that an entity holds; they follow from the seed, its id and its line of business. */
export function holdingsOf(seed: number, entityId: string, industryCode: string | null): readonly Holder[] {
  const place = Number.parseInt(entityId.replaceAll('-', '').slice(-12), 16)
  return HOLDERS.filter(({ industries, percent }, i) => industries.test(industryCode ?? '') && chanceOf(seed, STREAM, place, i).is(percent / 100))
}
