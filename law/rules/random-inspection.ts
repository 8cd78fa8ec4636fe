import type { RuleContent } from '../types.ts'

const checkedOn = '2026-11-22'

const disclosed = { instrument: 'disclosed-information-check-measures', checkedOn, value: 3, unit: 'percent', article: '第四条' } as const

/** What the yearly plan of random inspections (双随机抽查) may not fall below, and what it may not repeat. */
export const randomInspectionRules = {
  'random-inspection.disclosure-share': {
    name: '公示信息抽查最低比例',
    values: [
      { ...disclosed, from: '2014-10-01', until: '2025-03-18', verified: false, quotation: '', note: '修订前的抽查办法条文未核对' },
      { ...disclosed, from: '2025-03-18', verified: true, quotation: '抽取辖区内不少于3%的企业' },
    ],
  },
  'random-inspection.food-cycle': {
    name: '食品生产经营者全项目监督检查周期',
    values: [{ instrument: 'food-inspection-measures', from: '2022-03-15', checkedOn, verified: true, value: 2, unit: 'year', article: '第二十二条', quotation: '每两年对本行政区域内所有食品生产经营者至少进行一次覆盖全部检查要点的监督检查' }],
  },
  'random-inspection.drug-cycle': {
    name: '药品经营企业检查全覆盖周期',
    values: [{ instrument: 'drug-operation-measures', from: '2024-01-01', checkedOn, verified: true, value: 3, unit: 'year', article: '第六十条', clause: '第三项', quotation: '三年内对本行政区域内药品经营企业全部进行检查' }],
  },
  'random-inspection.product-repeat': {
    name: '同一产品不重复监督抽查的期间',
    values: [{ instrument: 'product-sampling-measures', from: '2020-01-01', checkedOn, verified: true, value: 6, unit: 'month', roll: 'none', article: '第八条', quotation: '不得在六个月内对同一生产者按照同一标准生产的同一商标、同一规格型号的产品' }],
  },
} as const satisfies Record<string, RuleContent>
