import { plainId } from './checklists.ts'

/** The act that a fault in an item suggests, as the cause of a case names it (案由): what was done, not what was asked. */
const ACTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'food-operator': {
    'licence': '未取得食品经营许可或者超出许可范围从事食品经营', 'premises': '食品经营场所环境不符合食品安全要求', 'facilities': '未按规定配备食品安全卫生设施', 'health-certificates': '安排未取得健康证明的人员从事接触直接入口食品的工作',
    'purchase-check': '未按规定履行食品进货查验义务', 'storage': '未按要求贮存食品', 'cold-chain': '未按规定温度贮存冷藏冷冻食品', 'expired': '经营超过保质期、标注虚假生产日期的食品', 'spoiled': '经营腐败变质、霉变生虫、混有异物的食品',
    'labels': '经营标签不符合规定的预包装食品', 'tableware': '餐具、饮具使用前未经洗净消毒', 'self-check': '未按规定建立并执行食品安全自查制度', 'safety-officer': '未按规定配备食品安全管理人员', 'daily-control': '未按规定落实食品安全日管控制度',
    'weekly-review': '未按规定落实食品安全周排查制度', 'licence-shown': '未按规定在经营场所展示食品经营许可证',
  },
  'drug-retailer': {
    'licence': '未取得药品经营许可证或者超出核准范围经营药品', 'pharmacist': '未按规定配备药师或者其他药学技术人员', 'purchase-acceptance': '未按规定建立并执行药品进货检查验收制度', 'records': '药品购销记录不真实、不完整', 'storage': '未按规定采取药品保管措施',
    'counterfeit': '销售假药、劣药', 'dispensing': '未按规定核对、调配处方', 'instructions': '零售药品未正确说明用法、用量和注意事项', 'prescription': '未凭处方销售处方药', 'open-shelf': '开架销售处方药', 'pharmacist-absent': '药师不在岗时未经审核销售处方药',
    'cold-storage': '未按规定温度储存冷藏冷冻药品', 'forbidden': '销售国家禁止零售的药品', 'vouchers': '未按规定保存药品购销凭证和记录', 'gifts': '以买赠等方式赠送处方药、甲类非处方药',
  },
  'lift-user-unit': {
    'registration': '使用未取得使用登记的电梯', 'periodic-inspection': '使用未经检验或者检验不合格的电梯', 'scrapped': '使用国家明令淘汰或者已经报废的电梯', 'maintenance': '未按规定对电梯进行维护保养', 'manager': '未按规定设置电梯安全管理机构或者配备安全管理人员',
    'rules': '未建立电梯安全管理制度', 'technical-file': '未建立电梯安全技术档案', 'notices': '未按规定张贴电梯安全使用说明、注意事项和警示标志', 'self-inspection': '未对电梯进行经常性维护保养和定期自行检查', 'after-fault': '电梯出现故障未全面检查、消除隐患继续使用',
    'safety-officer': '未按规定配备电梯安全总监和电梯安全员', 'daily-control': '未按规定落实电梯安全日管控制度', 'weekly-review': '未按规定落实电梯安全周排查制度', 'alarm': '电梯紧急报警装置不能正常使用',
  },
  'product-seller': {
    'acceptance': '未建立并执行进货检查验收制度', 'keeping': '未采取措施保持销售产品的质量', 'withdrawn': '销售国家明令淘汰并停止销售的产品或者失效、变质的产品', 'marking-certificate': '销售没有质量检验合格证明的产品',
    'marking-maker': '销售没有中文标明产品名称、生产厂厂名和厂址的产品', 'marking-expiry': '销售未标明生产日期和安全使用期或者失效日期的产品', 'false-origin': '销售伪造产地、伪造或者冒用他人厂名、厂址的产品', 'false-mark': '销售伪造或者冒用认证标志等质量标志的产品',
    'adulteration': '销售掺杂掺假、以假充真、以次充好的产品', 'safety-standard': '销售不符合保障人体健康和人身、财产安全标准的产品', 'price-marking': '未按规定明码标价', 'compulsory-certification': '销售未经强制性产品认证的产品',
  },
  'enterprise-disclosure': {
    'annual-report': '未按期报送并公示年度报告', 'contact': '公示的联系信息隐瞒真实情况、弄虚作假', 'existence': '公示的存续状态信息隐瞒真实情况、弄虚作假', 'investments': '公示的对外投资信息隐瞒真实情况、弄虚作假', 'contributions': '公示的出资信息隐瞒真实情况、弄虚作假',
    'share-transfers': '公示的股权变更信息隐瞒真实情况、弄虚作假', 'online-shops': '公示的网站、网店信息隐瞒真实情况、弄虚作假', 'accounts': '公示的资产状况信息隐瞒真实情况、弄虚作假', 'licences': '未按规定公示行政许可信息', 'penalties': '未按规定公示受到行政处罚的信息',
    'address': '通过登记的住所（经营场所）无法联系',
  },
}

/** The act by checklist and item; null where no such item is known. */
export function actSuggestedBy(row: Readonly<{ checklistId?: string; itemId?: string }>): string | null {
  return ACTS[plainId(row.checklistId ?? '')]?.[row.itemId ?? ''] ?? null
}

const LONGEST = 300

/** The acts of several faults in one cause, each once, as many as a cause has room for; null where none is known. */
export function actsSuggestedBy(rows: readonly Readonly<{ checklistId?: string; itemId?: string }>[]): string | null {
  let cause = ''
  for (const act of new Set(rows.flatMap((row) => actSuggestedBy(row) ?? []))) {
    const longer = cause === '' ? act : `${cause}；${act}`
    if (longer.length <= LONGEST) cause = longer
  }
  return cause === '' ? null : cause
}
