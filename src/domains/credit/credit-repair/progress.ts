import { progressTable } from '../progress-table.ts'

export const creditRepairProgress = progressTable({
  'applied': ['已收到您的信用修复申请。', '将在2个工作日内决定是否受理，需要补正的一次性告知您。'],
  'correcting': ['申请材料需要补正。', '请按告知书补齐材料，可以在本页补交，也可以送到受理窗口。'],
  'accepted': ['申请已受理，正在核实。', '将在法定期限内作出决定。'],
  'granted': ['已准予信用修复。', '将在3个工作日内停止公示相关信息。'],
  'not-accepted': ['申请不予受理，理由已书面告知。', '不服的可以依法申请行政复议或者提起行政诉讼。'],
  'refused': ['决定不予信用修复，理由已书面告知。', '不服的可以依法申请行政复议或者提起行政诉讼。'],
  'repaired': ['信用修复已完成，停止公示相关信息。', '没有后续办理。'],
  'withdrawn': ['申请已撤回。', '可以再次申请。'],
})
