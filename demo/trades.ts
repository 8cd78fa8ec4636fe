import type { CATEGORIES } from '../src/domains/consumer/index.ts'
import { lotteryOf } from './chance.ts'
import type { Lottery } from './chance.ts'

export type Category = keyof typeof CATEGORIES
export type GeneratedKind = 'enterprise' | 'sole-trader' | 'cooperative' | 'branch'

/** A line of business: class of GB/T 4754-2017, words for names, scope, and what its customers complain about. */
export type Trade = Readonly<{
  code: string
  words: readonly string[]
  scope: string
  /** Share among firms of each kind; absent means none. */
  weights: Readonly<Partial<Record<GeneratedKind, number>>>
  /** How readily customers complain; 0 where there are no consumers. */
  exposure: number
  categories: readonly (readonly [Category, number])[]
}>

const both = (soleTrader: number, enterprise: number, branch = 0): Trade['weights'] => ({ 'sole-trader': soleTrader, enterprise, branch })

export const TRADES: readonly Trade[] = [
  { code: 'F5212', words: ['超市', '生活超市', '购物超市', '综合超市'], scope: '食品销售；日用百货销售；新鲜蔬菜零售；新鲜水果零售', weights: both(9, 3, 10), exposure: 9, categories: [['food', 7], ['price', 2], ['household', 1], ['child', 0.4]] },
  { code: 'F5213', words: ['便利店', '商店', '副食店', '百货商店'], scope: '食品销售；烟草制品零售；日用百货销售', weights: both(13, 1, 6), exposure: 3, categories: [['food', 8], ['price', 1], ['household', 1]] },
  { code: 'F5211', words: ['百货', '商场', '购物广场'], scope: '日用百货销售；服装服饰零售；鞋帽零售；家用电器销售', weights: both(2, 2, 3), exposure: 8, categories: [['clothing', 4], ['household', 2], ['appliance', 2], ['cosmetics', 1]] },
  { code: 'H6210', words: ['饭店', '酒店', '海鲜酒楼', '家常菜馆', '火锅店', '渔家菜馆'], scope: '餐饮服务', weights: both(8, 2, 3), exposure: 8, categories: [['catering', 9], ['price', 1], ['food', 1]] },
  { code: 'H6220', words: ['快餐店', '麻辣烫店', '汉堡店', '盒饭快餐店'], scope: '餐饮服务；外卖递送服务', weights: both(5, 1, 3), exposure: 6, categories: [['catering', 10]] },
  { code: 'H6291', words: ['小吃店', '包子铺', '面馆', '饺子馆', '烧烤店'], scope: '小吃店（三小行业）；餐饮服务', weights: both(9, 0), exposure: 4, categories: [['catering', 10]] },
  { code: 'F5223', words: ['水果店', '果蔬店', '鲜果超市'], scope: '新鲜水果零售；新鲜蔬菜零售', weights: both(5, 1, 1), exposure: 4, categories: [['food', 7], ['price', 2]] },
  { code: 'F5224', words: ['水产店', '海鲜店', '肉食店', '冷鲜肉店'], scope: '水产品零售；鲜肉零售；食品销售', weights: both(4, 2), exposure: 3, categories: [['food', 8], ['price', 1]] },
  { code: 'F5222', words: ['蛋糕店', '面包房', '糕点店'], scope: '食品销售；食品生产（糕点）', weights: both(2, 1, 2), exposure: 4, categories: [['food', 8], ['fitness', 0.2]] },
  { code: 'F5226', words: ['烟酒商行', '茶行', '名酒行', '酒水商行'], scope: '食品销售；烟草制品零售；茶具销售', weights: both(4, 2), exposure: 3, categories: [['food', 9]] },
  { code: 'F5232', words: ['服装店', '童装店', '服饰店', '女装店'], scope: '服装服饰零售；鞋帽零售', weights: both(7, 2, 2), exposure: 4, categories: [['clothing', 9], ['child', 1]] },
  { code: 'F5233', words: ['鞋店', '鞋行', '运动鞋店'], scope: '鞋帽零售；皮革制品销售', weights: both(2, 1, 1), exposure: 5, categories: [['clothing', 10]] },
  { code: 'F5234', words: ['化妆品店', '美妆店', '日化店'], scope: '化妆品零售；个人卫生用品销售', weights: both(2, 1, 1), exposure: 4, categories: [['cosmetics', 9]] },
  { code: 'F5271', words: ['家电商行', '电器商场', '家电维修店'], scope: '家用电器销售；家用电器安装服务；日用电器修理', weights: both(3, 3, 1), exposure: 9, categories: [['appliance', 8], ['repair', 2]] },
  { code: 'F5274', words: ['手机店', '通讯器材店', '数码店'], scope: '通讯设备销售；移动终端设备销售；电子产品销售', weights: both(3, 2, 4), exposure: 9, categories: [['electronics', 9], ['repair', 1]] },
  { code: 'F5251', words: ['大药房', '药店', '医药连锁店'], scope: '药品零售；第二类医疗器械销售；保健食品（预包装）销售', weights: both(1, 3, 12), exposure: 4, categories: [['drug', 6], ['device', 2], ['food', 2]] },
  { code: 'F5261', words: ['汽车销售', '汽车贸易', '二手车行'], scope: '汽车销售；二手车经销；汽车零配件零售', weights: both(1, 4, 1), exposure: 10, categories: [['vehicle', 10]] },
  { code: 'F5265', words: ['加油站', '石油销售'], scope: '成品油零售；食品销售；日用百货销售', weights: both(0, 1, 5), exposure: 5, categories: [['vehicle', 5], ['price', 1], ['food', 1]] },
  { code: 'F5281', words: ['五金店', '建材店', '五金机电商行'], scope: '五金产品零售；建筑材料销售；电工器材销售', weights: both(6, 5), exposure: 2, categories: [['building', 8], ['household', 1]] },
  { code: 'F5283', words: ['家具店', '家具城', '橱柜店', '门窗店'], scope: '家具销售；门窗销售；家具安装和维修服务', weights: both(3, 3), exposure: 7, categories: [['household', 9], ['building', 2]] },
  { code: 'F5292', words: ['电子商务', '网络科技', '优选商贸'], scope: '互联网销售（除销售需要许可的商品）；食品互联网销售', weights: both(3, 5), exposure: 8, categories: [['food', 4], ['clothing', 2], ['household', 2], ['advertising', 2], ['other', 1]] },
  { code: 'E5012', words: ['装饰装修', '装饰设计', '装修工程'], scope: '住宅室内装饰装修；建筑材料销售', weights: both(1, 6), exposure: 7, categories: [['building', 10]] },
  { code: 'K7020', words: ['物业管理', '物业服务'], scope: '物业管理；停车场服务', weights: both(0, 3, 4), exposure: 7, categories: [['property', 8], ['lift', 2], ['price', 2]] },
  { code: 'K7030', words: ['房产中介服务部', '房产经纪', '置业咨询'], scope: '房地产经纪；房地产咨询', weights: both(2, 2, 1), exposure: 3, categories: [['other', 5], ['price', 1], ['advertising', 1]] },
  { code: 'G6020', words: ['快递服务部', '速递服务', '快递服务'], scope: '国内快递；邮件寄递服务', weights: both(1, 2, 4), exposure: 8, categories: [['express', 10]] },
  { code: 'G5431', words: ['货运部', '物流', '运输'], scope: '道路货物运输（不含危险货物）', weights: both(4, 6), exposure: 0.3, categories: [['express', 4], ['other', 2]] },
  { code: 'H6110', words: ['宾馆', '大酒店', '商务酒店'], scope: '住宿服务；餐饮服务', weights: both(1, 2, 2), exposure: 6, categories: [['other', 4], ['price', 4], ['catering', 2]] },
  { code: 'H6130', words: ['民宿', '渔家乐', '温泉民宿'], scope: '民宿服务；餐饮服务', weights: both(2, 0.5), exposure: 5, categories: [['other', 4], ['price', 4], ['catering', 2]] },
  { code: 'O8040', words: ['美发店', '美容养生馆', '理发店', '美甲店'], scope: '理发服务；生活美容服务', weights: both(5, 1), exposure: 7, categories: [['beauty', 9], ['cosmetics', 1]] },
  { code: 'O8051', words: ['浴池', '洗浴中心', '温泉浴馆'], scope: '洗浴服务；足浴服务', weights: both(2, 1), exposure: 6, categories: [['beauty', 10]] },
  { code: 'O8030', words: ['洗衣店', '干洗店'], scope: '洗染服务；洗烫服务', weights: both(1, 0.3, 1), exposure: 7, categories: [['clothing', 6], ['other', 3]] },
  { code: 'O8111', words: ['汽车维修厂', '汽车修理部', '轮胎店', '汽车美容店'], scope: '机动车修理和维护；汽车零配件零售；洗车服务', weights: both(5, 3, 1), exposure: 5, categories: [['repair', 8], ['vehicle', 3]] },
  { code: 'R8930', words: ['健身馆', '瑜伽馆', '游泳健身俱乐部'], scope: '健身休闲活动；体育用品及器材零售', weights: both(1, 1), exposure: 14, categories: [['fitness', 10]] },
  { code: 'R9011', words: ['量贩歌厅', '娱乐会所'], scope: '歌舞娱乐活动；食品销售', weights: both(0.4, 0.4), exposure: 4, categories: [['fitness', 5], ['price', 3]] },
  { code: 'P8310', words: ['托育服务', '教育培训', '艺术培训'], scope: '托育服务；业务培训（不含教育培训、职业技能培训等需取得许可的培训）', weights: both(1, 2), exposure: 12, categories: [['education', 10]] },
  { code: 'L7291', words: ['旅行社', '国际旅行社'], scope: '旅游业务；旅客票务代理', weights: both(0, 1, 2), exposure: 5, categories: [['other', 8], ['price', 1]] },
  { code: 'O8010', words: ['家政服务', '保洁服务部', '月嫂服务'], scope: '家政服务；专业保洁、清洗、消毒服务', weights: both(1, 1), exposure: 4, categories: [['other', 10]] },
  { code: 'O8222', words: ['宠物医院', '宠物店'], scope: '动物诊疗；宠物食品及用品零售', weights: both(1, 0.4), exposure: 5, categories: [['other', 10]] },
  { code: 'A0512', words: ['农机服务', '农机销售', '农资店'], scope: '农业机械服务；化肥销售；农药零售；农作物种子经营', weights: { 'sole-trader': 3, enterprise: 2, cooperative: 12 }, exposure: 2, categories: [['farm', 10]] },
  { code: 'A0151', words: ['苹果种植', '果品种植', '无花果种植', '樱桃种植'], scope: '水果种植；新鲜水果批发', weights: { 'sole-trader': 0.5, enterprise: 1, cooperative: 38 }, exposure: 0.3, categories: [['food', 5]] },
  { code: 'A0141', words: ['蔬菜种植', '西洋参种植', '花生种植'], scope: '蔬菜种植；中草药种植；谷物销售', weights: { 'sole-trader': 0.5, enterprise: 1, cooperative: 26 }, exposure: 0.2, categories: [['food', 5]] },
  { code: 'A0411', words: ['海参养殖', '牡蛎养殖', '海产品养殖'], scope: '水产养殖；水产品批发', weights: { 'sole-trader': 1, enterprise: 2, cooperative: 14 }, exposure: 0.6, categories: [['food', 8]] },
  { code: 'A0313', words: ['生猪养殖', '畜禽养殖', '貂狐养殖'], scope: '牲畜饲养；家禽饲养', weights: { 'sole-trader': 0.6, enterprise: 1, cooperative: 12 }, exposure: 0.1, categories: [['food', 5]] },
  { code: 'C1361', words: ['水产食品', '冷藏食品', '海洋食品'], scope: '水产品冷冻加工；食品生产；货物进出口', weights: { enterprise: 4, branch: 0.5 }, exposure: 1, categories: [['food', 10]] },
  { code: 'C1392', words: ['豆制品厂', '粉条加工厂'], scope: '食品生产；豆制品制造', weights: { 'sole-trader': 1, enterprise: 1 }, exposure: 1, categories: [['food', 10]] },
  { code: 'C3670', words: ['汽车配件', '车桥', '机械制造'], scope: '汽车零部件及配件制造；机械零件、零部件加工', weights: { 'sole-trader': 1, enterprise: 9 }, exposure: 0.05, categories: [['vehicle', 10]] },
  { code: 'C2110', words: ['木业', '家具制造'], scope: '家具制造；木材加工', weights: { 'sole-trader': 1, enterprise: 3 }, exposure: 0.5, categories: [['household', 10]] },
  { code: 'E4910', words: ['机电安装', '建筑工程', '制冷设备安装'], scope: '建设工程施工；电气安装服务；特种设备安装改造修理', weights: { 'sole-trader': 1, enterprise: 8, branch: 1 }, exposure: 0.6, categories: [['lift', 3], ['building', 5]] },
  { code: 'F5127', words: ['商贸', '酒业', '食品商贸'], scope: '食品销售；日用百货批发', weights: { 'sole-trader': 2, enterprise: 10 }, exposure: 1, categories: [['food', 8], ['advertising', 1]] },
  { code: 'I65', words: ['信息科技', '软件技术', '网络技术'], scope: '软件开发；信息系统集成服务；技术服务', weights: { enterprise: 7 }, exposure: 0.3, categories: [['electronics', 5], ['other', 2]] },
  { code: 'L72', words: ['企业管理咨询', '广告传媒', '财务咨询', '文化传媒'], scope: '信息咨询服务；广告设计、代理；会议及展览服务', weights: { 'sole-trader': 2, enterprise: 9, branch: 2 }, exposure: 0.8, categories: [['advertising', 5], ['other', 3]] },
  { code: 'M75', words: ['生物科技', '健康科技', '新材料科技'], scope: '技术推广服务；保健食品（预包装）销售', weights: { enterprise: 6 }, exposure: 1, categories: [['advertising', 4], ['food', 4]] },
  { code: 'Q8425', words: ['口腔门诊部', '中医门诊部'], scope: '医疗服务', weights: { 'sole-trader': 0.6, enterprise: 1 }, exposure: 4, categories: [['device', 4], ['price', 4], ['advertising', 3]] },
]

/** Draws a trade as frequent as it is among firms of a kind. */
export const tradeLotteries: Readonly<Record<GeneratedKind, Lottery<Trade>>> = {
  'enterprise': forKind('enterprise'), 'sole-trader': forKind('sole-trader'), 'cooperative': forKind('cooperative'), 'branch': forKind('branch'),
}

export const categoryLotteries: ReadonlyMap<Trade, Lottery<Category>> = new Map(TRADES.map((trade) => [trade, lotteryOf(trade.categories)]))

function forKind(kind: GeneratedKind): Lottery<Trade> {
  return lotteryOf(TRADES.flatMap((trade): readonly (readonly [Trade, number])[] => {
    const weight = trade.weights[kind] ?? 0
    return weight > 0 ? [[trade, weight]] : []
  }))
}
