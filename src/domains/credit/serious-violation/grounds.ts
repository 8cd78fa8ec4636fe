import { cite } from '../../../kernel/citation.ts'
import type { Citation } from '../../../kernel/citation.ts'

/** The acts of articles 5 to 11, each item one ground; what other law lists (regulation on disclosure, Art 18), and court documents (Art 24). */
export const SERIOUS_GROUNDS = {
  'food-unlicensed': '未依法取得食品生产经营许可从事食品生产经营活动',
  'food-prohibited': '用非食品原料生产食品、生产经营添加药品或者病死、未经检疫等禁止生产经营的食品',
  'food-over-limit': '生产经营危害人体健康的物质超过限量、超过保质期原料或者标签虚假涉及疾病预防治疗的食品',
  'food-other': '其他严重危害人民群众身体健康和生命安全的食品安全违法行为',
  'drug-counterfeit': '生产销售假药、劣药或者未取得批准证明文件的药品',
  'device-unregistered': '生产、销售未经注册的第二、三类医疗器械',
  'cosmetic-illegal-additive': '生产、销售非法添加可能危害人体健康物质的化妆品',
  'drug-other': '其他严重危害生命健康的药品、医疗器械、化妆品违法行为',
  'equipment': '生产、销售、出租、使用未取得许可、淘汰、报废、未经检验或者检验不合格的特种设备，或者违规充装',
  'product-quality': '生产销售不符合保障健康安全国家标准的产品，掺杂掺假、以假充真、以次充好、以不合格冒充合格或者国家明令淘汰的产品',
  'sampling-repeat': '产品质量监督抽查不合格，经省级以上公告后复查仍不合格',
  'false-testing': '出具虚假或者严重失实的检验、检测、认证、认可结论，严重危害质量安全',
  'certification': '伪造、冒用、买卖认证标志或者证书，强制性产品未经认证擅自出厂、销售、进口、使用',
  'quality-other': '其他严重危害生命健康的质量安全违法行为',
  'consumer-dignity': '侵害消费者人格尊严、个人信息依法得到保护等权利',
  'prepaid-flight': '预收费用后为逃避义务关门停业或者迁移，且无法取得联系',
  'metrology-fraud': '制造、销售、使用以欺骗消费者为目的的计量器具或者伪造计量数据',
  'recall-refused': '经责令召回仍拒绝或者拖延实施缺陷产品召回',
  'consumer-other': '其他严重侵害消费者权益的违法行为',
  'unfair-competition': '侵犯商业秘密、商业诋毁、组织虚假交易等严重破坏公平竞争秩序的行为',
  'intellectual-property': '故意侵犯知识产权，非正常专利申请、恶意商标注册或者严重违法代理',
  'price': '价格串通、低价倾销、哄抬价格，不执行政府定价或者价格干预措施',
  'pyramid-selling': '组织、策划传销或者为传销提供便利条件',
  'false-advertising': '发布关系消费者生命健康的商品或者服务的虚假广告',
  'competition-other': '其他严重破坏公平竞争秩序和扰乱市场秩序的违法行为',
  'unlicensed-other': '未依法取得其他许可从事经营活动',
  'fraudulent-licence': '以虚假材料等手段取得许可或者登记，涂改、倒卖、出租、出售许可证件、营业执照',
  'obstruction': '拒绝、阻碍、干扰监督检查和事故调查',
  'false-disclosure': '公示信息隐瞒真实情况、弄虚作假，情节严重',
  'court-document': '人民法院生效法律文书认定、依法需要列入的失信行为',
  'refused-performance': '有履行能力但拒不履行、逃避执行行政决定，严重影响公信力',
} as const

const ARTICLE_OF: Readonly<Record<string, string>> = {
  'food-unlicensed': '第五条第一项', 'food-prohibited': '第五条第二项', 'food-over-limit': '第五条第三项', 'food-other': '第五条第四项',
  'drug-counterfeit': '第六条第一项', 'device-unregistered': '第六条第二项', 'cosmetic-illegal-additive': '第六条第三项', 'drug-other': '第六条第四项',
  'equipment': '第七条第一项', 'product-quality': '第七条第二项', 'sampling-repeat': '第七条第三项', 'false-testing': '第七条第四项', 'certification': '第七条第五项', 'quality-other': '第七条第六项',
  'consumer-dignity': '第八条第一项', 'prepaid-flight': '第八条第二项', 'metrology-fraud': '第八条第三项', 'recall-refused': '第八条第四项', 'consumer-other': '第八条第五项',
  'unfair-competition': '第九条第一项', 'intellectual-property': '第九条第二项', 'price': '第九条第三项', 'pyramid-selling': '第九条第四项', 'false-advertising': '第九条第五项', 'competition-other': '第九条第六项',
  'unlicensed-other': '第十条第一项', 'fraudulent-licence': '第十条第二项', 'obstruction': '第十条第三项', 'refused-performance': '第十一条', 'court-document': '第二十四条',
}

/** The item of the measures, or of the regulation on disclosure, that makes an act a ground. */
export function articleOfGround(ground: string): Citation {
  if (ground === 'false-disclosure') return cite('enterprise-disclosure-regulation', '第十八条第二款')
  return cite('serious-violation-list-measures', ARTICLE_OF[ground] ?? '第二条')
}
