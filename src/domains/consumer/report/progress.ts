import { formatDate } from '../../../kernel/calendar-date.ts'
import type { Procedure } from '../../../engines/procedure/definition.ts'

/** What the reporter reads; it tells no more than the law lets a reporter know. */
export const reportProgress: NonNullable<Procedure['progress']> = (matter, dueOnOf) => {
  const on = dueOnOf('verification')
  const by = on === null ? '依法定期限' : `在 ${formatDate(on)} 前`
  switch (matter.state) {
    case 'verifying': return { says: '已收到您的举报，正在核查。', next: `我们会${by}决定是否立案。` }
    case 'testing': return { says: '正在检测、鉴定，这段时间不计入核查期限。', next: '结果出来后继续核查。' }
    case 'declined': return { says: '经核查，决定不予立案。', next: '我们将办结本件。' }
    case 'filed':
    case 'investigating': return { says: '已立案。', next: '法律、法规、规章规定应当告知结果的，我们会告知您。' }
    case 'concluded': return { says: '案件已办结。', next: '符合奖励条件的，我们会通知您。' }
    case 'not-competent': return { says: '您举报的事项本局没有处理权限。', next: '请按告知的机关提出。' }
    case 'repeated': return { says: '与您此前的举报属于同一事实，不再另行处理。', next: '请查询此前的举报。' }
    case 'ended': return { says: '举报已办结。', next: '没有后续办理。' }
    default: return { says: '正在办理。', next: '请稍后查询。' }
  }
}
