import type { PlanData } from '../../../engines/plan/plan.ts'

type Items = PlanData['groups'][number]['items']

/** 二（一）3 and 4 */
export const equipmentAndProductSafety: Items = [
  { place: '二（一）3（1）', heading: '推进特种设备安全监管标准化', tasks: [
    { id: '1.3.1a', title: '建成全主体、全品种、全链条特种设备安全监管标准化体系', office: 'special-equipment',
      milestones: [{ dueOn: '2023-12-31', title: '权责清单和安全管理流程印发' }, { dueOn: '2025-12-31', title: '标准化体系全面建成' }] },
    { id: '1.3.1b', title: '依法办理使用登记，应检必检，超期未检隐患清零', office: 'special-equipment', everyYear: '超期未检设备排查清零', indicators: ['t15a', 't15b'] },
  ] },
  { place: '二（一）3（2）', heading: '构建特种设备安全双重预防体系', tasks: [
    { id: '1.3.2a', title: '5类使用单位双重预防体系建设覆盖率达到100%', office: 'special-equipment', indicators: ['t12'], everyYear: '完成建设评估和执法检查' },
  ] },
  { place: '二（一）3（3）', heading: '加强电梯质量安全源头治理和社会共治', tasks: [
    { id: '1.3.3a', title: '推行电梯保险加服务，责任保险投保率达到100%', office: 'special-equipment', everyYear: '核对电梯投保情况', indicators: ['t13'] },
    { id: '1.3.3b', title: '落实电梯使用维保主体责任，96333平台全覆盖', office: 'special-equipment', everyYear: '完成维保单位监督抽查和平台入网核对', indicators: ['9'] },
  ] },
  { place: '二（一）3（4）', heading: '强化技术检查和风险研判', tasks: [
    { id: '1.3.4a', title: '组织专家技术检查和精准指导，隐患闭环管理', office: 'special-equipment', everyYear: '完成专家技术检查' },
    { id: '1.3.4b', title: '做好事故调查处理、统计季（年）报和安全状况公布', office: 'special-equipment', everyYear: '完成统计季报、年报并公布安全状况', indicators: ['10'] },
    { id: '1.3.4c', title: '基层安全监察骨干每年培训40学时以上', office: 'special-equipment', everyYear: '骨干培训不少于40学时', indicators: ['t14'] },
  ] },
  { place: '二（一）4（1）', heading: '加强产品生产质量安全监管', tasks: [
    { id: '1.4.1a', title: '对重点区域、行业、产品开展质量安全专项整治', office: 'product-quality', everyYear: '完成专项整治和隐患排查' },
    { id: '1.4.1b', title: '强化生产许可证获证企业后续监管，运用省产品质量监管系统', office: 'product-quality', everyYear: '获证企业监督检查全覆盖' },
    { id: '1.4.1c', title: '重点工业产品抽查合格率达到95%，不合格产品处置率100%', office: 'product-quality', everyYear: '完成监督抽查计划和不合格处置', indicators: ['11', '12', '13'] },
  ] },
  { place: '二（一）4（2）', heading: '加强产品流通质量安全监管', tasks: [
    { id: '1.4.2a', title: '流通领域重点产品分类分级监管，查处三无和不合格产品', office: 'product-quality', everyYear: '完成流通领域抽检和查处' },
    { id: '1.4.2b', title: '推行一制度六要件，建立并更新批发企业监管台账', office: 'product-quality', everyYear: '更新批发企业台账并检查' },
    { id: '1.4.2c', title: '加油站成品油质量抽检每年全覆盖', office: 'product-quality', everyYear: '加油站成品油抽检全覆盖', indicators: ['t16'] },
  ] },
]
