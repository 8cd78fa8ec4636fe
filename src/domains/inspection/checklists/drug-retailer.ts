import { itemsOf } from './checklist.ts'
import type { Checklist } from './checklist.ts'

const law = itemsOf('drug-administration-law')
const measures = itemsOf('drug-operation-measures')

const underTheLaw = [
  law('licence', '取得药品经营许可证，按核准的经营范围经营', '第五十一条', '应当经所在地县级以上地方人民政府药品监督管理部门批准，取得药品经营许可证', '许可证编号、有效期、超出的范围', { isKey: true, always: true, photo: true }),
  law('pharmacist', '有依法经过资格认定的药师或者其他药学技术人员', '第五十二条', '有依法经过资格认定的药师或者其他药学技术人员', '姓名、资格、在岗情况', { isKey: true, always: true }),
  law('purchase-acceptance', '建立并执行进货检查验收制度', '第五十六条', '应当建立并执行进货检查验收制度，验明药品合格证明和其他标识', '品名、批号、缺少的凭证', { isKey: true }),
  law('records', '购销记录真实、完整', '第五十七条', '应当有真实、完整的购销记录', '品名、批号、缺少的记录'),
  law('storage', '有冷藏、防冻、防潮、防虫、防鼠等保管措施', '第五十九条', '采取必要的冷藏、防冻、防潮、防虫、防鼠等措施，保证药品质量', '部位和状况', { photo: true }),
  law('counterfeit', '没有销售变质、被污染、超过有效期或者未标明有效期的药品', '第九十八条', '禁止生产（包括配制，下同）、销售、使用假药、劣药', '品名、批号、数量、货值', { isKey: true, always: true, photo: true }),
  law('dispensing', '处方经过核对后调配，不擅自更改或者代用', '第五十八条', '调配处方应当经过核对，对处方所列药品不得擅自更改或者代用', '处方编号和问题'),
  law('instructions', '零售时正确说明用法、用量和注意事项', '第五十八条', '零售药品应当准确无误，并正确说明用法、用量和注意事项', '现场询问情况'),
] as const

const underTheMeasures = [
  ...underTheLaw,
  measures('prescription', '凭处方销售处方药，处方保留不少于五年', '第四十二条', '按规定凭处方销售处方药，处方保留不少于五年', '品名、无处方销售的数量', { isKey: true, photo: true }),
  measures('open-shelf', '处方药没有开架销售', '第四十二条', '处方药不得开架销售', '品名和陈列位置', { always: true, photo: true }),
  measures('pharmacist-absent', '药师不在岗时挂牌告知，未经审核不销售处方药', '第四十二条', '不在岗时，应当挂牌告知', '药师在岗情况、告知牌', { photo: true }),
  measures('cold-storage', '冷藏冷冻药品的储存温度符合要求并有监测记录', '第四十一条', '冷藏冷冻药品储存、运输应当按要求配备冷藏冷冻设施设备，确保全过程处于规定的温度环境', '设备和实测温度', { isKey: true, measured: { label: '实测温度', unit: '℃' }, photo: true }),
  measures('forbidden', '没有销售国家禁止零售的药品', '第三十六条', '药品零售企业不得销售麻醉药品、第一类精神药品、放射性药品', '品名、批号、数量', { isKey: true, always: true, photo: true }),
  measures('vouchers', '购销凭证、记录保存不少于五年且不少于有效期满后一年', '第四十条', '保存不得少于五年，且不少于药品有效期满后一年', '缺少的年份'),
  measures('gifts', '没有以买赠等方式赠送处方药、甲类非处方药', '第四十二条', '不得以买药品赠药品或者买商品赠药品等方式向公众赠送处方药、甲类非处方药', '品名、促销方式', { photo: true }),
]

/** Retailers of drugs. */
export const drugRetailer: Checklist = {
  id: 'drug-retailer', name: '药品零售企业监督检查要点', objectType: 'drug',
  versions: [{ from: '2021-01-01', items: underTheLaw }, { from: '2024-01-01', items: underTheMeasures }],
}
