import { formatDate } from '../../../kernel/calendar-date.ts'
import type { Procedure } from '../../../engines/procedure/definition.ts'

/** Where a measure stands, in plain words for the party. */
export const measureProgress: NonNullable<Procedure['progress']> = (matter, dueOnOf) => {
  const on = dueOnOf('seizure') ?? dueOnOf('preservation')
  switch (matter.state) {
    case 'proposed':
    case 'approved': return { says: '措施尚未实施。', next: '实施时会当场告知理由、依据和权利。' }
    case 'urgent':
    case 'inForce': return { says: '涉案物品（场所、设施）正在采取措施。', next: on === null ? '检测、鉴定期间不计入期限，结束后继续计算。' : `期限到${formatDate(on)}，届时作出处理决定或者解除。` }
    case 'releasing':
    case 'lapsed': return { says: '措施已经解除。', next: '请领取财物。' }
    case 'released': return { says: '财物已经退还。', next: '没有后续办理。' }
    case 'confiscated': return { says: '已依处罚决定没收。', next: '没有后续办理。' }
    case 'handedOver': return { says: '财物已随案移送。', next: '由受移送的机关处理。' }
    default: return { says: '措施已经结束。', next: '没有后续办理。' }
  }
}
