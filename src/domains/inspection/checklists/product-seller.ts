import { itemsOf } from './checklist.ts'
import type { Checklist } from './checklist.ts'

const law = itemsOf('product-quality-law')
const certification = itemsOf('certification-regulation')
const price = itemsOf('price-law')

const underTheLaw = [
  law('acceptance', '建立并执行进货检查验收制度', '第三十三条', '销售者应当建立并执行进货检查验收制度，验明产品合格证明和其他标识', '品名、批次、缺少的凭证', { always: true }),
  law('keeping', '采取措施保持销售产品的质量', '第三十四条', '销售者应当采取措施，保持销售产品的质量', '品名、存放状况', { photo: true }),
  law('withdrawn', '没有销售国家明令淘汰并停止销售的产品和失效、变质的产品', '第三十五条', '销售者不得销售国家明令淘汰并停止销售的产品和失效、变质的产品', '品名、型号、数量、货值', { isKey: true, always: true, photo: true }),
  law('marking-certificate', '产品有质量检验合格证明', '第二十七条', '有产品质量检验合格证明', '品名、型号、批次', { photo: true }),
  law('marking-maker', '有中文标明的产品名称、生产厂厂名和厂址', '第二十七条', '有中文标明的产品名称、生产厂厂名和厂址', '品名、缺少的标识', { photo: true }),
  law('marking-expiry', '限期使用的产品标明生产日期和安全使用期或者失效日期', '第二十七条', '应当在显著位置清晰地标明生产日期和安全使用期或者失效日期', '品名、批次', { photo: true }),
  law('false-origin', '没有伪造产地、伪造或者冒用他人厂名、厂址', '第三十七条', '销售者不得伪造产地，不得伪造或者冒用他人的厂名、厂址', '品名、标注内容', { isKey: true, photo: true }),
  law('false-mark', '没有伪造或者冒用认证标志等质量标志', '第三十八条', '销售者不得伪造或者冒用认证标志等质量标志', '品名、标志、证书编号', { isKey: true, photo: true }),
  law('adulteration', '没有掺杂、掺假，以假充真、以次充好，以不合格产品冒充合格产品', '第三十九条', '不得掺杂、掺假，不得以假充真、以次充好，不得以不合格产品冒充合格产品', '品名、数量、货值', { isKey: true, photo: true }),
  law('safety-standard', '没有销售不符合保障人体健康和人身、财产安全标准的工业产品', '第十三条', '禁止生产、销售不符合保障人体健康和人身、财产安全的标准和要求的工业产品', '品名、标准号、不符合项', { isKey: true, photo: true }),
  price('price-marking', '明码标价', '第十三条', '应当按照政府价格主管部门的规定明码标价', '未标价的品种', { photo: true }),
]

/** Sellers of industrial products. */
export const productSeller: Checklist = {
  id: 'product-seller', name: '产品销售者质量监督检查项目', objectType: 'product',
  versions: [
    { from: '2021-01-01', items: underTheLaw },
    { from: '2023-07-20', items: [...underTheLaw, certification('compulsory-certification', '必须经过认证的产品已经认证并标注认证标志', '第二十七条', '应当经过认证并标注认证标志后，方可出厂、销售、进口或者在其他经营活动中使用', '品名、型号、证书编号', { isKey: true, photo: true })] },
  ],
}
