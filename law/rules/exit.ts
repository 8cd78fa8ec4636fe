import type { RuleContent } from '../types.ts'

const checkedOn = '2026-11-22'

const measures = { instrument: 'forced-deregistration-measures', from: '2025-10-10', checkedOn, verified: true } as const
const beforeMeasures = { instrument: 'forced-deregistration-measures', from: '2014-10-01', until: '2025-10-10', value: null, article: '（施行前）', quotation: '', checkedOn, verified: false, note: '本办法施行前没有规定该期限' } as const

const practice = { instrument: 'bureau-practice', from: '2014-10-01', checkedOn, verified: false, quotation: '' } as const

/** Exit from the register: forced deregistration (强制注销), its restoration, and dormant enterprises (僵尸企业). */
export const exitRules = {
  'exit.forced-trigger': { name: '可以启动强制注销', startsWith: '被吊销、责令关闭或者被撤销之日', values: [{ ...measures, value: 3, unit: 'year', roll: 'none', article: '第二条', quotation: '满三年未向公司登记机关申请注销公司登记的' }] },
  'exit.announcement': { name: '强制注销公告', startsWith: '公告之日', values: [{ ...beforeMeasures, unit: 'calendar-day', note: '公司法第二百四十一条规定不少于六十日，自2024年7月1日起；没有实施办法' }, { ...measures, value: 90, unit: 'calendar-day', article: '第三条', quotation: '公告期限为九十日' }] },
  'exit.announcement-by-law': { name: '强制注销公告（公司法）', startsWith: '公告之日', values: [{ instrument: 'company-law', from: '2024-07-01', checkedOn, verified: true, value: 60, unit: 'calendar-day', article: '第二百四十一条', quotation: '公告期限不少于六十日' }] },
  'exit.objection-review': { name: '强制注销异议审查', startsWith: '收到异议申请之日', values: [{ ...beforeMeasures, unit: 'working-day' }, { ...measures, value: 7, unit: 'working-day', article: '第五条', quotation: '自收到异议申请之日起七个工作日内对异议申请材料进行形式审查' }] },
  'exit.decision': { name: '强制注销登记决定', startsWith: '公告期限届满之日', values: [{ ...beforeMeasures, unit: 'working-day' }, { ...measures, value: 10, unit: 'working-day', article: '第七条', quotation: '应当在十个工作日内制作强制注销登记决定书' }] },
  'exit.announced-service': { name: '强制注销决定公告送达', startsWith: '发出公告之日', values: [{ ...beforeMeasures, unit: 'calendar-day' }, { ...measures, value: 30, unit: 'calendar-day', article: '第七条', quotation: '自发出公告之日起经过三十日，即视为送达' }] },
  'exit.restart': { name: '再次启动强制注销', startsWith: '强制注销程序终止之日或者恢复登记之日', values: [{ ...measures, value: 3, unit: 'year', roll: 'none', article: '第六条', quotation: '自强制注销程序终止之日起满三年' }] },
  'exit.restoration': { name: '申请恢复登记', startsWith: '被强制注销登记之日', values: [{ ...measures, value: 3, unit: 'year', roll: 'none', article: '第十条', quotation: '在公司被强制注销登记之日起三年内' }] },
  'exit.restoration-review': { name: '恢复登记审查', startsWith: '收到申请之日', values: [{ ...beforeMeasures, unit: 'working-day' }, { ...measures, value: 7, unit: 'working-day', article: '第十二条', quotation: '自收到恢复公司登记申请之日起七个工作日内进行审查' }] },
  'exit.restoration-decision': { name: '恢复登记决定', startsWith: '认定确有必要之日', values: [{ ...beforeMeasures, unit: 'working-day' }, { ...measures, value: 10, unit: 'working-day', article: '第十二条', quotation: '在十个工作日内制作恢复登记决定书' }] },
  'exit.special-mark': { name: '特别标注', startsWith: '被撤销设立登记、吊销营业执照、责令关闭之日', values: [{ instrument: 'registration-rules', from: '2022-03-01', checkedOn, verified: true, value: 6, unit: 'month', roll: 'none', article: '第六十七条', quotation: '6个月内未办理清算组公告或者未申请注销登记的' }] },
  'exit.suspension': { name: '歇业最长期限', startsWith: '歇业之日', values: [{ instrument: 'registration-regulation', from: '2022-03-01', checkedOn, verified: true, value: 3, unit: 'year', roll: 'none', article: '第三十条', quotation: '市场主体歇业的期限最长不得超过3年' }] },
  'exit.dormant-years': { name: '长期停业未年报的年数', values: [{ instrument: 'enterprise-disclosure-regulation', from: '2024-05-01', checkedOn, verified: true, value: 2, unit: 'year', article: '第十八条', quotation: '企业因连续2年未按规定报送年度报告被列入经营异常名录未改正', note: '修订决定自2024年5月1日起施行；“僵尸企业”没有全国统一的认定标准' }] },
  'exit.dormant-notice': { name: '长期停业清理提示的答复', startsWith: '提示送达之日', values: [{ ...practice, value: 30, unit: 'calendar-day', article: '清理长期停业主体', note: '法律没有规定该期限；工作约定，可由区县替换' }] },
  'exit.dormant-objection': { name: '长期停业清理异议核实', startsWith: '收到异议之日', values: [{ ...practice, value: 7, unit: 'working-day', article: '清理长期停业主体', note: '法律没有规定该期限；工作约定，参照强制注销异议审查' }] },
} as const satisfies Record<string, RuleContent>
