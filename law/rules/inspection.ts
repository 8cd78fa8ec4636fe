import type { RuleContent } from '../types.ts'

const checkedOn = '2026-11-22'

const entityInformation = {
  instrument: 'enterprise-disclosure-regulation', checkedOn, verified: true, value: 20, unit: 'working-day', article: '第六条',
  quotation: '前款规定的企业信息应当自产生之日起20个工作日内予以公示',
} as const

const food = { instrument: 'food-inspection-measures', from: '2022-03-15', checkedOn, verified: true } as const

/** Inspections (监督检查): publicity of results, check after rectification, bars to repeated checks. */
export const inspectionRules = {
  'inspection.publication': { name: '公示检查结果', startsWith: '检查结果产生之日', values: [{ ...entityInformation, from: '2014-10-01' }] },
  'inspection.publication-food': {
    name: '公开食品监督检查结果', startsWith: '检查结果信息形成之日',
    values: [
      { ...entityInformation, from: '2014-10-01', until: '2022-03-15', note: '此前的日常监督检查办法另有公开期限，条文未核对；此处为企业信息公示的一般期限' },
      { ...food, value: 20, unit: 'working-day', article: '第三十九条', quotation: '应当于检查结果信息形成后20个工作日内向社会公开' },
    ],
  },
  'inspection.publication-disclosed-information': {
    name: '记录公示信息抽查结果', startsWith: '检查结束之日',
    values: [
      { ...entityInformation, from: '2014-10-01', until: '2025-03-18', note: '修订前的抽查办法条文未核对；此处为企业信息公示的一般期限' },
      { instrument: 'disclosed-information-check-measures', from: '2025-03-18', checkedOn, verified: true, value: 20, unit: 'working-day', article: '第十二条', quotation: '自检查结束之日起20个工作日内将检查结果记录在该企业的公示信息中' },
    ],
  },
  'inspection.correction': {
    name: '限期改正', startsWith: '责令改正之日',
    values: [{ instrument: 'penalty-law', from: '2014-01-01', checkedOn, verified: false, value: 1, unit: 'calendar-day', roll: 'none', article: '第二十八条', quotation: '', note: '期限由责令改正通知书载明，法律没有规定天数；此值只表示至少一日' }],
  },
  'inspection.re-check-equipment': {
    name: '特种设备整改复查', startsWith: '被检查单位提交整改报告之日',
    values: [
      { instrument: 'special-equipment-law', from: '2014-01-01', until: '2022-07-01', checkedOn, verified: true, value: null, unit: 'working-day', article: '第六十二条', quotation: '责令有关单位及时采取措施予以改正或者消除事故隐患', note: '此前的规定未核对到复查期限' },
      { instrument: 'special-equipment-inspection-measures', from: '2022-07-01', checkedOn, verified: true, value: 10, unit: 'working-day', article: '第二十九条', quotation: '在被检查单位提交整改报告后十个工作日内，对整改情况进行复查' },
    ],
  },
  'inspection.repeat-bar-food': {
    name: '上级已检查项目不重复检查的期间', startsWith: '上级监督检查之日',
    values: [{ ...food, value: 3, unit: 'month', roll: 'none', article: '第四十二条', quotation: '下级市场监督管理部门原则上三个月内不再重复检查已检查的项目' }],
  },
} as const satisfies Record<string, RuleContent>
