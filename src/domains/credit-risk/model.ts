import { defineAssessment } from '../../engines/assessment/definition.ts'
import { creditRiskRules } from './rules.ts'

/**
 * Credit-risk class of market entities. That entities are classed by risk is law (registration regulation, article 38);
 * the national indicators and weights are not published, so the points are the bureau's own.
 */
export const creditRisk = defineAssessment({
  id: 'credit-risk',
  name: '信用风险分类',
  source: '《中华人民共和国市场主体登记管理条例》第三十八条规定根据信用风险状况实施分级分类监管。国家通用型企业信用风险分类的指标权重未公开，'
    + '下列规则、分值和分类界限由本局自行确定，可以调整；规则后所列条款是所计事实或者监管重点的依据，不是分值的依据。上级下发的分类结果与本分类不是同一结果。',
  population: {
    kinds: ['enterprise', 'branch', 'cooperative', 'sole-trader'], statuses: ['active', 'suspended', 'revoked'],
    says: '当日未注销、未迁出的企业、分支机构、农民专业合作社；个体工商户参照评定',
  },
  rules: creditRiskRules,
  classes: [
    { id: 'A', name: '信用风险低', from: null, effect: '降低抽查比例和频次，除投诉举报、转办交办和法定检查外，一般不主动检查' },
    { id: 'B', name: '信用风险一般', from: 15, effect: '按常规比例和频次抽查' },
    { id: 'C', name: '信用风险较高', from: 30, effect: '提高抽查比例和频次' },
    { id: 'D', name: '信用风险高', from: 60, effect: '大幅提高抽查比例和频次，列为重点检查对象' },
  ],
  duty: 'credit',
  inspections: {
    procedure: 'inspection', dayFact: 'visitedOn', resultFact: 'visitResult', inspectorsFact: 'inspectors',
    results: ['none-found', 'ordered-to-correct', 'to-be-handled', 'uncooperative', 'not-found'], problemResults: ['ordered-to-correct', 'to-be-handled', 'uncooperative'],
  },
})
