import { formatDate } from '../../../kernel/calendar-date.ts'
import type { Procedure } from '../../../engines/procedure/definition.ts'

/** Where a lead stands, in plain words. */
export const leadProgress: NonNullable<Procedure['progress']> = (matter, dueOnOf) => {
  const on = dueOnOf('verification')
  switch (matter.state) {
    case 'verifying': return { says: '正在核查线索。', next: `${on === null ? '在法定期限内' : `在${formatDate(on)}前`}决定是否立案。` }
    case 'testing': return { says: '正在检测、检验或者鉴定，这段时间不计入核查期限。', next: '结果出来后继续核查。' }
    case 'filed': return { says: '已立案。', next: '案件按普通程序办理。' }
    case 'declined': return { says: '经核查，决定不予立案。', next: '没有后续办理。' }
    case 'transferred': return { says: '已移送有管辖权的机关。', next: '由受移送的机关处理。' }
    default: return { says: '正在办理。', next: '请稍后查询。' }
  }
}
