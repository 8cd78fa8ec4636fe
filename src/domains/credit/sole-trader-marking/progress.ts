import { progressTable } from '../progress-table.ts'

export const soleTraderProgress = progressTable({
  'found': ['已登记异常情形，正在核对。', '核对后将决定是否列入经营异常名录。'],
  'verified': ['异常情形已查实。', '将在10个工作日内作出决定。'],
  'listed': ['已列入经营异常名录并公示。', '补报年报或者改正后可以申请移出；有异议的可以自公示之日起30日内提出。'],
  'objecting': ['已收到您的异议申请。', '将在5个工作日内决定是否受理。'],
  'objection-accepted': ['异议已受理，正在核实。', '将在20个工作日内书面告知核实结果。'],
  'wrong': ['经核实，列入存在错误。', '将在5个工作日内更正。'],
  'corrected': ['列入已更正。', '没有后续办理。'],
  'not-listed': ['决定不列入经营异常名录。', '没有后续办理。'],
  'removed': ['已移出经营异常名录，停止公示列入信息。', '没有后续办理。'],
})
