import { itemsOf } from './checklist.ts'
import type { Checklist } from './checklist.ts'

const law = itemsOf('food-safety-law')
const licence = itemsOf('food-operation-licence-measures')
const duty = itemsOf('food-responsibility-provisions')

const underTheLaw = [
  law('licence', '食品经营许可证或者备案有效，经营项目与许可一致', '第三十五条', '从事食品生产、食品销售、餐饮服务，应当依法取得许可', '许可证编号、有效期、超出的项目', { isKey: true, always: true, photo: true }),
  law('premises', '经营场所环境整洁，与污染源保持规定的距离', '第三十三条', '保持该场所环境整洁，并与有毒、有害场所以及其他污染源保持规定的距离', '部位和状况', { always: true, photo: true }),
  law('facilities', '消毒、防尘、防蝇、防鼠、防虫、洗涤、废弃物存放设施齐全有效', '第三十三条', '防腐、防尘、防蝇、防鼠、防虫、洗涤以及处理废水、存放垃圾和废弃物的设备或者设施', '缺失或者失效的设施', { photo: true }),
  law('health-certificates', '接触直接入口食品的人员持有效健康证明', '第四十五条', '应当每年进行健康检查，取得健康证明后方可上岗工作', '无有效健康证明的人数', { isKey: true, measured: { label: '无有效健康证明', unit: '人' } }),
  law('purchase-check', '查验供货者许可证和合格证明文件，有进货查验记录和凭证', '第五十三条', '应当查验供货者的许可证和食品出厂检验合格证或者其他合格证明', '品种、批次、缺少的凭证', { isKey: true }),
  law('storage', '按要求贮存食品，及时清理变质或者超过保质期的食品', '第五十四条', '定期检查库存食品，及时清理变质或者超过保质期的食品', '品名、数量、状况', { photo: true }),
  law('cold-chain', '冷藏、冷冻食品的贮存温度符合要求', '第三十三条', '符合保证食品安全所需的温度、湿度等特殊要求', '设备和实测温度', { measured: { label: '实测温度', unit: '℃' }, photo: true }),
  law('expired', '没有经营超过保质期、标注虚假生产日期的食品', '第三十四条', '标注虚假生产日期、保质期或者超过保质期的食品、食品添加剂', '品名、批号、数量、货值', { isKey: true, always: true, photo: true }),
  law('spoiled', '没有经营腐败变质、霉变生虫、混有异物的食品', '第三十四条', '腐败变质、油脂酸败、霉变生虫、污秽不洁、混有异物、掺假掺杂或者感官性状异常的食品', '品名、数量、感官性状', { isKey: true, always: true, photo: true }),
  law('labels', '预包装食品标签标明规定事项', '第六十七条', '预包装食品的包装上应当有标签', '品名、批号、缺少的事项', { photo: true }),
  law('tableware', '餐具、饮具经清洗消毒', '第五十六条', '不得使用未经清洗消毒的餐具、饮具', '餐饮具种类、消毒方式', { isKey: true, photo: true }),
  law('self-check', '建立并执行食品安全自查制度', '第四十七条', '应当建立食品安全自查制度，定期对食品安全状况进行检查评价', '最近一次自查日期'),
] as const

const withDutyHolders = [
  ...underTheLaw,
  duty('safety-officer', '依法配备食品安全员或者食品安全总监', '第六条', '食品生产经营企业应当依法配备食品安全员', '应配备和实有人数'),
  duty('daily-control', '有每日食品安全检查记录（日管控）', '第十二条', '形成《每日食品安全检查记录》', '缺少记录的日期'),
  duty('weekly-review', '有每周食品安全排查治理报告（周排查）', '第十三条', '形成《每周食品安全排查治理报告》', '缺少报告的周次'),
]

/** Operators of food: sellers and caterers. */
export const foodOperator: Checklist = {
  id: 'food-operator', name: '食品经营者监督检查要点', objectType: 'food',
  versions: [
    { from: '2021-01-01', items: underTheLaw },
    { from: '2022-11-01', items: withDutyHolders },
    {
      from: '2023-12-01',
      items: [...withDutyHolders, licence('licence-shown', '在经营场所显著位置悬挂、摆放或者展示食品经营许可证', '第二十八条', '应当在经营场所的显著位置悬挂、摆放纸质食品经营许可证正本或者展示其电子证书', '许可证放置位置', { photo: true })],
    },
  ],
}
