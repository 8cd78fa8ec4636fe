import type { PlanData } from '../../../engines/plan/plan.ts'

type Items = PlanData['groups'][number]['items']

/** 二（四） */
export const consumerGovernance: Items = [
  { place: '二（四）1', heading: '加强消费领域市场监管', tasks: [
    { id: '4.1a', title: '查处三无产品、以假充真、价格欺诈和霸王条款', office: 'consumer-protection', everyYear: '完成消费领域专项整治', procedures: ['report'] },
    { id: '4.1b', title: '落实三包和缺陷产品召回，健全全链条可追溯', office: 'product-quality', everyYear: '完成三包和召回落实情况检查' },
  ] },
  { place: '二（四）2', heading: '完善消费维权机制', tasks: [
    { id: '4.2a', title: '一口受理、依责办理、反馈闭环，24小时回应，按期办结率和核查率达到100%', office: 'complaint-centre', everyYear: '按期办结率、核查率和24小时回应率达标',
      indicators: ['15', '16', '17', 't19', 't19b', 't19c'], procedures: ['complaint', 'report', 'work-order'] },
    { id: '4.2b', title: '提升12315数据分析研判能力，规范发展在线解决纠纷企业', office: 'complaint-centre', everyYear: '发布投诉举报数据分析，ODR企业质量评估' },
    { id: '4.2c', title: '建立消费投诉信息公示制度并扩大覆盖面', office: 'consumer-protection', milestones: [{ dueOn: '2023-06-30', title: '公示制度运行' }, { dueOn: '2025-12-31', title: '公示覆盖全部科所' }], procedures: ['complaint'] },
    { id: '4.2d', title: '人民调解、行政调解、司法调解衔接', office: 'consumer-protection', milestones: [{ dueOn: '2024-06-30', title: '多元化解衔接机制印发' }, { dueOn: '2025-12-31', title: '衔接机制常态运行' }], procedures: ['complaint'] },
  ] },
  { place: '二（四）3', heading: '开展“放心消费”创建活动', tasks: [
    { id: '4.3a', title: '创建放心消费示范单位，亮诺践诺，实现五个延伸', office: 'consumer-protection', everyYear: '新建一批放心消费示范单位' },
    { id: '4.3b', title: '建设并定期考核消费维权服务站', office: 'consumer-protection', everyYear: '完成消费维权服务站考核' },
    { id: '4.3c', title: '推行线下购物无理由退货', office: 'consumer-protection', everyYear: '扩大无理由退货承诺单位' },
  ] },
]

/** 二（五） */
export const qualityStrategy: Items = [
  { place: '二（五）1', heading: '深入实施质量提升行动', tasks: [
    { id: '5.1a', title: '推广先进质量管理，落实品牌奖励，培育高端品牌', office: 'product-quality', everyYear: '完成品牌培育和奖励兑现', indicators: ['23'] },
    { id: '5.1b', title: '主持或参与制修订标准10项，开展标准领跑者行动', office: 'metrology-and-standards', everyYear: '标准制修订按进度完成', indicators: ['t20'] },
    { id: '5.1c', title: '开展质量、环境、产品认证和三同工程，推动泰山品质', office: 'metrology-and-standards', everyYear: '新增体系认证企业按进度完成', indicators: ['18'] },
    { id: '5.1d', title: '强化检验检测机构监管，打击虚假认证', office: 'metrology-and-standards', everyYear: '检验检测机构监督检查全覆盖' },
  ] },
  { place: '二（五）2', heading: '加强计量体系和能力建设', tasks: [
    { id: '5.2a', title: '强检计量器具受检率达到96%', office: 'metrology-and-standards', everyYear: '完成强检计量器具检定核对', indicators: ['t21a'] },
    { id: '5.2b', title: '定量包装商品净含量抽检合格率达到96%', office: 'metrology-and-standards', everyYear: '完成净含量监督抽检', indicators: ['t21b'] },
    { id: '5.2c', title: '重点用能单位能源计量器具配备率达到国家规定', office: 'metrology-and-standards', everyYear: '完成重点用能单位检查', indicators: ['t21c'] },
    { id: '5.2d', title: '查处作弊计量器具，开展诚信计量承诺和注册计量师培养', office: 'metrology-and-standards', everyYear: '完成衡器和医疗计量器具专项整治' },
  ] },
]
