import type { PlanData } from '../../../engines/plan/plan.ts'

type Items = PlanData['groups'][number]['items']

/** 二（一）1 */
export const foodSafety: Items = [
  { place: '二（一）1（1）', heading: '强化食品安全责任落实和工作协调', tasks: [
    { id: '1.1.1a', title: '落实食品安全党政同责，领导干部按责任清单履职', office: 'food-coordination', everyYear: '修订责任清单并完成履职情况通报' },
    { id: '1.1.1b', title: '健全食药安办工作规则、季度会商、信息通报和5个专项协作小组', office: 'food-coordination', everyYear: '召开4次季度会商，通报成员单位统计信息',
      milestones: [{ dueOn: '2023-06-30', title: '印发区食药安办工作规则和会议制度' }] },
    { id: '1.1.1c', title: '巩固深化省级食品安全示范区创建成果', office: 'food-coordination', everyYear: '完成食品安全先进区年度检查或复审迎审' },
    { id: '1.1.1d', title: '食品安全纳入城乡社区网格，网格化达到100%', office: 'food-coordination', indicators: ['t01'],
      milestones: [{ dueOn: '2023-12-31', title: '全部村居划定网格并明确网格员' }, { dueOn: '2025-12-31', title: '食品安全网格化达到100%' }] },
    { id: '1.1.1e', title: '食品抽检每千人每年不低于5.5批次，不合格全部核查处置，加强网络食品抽检', office: 'food-coordination', everyYear: '完成年度抽检计划和不合格食品核查处置', indicators: ['1', '3'] },
  ] },
  { place: '二（一）1（2）', heading: '强化食品生产环节安全监管', tasks: [
    { id: '1.1.2a', title: '食品抽检合格率整体达到98%，重点产品达到98.5%', office: 'food-production', everyYear: '完成重点产品风险排查和抽检合格率分析', indicators: ['2', 't02', 't03'] },
    { id: '1.1.2b', title: '肉制品、乳制品生产企业认证比例达到80%和100%', office: 'food-production', indicators: ['t04a', 't04b'],
      milestones: [{ dueOn: '2023-12-31', title: '建立认证企业名单并完成半数' }, { dueOn: '2025-12-31', title: '认证比例达到80%和100%' }] },
    { id: '1.1.2c', title: '保健食品生产企业一企一档、可追溯并配备首席质量安全管理员', office: 'food-production', indicators: ['t05a', 't05b', 't05c'],
      milestones: [{ dueOn: '2023-12-31', title: '一企一档监管档案建成' }, { dueOn: '2025-12-31', title: '可追溯体系建成，首席质量安全管理员全覆盖' }] },
    { id: '1.1.2d', title: '食品标签标识标注合格率达到98%', office: 'food-production', everyYear: '完成标签标识专项检查', indicators: ['t06'] },
  ] },
  { place: '二（一）1（3）', heading: '强化食品流通环节安全监管', tasks: [
    { id: '1.1.3a', title: '开展放心食品超市自我承诺', office: 'food-sales', everyYear: '组织商超承诺并公示' },
    { id: '1.1.3b', title: '食用农产品批发市场落实五项制度', office: 'food-sales', everyYear: '批发市场制度落实情况全面检查一次' },
    { id: '1.1.3c', title: '食品销售企业食品安全管理人员五年考核全覆盖', office: 'food-sales', everyYear: '完成年度监督抽查考核', indicators: ['t07'] },
    { id: '1.1.3d', title: '供货商、批发商列入高风险定向抽查并建立追溯体系', office: 'food-sales', everyYear: '完成供货商、批发商定向抽查', indicators: ['4'] },
  ] },
  { place: '二（一）1（4）', heading: '强化餐饮服务环节安全监管', tasks: [
    { id: '1.1.4a', title: '餐饮风险等级管理，大中型餐饮明厨亮灶率达到80%', office: 'catering', everyYear: '完成风险等级评定，明厨亮灶按进度推进', indicators: ['t08'] },
    { id: '1.1.4b', title: '网络订餐代理机构备案，开展净网行动，推广食安封签', office: 'catering', everyYear: '完成网络订餐净网行动' },
    { id: '1.1.4c', title: '校园食品安全守护，学校食堂落实四查制度', office: 'catering', everyYear: '春秋两季学校食堂检查全覆盖' },
    { id: '1.1.4d', title: '加强医院、养老、工地、社区等集体用餐和配送单位监管', office: 'catering', everyYear: '集体用餐单位检查全覆盖' },
    { id: '1.1.4e', title: '落实小餐饮标准，综合治理无证无照餐饮', office: 'catering', everyYear: '完成无证无照餐饮排查整治' },
  ] },
  { place: '二（一）1（5）', heading: '严厉打击食品安全违法犯罪行为', tasks: [
    { id: '1.1.5a', title: '落实四个最严，查处三无食品和黑工厂黑窝点黑作坊', office: 'enforcement-brigade', everyYear: '完成食品安全执法专项行动' },
    { id: '1.1.5b', title: '曝光食品安全违法案件', office: 'enforcement-brigade', everyYear: '公布典型案例' },
  ] },
  { place: '二（一）1（6）', heading: '建立完善食品安全社会共治机制', tasks: [
    { id: '1.1.6a', title: '主动公开抽检、核查处置和消费警示信息', office: 'food-coordination', everyYear: '按时公开监管信息并开展宣传周活动' },
    { id: '1.1.6b', title: '完善食品安全投诉举报处置，落实举报奖励', office: 'complaint-centre', everyYear: '兑现举报奖励并分析投诉举报', procedures: ['complaint', 'report'] },
    { id: '1.1.6c', title: '参与食安山东品牌推介，开展你点我检等公众监督', office: 'food-coordination', everyYear: '开展你点我检并公布结果' },
  ] },
  { place: '二（一）1（7）', heading: '加强食品安全突发事件应急处置', tasks: [
    { id: '1.1.7a', title: '修订食品安全事故应急预案，建立应急指挥体系', office: 'food-coordination',
      milestones: [{ dueOn: '2023-06-30', title: '印发修订后的应急预案' }, { dueOn: '2024-12-31', title: '应急指挥体系建成并检验' }], endsOn: '2024-12-31' },
    { id: '1.1.7b', title: '开展应急演练和事故责任调查', office: 'food-coordination', everyYear: '至少组织一次应急演练' },
    { id: '1.1.7c', title: '事故2小时报告、舆情24小时反馈', office: 'food-coordination', everyYear: '核对全部事故和舆情的报送时限', indicators: ['t09a', 't09b'] },
  ] },
]
