import { formatDate } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import { wasTaken } from '../clock-ended.ts'
import type { facts } from './facts.ts'

type PlanGuard = Guard<typeof facts>
const measures = (article: string) => cite('credit-repair-measures', article)

export const rulingOfTheCourtMustBeHeld: PlanGuard = {
  name: 'rulingOfTheCourtMustBeHeld',
  cite: measures('第二十二条第一款'),
  needsInput: true,
  check: ({ facts: known }) => ((known.planPapers ?? []).includes('approval-ruling') && (known.rulingNo ?? '') !== '' ? null
    : { says: '申请临时信用修复，须持人民法院批准重整计划或者认可和解协议的裁定书。', do: '请收取裁定书，勾选“申请材料”并填写文号；没有裁定书的，办理“不采取临时措施”。' }),
}

export const planMustStillBeCarriedOut: PlanGuard = {
  name: 'planMustStillBeCarriedOut',
  cite: measures('第二十二条第一款'),
  needsInput: true,
  check: ({ facts: known, today }) => (known.planEndsOn === undefined || today <= known.planEndsOn ? null
    : { says: `重整计划或者和解协议的执行期限已于 ${formatDate(known.planEndsOn)} 届满，临时信用修复只在执行期间采取。`, do: '请办理“不采取临时措施”；已经执行完毕的，告知企业直接申请信用修复。' }),
}

export const correctionMustBeVerified: PlanGuard = {
  name: 'correctionMustBeVerified',
  cite: measures('第二十二条第二款'),
  check: ({ matter, facts: known }) => (wasTaken(matter, 'verify') && known.hasCorrected === true ? null
    : { says: '尚未核实企业已经纠正违法行为、履行法定义务或者实施整改。', do: '请先办理“核实”；没有纠正的，办理“不予修复并恢复公示”。' }),
}
