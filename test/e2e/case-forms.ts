import type { Answer, Answers } from './desk-forms.ts'

/** The firm of the story; it exists in no register. */
export const SELLER = { name: '威海市文登区示例暖家纺织品有限公司', townCode: '371003001', address: '山东省威海市文登区龙山路街道文山路示例18号', industryCode: 'F5137' } as const

export const ACTS = '销售不符合保障人身、财产安全的国家标准的电热毯'
const LAW = '《中华人民共和国产品质量法》'

export const verification = (verifiers: readonly string[]): Answers => ({
  核查人员: verifiers, 核查日期: '2026-03-24', 核查情况: '核对进货单据、销售台账和库存：2026年1月购进“示例牌”电热毯400条，未查验强制性产品认证证书，库存360条，产品无认证标志。',
})

export const filing = (handlers: readonly string[]): Answers => ({
  违法行为终了日期: '2026-03-23', '是否涉及公民生命健康安全、金融安全且有危害后果': false, 立案理由: '有证据初步证明当事人销售不符合保障人身、财产安全标准的产品，依法应当给予行政处罚。',
  符合的立案条件: ['有证据初步证明存在违法行为', '依法应当给予行政处罚', '属于本部门管辖', '在给予行政处罚的法定期限内'], 办案机构: '龙山', 办案人员: handlers,
})

export const scene = (collectors: readonly string[]): Answers => ({
  制作日期: '2026-03-26', 制作地点: '当事人经营场所二楼库房', 现场情况: '库房东侧堆放“示例牌”电热毯360条，外包装未标注强制性产品认证标志，规格150厘米乘80厘米；店长在场。', 取证人员: collectors, 是否由当事人或者被询问人核对签名: true,
})

export const interview = (collectors: readonly string[]): Answers => ({
  制作日期: '2026-03-26', 制作地点: '龙山市场监督管理所询问室', 被询问人: '法定代表人或者负责人', 取证人员: collectors, 是否由当事人或者被询问人核对签名: true,
  询问内容: '问：电热毯从何处购进？答：2026年1月从外地批发市场购进400条，没有查验认证证书。\n问：销售情况如何？答：已售40条，每条150元。',
})

export const papers = (collectors: readonly string[]): Answers => ({
  取证人员: collectors,
  新增证据: [
    { 证据种类: '书证', 证据名称: '进货单据', 证据来源: '当事人提供', 取得日期: '2026-03-26', 原件或者复制件: '复制件，已核对并注明与原件一致', 当事人或者有关人员是否签名确认: true },
    { 证据种类: '物证', 证据名称: '电热毯样品', 证据来源: '现场抽取', 取得日期: '2026-03-26', 原件或者复制件: '原件、原物或者原始载体', 当事人或者有关人员是否签名确认: true },
  ],
})

export const seizure: Answers = { 措施种类: '扣押', 采取措施的理由: '产品涉嫌不符合保障人身、财产安全的国家标准，防止流入市场。', '法律、法规依据': `${LAW}第十八条` }

export const carriedOut = (officers: readonly string[]): Answers => ({
  实施日期: '2026-03-26', 实施人员: officers, 当事人是否到场: true, 清单和现场笔录是否由当事人签名: true, '是否当场告知理由、依据、权利和救济途径': true, '是否当场交付决定书（通知书）和清单': true,
  保管人: '龙山市场监督管理所', 保管地点: '龙山市场监督管理所涉案物品库',
  '物品（场所、设施）清单': [{ 名称: '“示例牌”电热毯', 规格型号: '150厘米×80厘米', 数量: '360', 单位: '条', 货值: '54000', 是否为个人及其所扶养家属的生活必需品: false, 是否已被其他国家机关查封: false }],
})

export const TEST_BODY = '示例省产品质量检验研究院'
export const TEST_RESULT = '所检样品输入功率和电流、机械强度两项不符合国家标准，判定为不合格。'

export const fine = { 处罚种类: '罚款', 金额: '120000', 处罚内容: '罚款120000元', 处罚依据: `${LAW}第四十九条` }
export const goods = { 处罚种类: '没收非法财物', 金额: '54000', 处罚内容: '没收“示例牌”电热毯360条', 处罚依据: `${LAW}第四十九条` }
export const gains = { 处罚种类: '没收违法所得', 金额: '2000', 处罚内容: '没收违法所得2000元', 处罚依据: `${LAW}第四十九条` }

export const conclusion: Answers = {
  当事人类别: '法人或者其他组织', 认定的违法事实: '2026年1月，当事人购进“示例牌”电热毯400条，每条进价100元、售价150元。至查获时售出40条，库存360条，货值金额共计60000元，违法所得2000元。经检验，产品不符合保障人身、财产安全的国家标准。',
  违反的规定: `${LAW}第十三条第二款`, 处理意见: '给予行政处罚', 拟作出的行政处罚: [goods, fine, gains], 裁量理由: '货值较大，未查验认证证书；案发后配合调查，主动提供进销台账。', 裁量因素: [{ 因素: '货值金额', 认定: '60000元' }, { 因素: '配合情况', 认定: '如实提供进销台账' }],
  情节复杂或者重大的情形: ['不属于上述情形'],
}

export const review = (opinion: string): Answers => ({
  审核要点: ['具有管辖权', '当事人基本情况清楚', '案件事实清楚、证据充分', '定性准确', '适用依据正确', '程序合法', '处理适当'], 审核意见: opinion,
})

export const notice: Answers = {
  是否告知听证权利: true,
}

const shares = (kinds: readonly Readonly<{ kind: string; title: string; pages: number }>[]): Answer => {
  let page = 0
  return kinds.map(({ kind, title, pages }) => {
    const firstPage = page + 1
    page += pages
    return { 材料类别: kind, 材料名称: title, 起页: String(firstPage), 止页: String(page) }
  })
}

export const volumes: Answers = {
  正卷目录: shares([
    { kind: '立案审批表', title: '立案审批表', pages: 1 }, { kind: '行政处罚决定书及送达回证', title: '行政处罚决定书、送达回证', pages: 4 }, { kind: '对当事人制发的其他法律文书及送达回证', title: '告知书、听证通知书、送达回证', pages: 5 },
    { kind: '证据材料', title: '现场笔录、询问笔录、检验报告', pages: 12 }, { kind: '听证笔录', title: '听证笔录', pages: 3 }, { kind: '财物处理单据', title: '扣押清单、缴款票据', pages: 2 },
  ]),
  副卷目录: shares([
    { kind: '案源材料', title: '线索核查情况', pages: 2 }, { kind: '调查终结报告', title: '调查终结报告', pages: 3 }, { kind: '审核意见', title: '审核意见、法制审核意见', pages: 2 }, { kind: '听证报告', title: '听证报告', pages: 2 },
    { kind: '结案审批表', title: '结案审批表', pages: 1 },
  ]),
  档案号: '2026-处罚-1',
}
