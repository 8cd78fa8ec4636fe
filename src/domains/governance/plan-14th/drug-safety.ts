import type { PlanData } from '../../../engines/plan/plan.ts'

type Items = PlanData['groups'][number]['items']

/** 二（一）2 */
export const drugSafety: Items = [
  { place: '二（一）2（1）', heading: '完善药品安全治理体系', tasks: [
    { id: '1.2.1a', title: '整合两品一械监测、检查、抽检、投诉和舆情信息，开展风险研判', office: 'drugs', everyYear: '每季度召开风险会商' },
    { id: '1.2.1b', title: '涉药违法线索和违法行为调查处置率保持100%', office: 'drugs', everyYear: '全部线索调查处置完毕', indicators: ['8'], procedures: ['report'] },
    { id: '1.2.1c', title: '培训药品监管人员，建立药品信用评价和分级分类管理', office: 'drugs', everyYear: '完成监管人员培训实训',
      milestones: [{ dueOn: '2024-12-31', title: '药品经营企业信用分级运行' }] },
  ] },
  { place: '二（一）2（2）', heading: '加强药品经营使用环节监管', tasks: [
    { id: '1.2.2a', title: '特殊药品经营企业监督检查覆盖率达到100%', office: 'drugs', everyYear: '特殊药品经营企业检查全覆盖', indicators: ['5'] },
    { id: '1.2.2b', title: '零售药店建立台账并纳入网格，查处挂证、无方售药和非法购进', office: 'drugs', everyYear: '完成零售药店网格检查', indicators: ['6'] },
    { id: '1.2.2c', title: '医疗机构药品质量网格化监管', office: 'drugs', everyYear: '完成医疗机构药品质量检查', indicators: ['6'] },
    { id: '1.2.2d', title: '疾控机构和接种单位疫苗质量检查每年全覆盖', office: 'drugs', everyYear: '疫苗储存运输和接种环节检查全覆盖', indicators: ['t10'] },
    { id: '1.2.2e', title: '药品各环节随机抽检，不合格药品核查处置率100%', office: 'drugs', everyYear: '完成抽检计划和不合格药品处置', indicators: ['7', 't11'] },
  ] },
  { place: '二（一）2（3）', heading: '加强医疗器械监管', tasks: [
    { id: '1.2.3a', title: '医疗器械分类分级管理，重点产品加大监管力度', office: 'devices-and-cosmetics', everyYear: '完成分级监督检查' },
    { id: '1.2.3b', title: '强化高风险器械抽检，问题企业约谈、飞行检查、停产整改', office: 'devices-and-cosmetics', everyYear: '完成器械抽检和问题企业处置', indicators: ['7'] },
  ] },
  { place: '二（一）2（4）', heading: '加强化妆品监管', tasks: [
    { id: '1.2.4a', title: '落实注册人备案人主体责任和进货查验记录制度，查处违法经营', office: 'devices-and-cosmetics', everyYear: '完成化妆品经营环节监督检查', indicators: ['7'] },
  ] },
  { place: '二（一）2（5）', heading: '提升药品、医疗器械、化妆品安全风险监测评价能力', tasks: [
    { id: '1.2.5a', title: '配合开展两品一械不良反应报告质量评估和风险信号研判', office: 'drugs', everyYear: '完成不良反应报告质量评估' },
    { id: '1.2.5b', title: '与卫生健康等部门建立长效沟通，配合疑似接种异常反应监测处置', office: 'drugs', everyYear: '召开部门会商并通报监测情况' },
  ] },
]
