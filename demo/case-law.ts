import type { Matter } from '../src/engines/procedure/matter.ts'

/** The provision an act violates and the one that punishes it. */
export type CaseLaw = Readonly<{ violated: string; punishedBy: string }>

const pair = (instrument: string, violated: string, punishedBy: string): CaseLaw => ({ violated: `《${instrument}》${violated}`, punishedBy: `《${instrument}》${punishedBy}` })

const FOOD = '中华人民共和国食品安全法'
const CONSUMERS = '中华人民共和国消费者权益保护法'

/** The first that fits the words of the act. */
const LAWS: readonly (readonly [RegExp, CaseLaw])[] = [
  [/未取得.*(?:食品|熟食)/u, pair(FOOD, '第三十五条', '第一百二十二条')],
  [/食品.*(?:宣称|治疗)/u, pair(FOOD, '第七十三条', '第一百四十条')],
  [/散装食品/u, pair(FOOD, '第六十八条', '第一百二十六条')],
  [/标签.*食品|食品.*标签|标签成分/u, pair(FOOD, '第六十七条', '第一百二十五条')],
  [/食品.*保质期|保质期.*食品|腐败变质/u, pair(FOOD, '第三十四条', '第一百二十四条')],
  [/未消毒|消毒|健康证明|后厨/u, pair(FOOD, '第三十三条', '第一百二十六条')],
  [/进货查验/u, pair(FOOD, '第五十三条', '第一百二十六条')],
  [/虚构原价/u, pair('中华人民共和国价格法', '第十四条', '第四十条')],
  [/明码标价|标价之外/u, pair('中华人民共和国价格法', '第十三条', '第四十二条')],
  [/广告/u, pair('中华人民共和国广告法', '第九条', '第五十七条')],
  [/注册商标/u, pair('中华人民共和国商标法', '第五十七条', '第六十条')],
  [/强制性(?:产品)?认证/u, pair('中华人民共和国认证认可条例', '第二十七条', '第六十六条')],
  [/电梯|锅炉|特种设备/u, pair('中华人民共和国特种设备安全法', '第四十条', '第八十四条')],
  [/药/u, pair('中华人民共和国药品管理法', '第五十三条', '第一百二十六条')],
  [/营业执照/u, pair('中华人民共和国市场主体登记管理条例', '第三十六条', '第四十八条')],
  [/年度报告|公示的.*信息/u, pair('企业信息公示暂行条例', '第八条', '第十八条')],
  [/虚假|承诺|未明示/u, pair(CONSUMERS, '第二十条', '第五十六条')],
  [/格式|条款|强制收取|预付/u, pair(CONSUMERS, '第十六条', '第五十六条')],
  [/产品|掺假|掺杂|冒充|以次充好|合格|能效|销售/u, pair('中华人民共和国产品质量法', '第三十九条', '第五十条')],
]

/** What the law says of the act that the matter names; the general duty to consumers where nothing else fits. */
export function lawOfAct({ facts }: Matter): CaseLaw {
  const act = typeof facts['suspectedActs'] === 'string' ? facts['suspectedActs'] : ''
  return LAWS.find(([words]) => words.test(act))?.[1] ?? pair(CONSUMERS, '第十六条', '第五十六条')
}
