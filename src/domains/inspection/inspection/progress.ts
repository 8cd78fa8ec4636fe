import { formatDate } from '../../../kernel/calendar-date.ts'
import type { Procedure } from '../../../engines/procedure/definition.ts'

/** What the inspected unit reads at each state: where it stands, and what happens next by when. */
export const inspectionProgress: NonNullable<Procedure['progress']> = (matter, dueOnOf) => {
  const publishedBy = (): string => {
    const on = dueOnOf('publication')
    return on === null ? '检查结果依法向社会公示。' : `检查结果在 ${formatDate(on)} 前向社会公示。`
  }
  switch (matter.state) {
    case 'assigned': return { says: '已列入检查，尚未开始。', next: '检查人员将持执法证件到现场检查。' }
    case 'noticed': return { says: '已通知检查。', next: '请准备有关资料，检查人员将持执法证件到现场检查。' }
    case 'visited': return { says: '现场检查已经结束。', next: publishedBy() }
    case 'rectifying': {
      const rectifyBy = matter.facts.rectifyBy
      return { says: '正在改正发现的问题。', next: typeof rectifyBy === 'string' ? `请在 ${formatDate(rectifyBy)} 前改正并提交整改报告。` : '请按期改正并提交整改报告。' }
    }
    case 'reported': return { says: '已收到整改报告。', next: '我们将对整改情况进行复查。' }
    case 'closed': return { says: '本次检查已经办结。', next: '没有后续办理。' }
    case 'cancelled': return { says: '本次检查已取消。', next: '没有后续办理。' }
    default: return { says: '正在办理。', next: '请稍后查询。' }
  }
}
