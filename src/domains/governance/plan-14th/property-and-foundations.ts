import type { PlanData } from '../../../engines/plan/plan.ts'

type Items = PlanData['groups'][number]['items']

/** 二（六） */
export const intellectualProperty: Items = [
  { place: '二（六）1', heading: '提升知识产权创造质量', tasks: [
    { id: '6.1a', title: '培育密集型产业，实施专利导航，万人发明专利拥有量达到12件', office: 'intellectual-property', everyYear: '完成专利导航和高价值专利培育', indicators: ['19'] },
    { id: '6.1b', title: '规范专利、商标代理行为，引导企业布局', office: 'intellectual-property', everyYear: '代理机构检查全覆盖', indicators: ['22'] },
  ] },
  { place: '二（六）2', heading: '强化知识产权行政保护', tasks: [
    { id: '6.2a', title: '建立重点关注市场名录和平台、展会、市场自律机制', office: 'intellectual-property', milestones: [{ dueOn: '2023-06-30', title: '重点关注市场名录建立' }, { dueOn: '2025-12-31', title: '自律机制常态运行' }] },
    { id: '6.2b', title: '打击侵权假冒，加强执法培训和识别能力', office: 'intellectual-property', everyYear: '完成侵权假冒专项治理和执法培训', indicators: ['21'] },
  ] },
  { place: '二（六）3', heading: '增强知识产权运用能力', tasks: [
    { id: '6.3a', title: '建立质押融资项目库，推动银企对接，扩大质押贷款', office: 'intellectual-property', everyYear: '质押融资金额按进度完成', indicators: ['20'] },
    { id: '6.3b', title: '健全质押风险管理和质物处置，推动专利保险和人才培训', office: 'intellectual-property', everyYear: '开展运营人才培训和专利保险推广' },
  ] },
]

/** 二（七） */
export const supervisionMechanism: Items = [
  { place: '二（七）1', heading: '深化“双随机、一公开”监管', tasks: [
    { id: '7.1a', title: '行政检查原则上双随机，推进跨部门联合抽查', office: 'credit-supervision', everyYear: '完成年度抽查计划并公开结果', indicators: ['14'] },
    { id: '7.1b', title: '信用风险分类与双随机结合，差异化抽查', office: 'credit-supervision', milestones: [{ dueOn: '2023-06-30', title: '风险分类结果用于抽查' }, { dueOn: '2025-12-31', title: '差异化比例全面执行' }] },
  ] },
  { place: '二（七）2', heading: '全面提升信用监管效能', tasks: [
    { id: '7.2a', title: '涉企信息统一归集，应归尽归', office: 'credit-supervision', everyYear: '完成涉企信息归集核对' },
    { id: '7.2b', title: '健全异常名录、严重违法失信名单和跨部门联合惩戒', office: 'credit-supervision', everyYear: '名单列入、移出和修复依法办理' },
  ] },
]

/** 二（八） */
export const foundations: Items = [
  { place: '二（八）1', heading: '强化过硬监管队伍支撑', tasks: [
    { id: '8.1a', title: '开展以考促学、法律培训和技能竞赛', office: 'general-office', everyYear: '完成专业化培训和考试' },
    { id: '8.1b', title: '行政执法人员持证上岗和资格管理', office: 'legal-affairs', everyYear: '核对全部执法证件效期' },
    { id: '8.1c', title: '加强基层所规范化建设，力量、装备、经费向一线倾斜', office: 'general-office', everyYear: '完成基层所规范化建设年度安排' },
  ] },
  { place: '二（八）2', heading: '强化依法治理能力支撑', tasks: [
    { id: '8.2a', title: '健全权责清单，规范性文件三统一和定期清理', office: 'legal-affairs', everyYear: '完成权责清单调整和文件清理' },
    { id: '8.2b', title: '履行重大行政决策程序', office: 'legal-affairs', everyYear: '重大行政决策事项全部履行程序' },
    { id: '8.2c', title: '落实执法三项制度和案卷评查，监督轻微违法免罚', office: 'legal-affairs', everyYear: '完成执法案卷评查' },
    { id: '8.2d', title: '落实谁执法谁普法，干部学法，以案释法', office: 'legal-affairs', everyYear: '完成普法责任清单' },
    { id: '8.2e', title: '做好行政复议应诉，发挥法律顾问和公职律师作用', office: 'legal-affairs', everyYear: '完成复议应诉情况分析' },
  ] },
]
