import { dayOf } from './case-stage.ts'
import type { CasePart, CaseStage } from './case-stage.ts'
import { step } from './desk.ts'
import type { Desk } from './desk.ts'
import { LONGEST_MEASURE } from './measure-course.ts'
import { officeMoment } from './office-time.ts'

const STATUTE = '《中华人民共和国产品质量法》第十八条'

/** What makes some investigations long: goods held, a test, a suspension; the time for the decision is then prolonged where it would not do. */
export function* investigate(desk: Desk, stage: CaseStage): CasePart {
  const { chance, leader, world } = desk
  const { handler, handlers } = stage
  let { matter, at } = stage
  const drawn = chance.next()
  if (drawn < 0.12) {
    const isSeizure = chance.is(0.4)
    matter = yield step(at = desk.later(at, 1), handler, 'takeMeasure', { measureKind: isSeizure ? 'seizure' : 'preservation', measureReason: '涉案商品可能转移或者灭失。', ...(isSeizure ? { measureBasis: STATUTE } : {}) })
    at = officeMoment(world.calendar, chance, at, LONGEST_MEASURE + 1)
  } else if (drawn < 0.2) {
    matter = yield step(at = desk.later(at, 2), handler, 'commissionTest', { testBody: '示例检验检测中心', testBodyQualification: '检验检测机构资质认定证书', testItem: '涉案商品的质量指标', testStartedOn: dayOf(at) })
    matter = yield step(at = officeMoment(world.calendar, chance, at, chance.between(8, 20)), handler, 'receiveTest', { testResult: '所检项目不符合标准要求。', testReturnedOn: dayOf(at) })
    matter = yield step(at = desk.later(at, 1), handler, 'tellTestResult', { testToldOn: dayOf(at) })
  } else if (drawn < 0.23) {
    matter = yield step(at = desk.later(at, 8), leader, 'suspend', { suspensionGround: 'other-decision', suspensionReason: '须以关联案件的裁判结果为依据。' })
    matter = yield step(at = officeMoment(world.calendar, chance, at, chance.between(20, 45)), leader, 'resume', { resumptionReason: '关联案件已经判决。' })
  }
  const clock = matter.clocks.findLast(({ kind }) => kind === 'decision')
  if (chance.is(0.06) && clock?.status === 'running') matter = yield step(at = desk.later(at, 3), leader, 'extendDecision', { extensionReason: '案情复杂，须向外地供货商调查取证。' })
  return { matter, at, handler, handlers }
}
