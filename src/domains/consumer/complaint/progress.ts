import { formatDate } from '../../../kernel/calendar-date.ts'
import type { Procedure } from '../../../engines/procedure/definition.ts'

/** What the complainant reads at each state: where it stands, and what happens next by when. */
export const complaintProgress: NonNullable<Procedure['progress']> = (matter, dueOnOf) => {
  const by = (clock: string) => {
    const on = dueOnOf(clock)
    return on === null ? '依法定期限' : `在 ${formatDate(on)} 前`
  }
  switch (matter.state) {
    case 'received': return { says: '已收到您的投诉，正在核对。', next: `我们会${by('acceptance')}告诉您是否受理。` }
    case 'accepted': return { says: '已受理，正在征求双方是否愿意调解。', next: `我们会${by('mediation')}完成调解。` }
    case 'mediating': return { says: '正在调解。', next: `我们会${by('mediation')}完成调解。` }
    case 'appraising': return { says: '正在鉴定、检测，这段时间不计入调解期限。', next: '结果出来后继续调解。' }
    case 'terminated': return { says: '调解已终止。', next: `我们会${by('terminationNotice')}正式告知您。` }
    case 'refused': return { says: '不予受理。', next: '您可以与经营者协商、请求消费者协会调解、申请仲裁或者提起诉讼。' }
    case 'settled': return { says: '双方已达成协议，投诉办结。', next: '请按协议履行；对方不履行的，您可以依法申请仲裁或者提起诉讼。' }
    case 'ended': return { says: '调解已终止，投诉办结。', next: '您可以依法申请仲裁或者提起诉讼。' }
    case 'withdrawn': return { says: '您已撤回投诉。', next: '没有后续办理。' }
    default: return { says: '正在办理。', next: '请稍后查询。' }
  }
}
