import type { PlanData } from '../../../engines/plan/plan.ts'

type Items = PlanData['groups'][number]['items']

/** 二（二） */
export const businessEnvironment: Items = [
  { place: '二（二）1', heading: '深化“放管服”改革', tasks: [
    { id: '2.1a', title: '证照分离全覆盖清单管理，完善告知承诺和容缺办理', office: 'registration', everyYear: '更新许可事项清单并核查承诺' },
    { id: '2.1b', title: '落实登记管理条例，推动跨省通办、全省通办，便利退出', office: 'registration', everyYear: '通报登记办理时限和简易注销情况' },
    { id: '2.1c', title: '外商投资执行准入前国民待遇加负面清单', office: 'registration', everyYear: '按现行负面清单办理外资登记' },
    { id: '2.1d', title: '推进一业一证改革', office: 'registration', milestones: [{ dueOn: '2023-12-31', title: '首批行业一业一证落地' }, { dueOn: '2025-12-31', title: '信息共享和业务协同运行' }] },
  ] },
  { place: '二（二）2', heading: '服务地方经济发展', tasks: [
    { id: '2.2a', title: '落实小微企业扶持政策，用好小微企业名录', office: 'credit-supervision', everyYear: '完成小微企业名录宣传和政策匹配' },
    { id: '2.2b', title: '推动金融单位融资助企', office: 'credit-supervision', everyYear: '组织银企对接' },
    { id: '2.2c', title: '引导个体工商户转型升级，集成服务民营企业', office: 'registration', everyYear: '完成个转企培育' },
  ] },
  { place: '二（二）3', heading: '发展壮大特色产业', tasks: [
    { id: '2.3a', title: '新增地理标志授权使用企业50家，开展地标产品一体化营销', office: 'intellectual-property', everyYear: '新增授权使用企业按进度完成', indicators: ['t17a'] },
    { id: '2.3b', title: '推进西洋参药食同源试点，开展检验培训和风险监测', office: 'food-production', everyYear: '完成试点企业检验人员培训' },
    { id: '2.3c', title: '申报西洋参国家级地理标志运用促进工程，商标、产值、专标覆盖达到目标', office: 'intellectual-property', indicators: ['t17b', 't17c', 't17d'],
      milestones: [{ dueOn: '2023-12-31', title: '促进工程项目申报完成' }, { dueOn: '2025-12-31', title: '商标80件、产值50亿元、专用标志覆盖率70%' }] },
    { id: '2.3d', title: '实施花饽饽产业提升，申报文登花饽饽地理标志商标', office: 'intellectual-property',
      milestones: [{ dueOn: '2023-12-31', title: '品牌指导站运行，商标申报材料报送' }, { dueOn: '2025-12-31', title: '标准化生产和品牌化经营推开' }] },
  ] },
  { place: '二（二）4', heading: '推进个体私营企业党的建设', tasks: [
    { id: '2.4a', title: '配合推进小微企业、个体工商户、专业市场党建示范', office: 'general-office', everyYear: '创建一批示范党组织和党员示范商户' },
  ] },
]

/** 二（三） */
export const marketOrder: Items = [
  { place: '二（三）1', heading: '优化市场竞争环境', tasks: [
    { id: '3.1a', title: '清理妨碍公平竞争的政策，公平竞争审查率达到100%', office: 'price-and-competition', everyYear: '增量政策全部审查，存量政策完成清理', indicators: ['t18'] },
    { id: '3.1b', title: '建立公平竞争后评估制度', office: 'price-and-competition', milestones: [{ dueOn: '2023-12-31', title: '后评估制度印发' }, { dueOn: '2025-12-31', title: '完成跟踪评估' }] },
    { id: '3.1c', title: '聚焦民生领域开展反不正当竞争执法', office: 'price-and-competition', everyYear: '完成反不正当竞争专项执法' },
  ] },
  { place: '二（三）2', heading: '强化价格监管', tasks: [
    { id: '3.2a', title: '整治涉企收费，规范部门、协会、中介收费', office: 'price-and-competition', everyYear: '完成涉企收费检查' },
    { id: '3.2b', title: '加强民生商品和服务价格监管，查处哄抬串通', office: 'price-and-competition', everyYear: '完成重要节点价格巡查' },
  ] },
  { place: '二（三）3', heading: '加强网络市场监管', tasks: [
    { id: '3.3a', title: '建立网络经营主体数据库，推动实名和身份认证', office: 'online-and-advertising', everyYear: '更新网络经营主体数据库' },
    { id: '3.3b', title: '完善电商信用评价和个人信用档案，违法者依法列入名单', office: 'online-and-advertising', everyYear: '完成网络交易专项检查' },
  ] },
  { place: '二（三）4', heading: '加强合同行政监管', tasks: [
    { id: '3.4a', title: '查处不公平格式条款', office: 'online-and-advertising', everyYear: '完成格式条款专项检查' },
    { id: '3.4b', title: '配合制定和推广合同示范文本', office: 'online-and-advertising', everyYear: '推广合同示范文本' },
  ] },
  { place: '二（三）5', heading: '加强广告市场监管', tasks: [
    { id: '3.5a', title: '突出重点领域整治虚假违法广告', office: 'online-and-advertising', everyYear: '完成重点领域广告监测和整治' },
  ] },
  { place: '二（三）6', heading: '深入推进规范直销和打击传销工作', tasks: [
    { id: '3.6a', title: '创建无传销村（社区），完善监测、处置和应急预案', office: 'price-and-competition', everyYear: '完成无传销村（社区）创建复核和宣传教育' },
    { id: '3.6b', title: '监督检查直销企业经销商', office: 'price-and-competition', everyYear: '直销经销商检查全覆盖' },
  ] },
  { place: '二（三）7', heading: '建立“僵尸企业”强制退出工作机制', tasks: [
    { id: '3.7a', title: '建立强制退出标准和机制，长期未经营企业出清常态化', office: 'credit-supervision', everyYear: '完成长期未经营企业清理',
      milestones: [{ dueOn: '2023-06-30', title: '退出标准和工作机制印发' }] },
  ] },
]
