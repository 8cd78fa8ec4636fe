import type { RuleContent } from '../types.ts'

const checkedOn = '2026-11-22'

// As amended by order 108 of 2025. The texts before it were not read: their values stand as commonly printed and are marked so.
const abnormal = { instrument: 'abnormal-operation-list-measures', from: '2025-12-25', checkedOn, verified: true } as const
const abnormalOf2014 = { instrument: 'abnormal-operation-list-measures', from: '2014-10-01', until: '2025-12-25', article: '（2014年公布文本，条号待核）', quotation: '', checkedOn, verified: false, note: '2025年修正前的文本未读，期限和条号待核' } as const

const soleTrader = { instrument: 'sole-trader-annual-report-measures', from: '2025-12-25', checkedOn, verified: true } as const
const soleTraderOf2014 = { instrument: 'sole-trader-annual-report-measures', from: '2014-10-01', until: '2025-12-25', article: '（2014年公布文本，条号待核）', quotation: '', checkedOn, verified: false, note: '2025年修正前的文本未读，期限和条号待核' } as const

const serious = { instrument: 'serious-violation-list-measures', from: '2021-09-01', checkedOn, verified: true } as const
// The measures of 2015 (order 83) listed for other reasons; their limits are not loaded.
const beforeSerious = { instrument: 'serious-violation-list-measures', from: '2014-10-01', until: '2021-09-01', value: null, article: '（施行前）', quotation: '', checkedOn, verified: false, note: '本办法施行前适用的规定没有载入' } as const

const regulation = { instrument: 'enterprise-disclosure-regulation', from: '2024-05-01', article: '第十八条', checkedOn, verified: true } as const

/** Abnormal-operation list (经营异常名录), sole traders (个体工商户) and serious-violation list (严重违法失信名单). */
export const listRules = {
  'list.no-annual-report': { name: '未年报列入', startsWith: '年度报告公示结束之日', values: [{ ...abnormalOf2014, value: 10, unit: 'working-day' }, { ...abnormal, value: 10, unit: 'working-day', article: '第六条', quotation: '应当在当年年度报告公示结束之日起10个工作日内作出将其列入经营异常名录的决定' }] },
  'list.publicity-order': { name: '责令公示即时信息', startsWith: '责令之日', values: [{ ...abnormalOf2014, value: 10, unit: 'calendar-day' }, { ...abnormal, value: 10, unit: 'calendar-day', article: '第七条', quotation: '应当书面责令其在10日内履行公示义务' }] },
  'list.no-instant-information': { name: '未公示即时信息列入', startsWith: '责令的期限届满之日', values: [{ ...abnormalOf2014, value: 10, unit: 'working-day' }, { ...abnormal, value: 10, unit: 'working-day', article: '第七条', quotation: '应当在责令的期限届满之日起10个工作日内作出' }] },
  'list.name-not-changed': { name: '未办理名称变更列入', startsWith: '变更登记期限届满之日', values: [{ ...abnormalOf2014, value: null, unit: 'working-day', note: '修正前没有该项情形；修正前的文本未读' }, { ...abnormal, value: 10, unit: 'working-day', article: '第八条', quotation: '应当在变更登记期限届满之日起10个工作日内作出' }] },
  'list.unreachable': { name: '无法联系列入', startsWith: '查实之日', values: [{ ...abnormalOf2014, value: 10, unit: 'working-day' }, { ...abnormal, value: 10, unit: 'working-day', article: '第九条', quotation: '应当自查实之日起10个工作日内作出将其列入经营异常名录的决定' }] },
  'list.false-information': {
    name: '公示信息弄虚作假列入', startsWith: '查实之日',
    values: [{ ...abnormalOf2014, value: 10, unit: 'working-day' }, { ...abnormal, value: null, unit: 'working-day', article: '第四条', quotation: '应当将有下列情形之一的企业列入经营异常名录', note: '修正后的四项情形中没有弄虚作假；依《企业信息公示暂行条例》第十八条处罚' }],
  },
  'list.letter-interval-minimum': { name: '两次邮寄最短间隔', values: [{ ...abnormalOf2014, value: 15, unit: 'calendar-day' }, { ...abnormal, value: 15, unit: 'calendar-day', article: '第九条', clause: '第二款', quotation: '两次邮寄间隔时间不得少于15日' }] },
  'list.letter-interval-maximum': { name: '两次邮寄最长间隔', values: [{ ...abnormalOf2014, value: 30, unit: 'calendar-day' }, { ...abnormal, value: 30, unit: 'calendar-day', article: '第九条', clause: '第二款', quotation: '不得超过30日' }] },
  'list.objection': { name: '对列入提出异议', startsWith: '公示之日', values: [{ ...abnormalOf2014, value: 30, unit: 'calendar-day' }, { ...abnormal, value: 30, unit: 'calendar-day', article: '第十二条', quotation: '可以自公示之日起30日内' }] },
  'list.objection-acceptance': { name: '异议受理', startsWith: '收到申请之日', values: [{ ...abnormalOf2014, value: 5, unit: 'working-day' }, { ...abnormal, value: 5, unit: 'working-day', article: '第十二条', quotation: '应当在5个工作日内决定是否受理' }] },
  'list.objection-verification': { name: '异议核实', startsWith: '受理之日', values: [{ ...abnormalOf2014, value: 20, unit: 'working-day' }, { ...abnormal, value: 20, unit: 'working-day', article: '第十二条', quotation: '应当在20个工作日内核实' }] },
  'list.correction': { name: '更正错误列入', startsWith: '查实之日', values: [{ ...abnormalOf2014, value: 5, unit: 'working-day' }, { ...abnormal, value: 5, unit: 'working-day', article: '第十二条', clause: '第二款', quotation: '应当自查实之日起5个工作日内予以更正' }] },
  'list.three-years': {
    name: '列入经营异常名录满三年列入严重违法名单', startsWith: '列入之日',
    values: [
      { instrument: 'enterprise-disclosure-regulation', from: '2014-10-01', until: '2024-05-01', value: 3, unit: 'year', article: '第十七条', quotation: '', checkedOn, verified: false, note: '2024年修订前的文本未读，条号待核' },
      { ...regulation, value: null, unit: 'year', quotation: '由县级以上市场监督管理部门列入经营异常名录，并依法给予行政处罚', note: '修订后不再因满三年列入严重违法名单' },
    ],
  },
  'list.revocation-years': { name: '连续未年报吊销营业执照的年数', values: [{ ...regulation, value: 2, unit: 'year', quotation: '企业因连续2年未按规定报送年度报告被列入经营异常名录未改正', note: '修订决定自2024年5月1日起施行' }] },

  'sole-trader.no-report': { name: '个体未年报列入', startsWith: '年度报告结束之日', values: [{ ...soleTraderOf2014, value: 10, unit: 'working-day' }, { ...soleTrader, value: 10, unit: 'working-day', article: '第十三条', quotation: '应当在当年年度报告结束之日起10个工作日内作出将其列入经营异常名录的决定' }] },
  'sole-trader.false-report': { name: '个体年报弄虚作假列入', startsWith: '查实之日', values: [{ ...soleTraderOf2014, value: 10, unit: 'working-day' }, { ...soleTrader, value: 10, unit: 'working-day', article: '第十四条', quotation: '应当自查实之日起10个工作日内作出将其列入经营异常名录的决定' }] },
  'sole-trader.unreachable': { name: '个体无法联系列入', startsWith: '查实之日', values: [{ ...soleTraderOf2014, value: 10, unit: 'working-day' }, { ...soleTrader, value: 10, unit: 'working-day', article: '第十五条', quotation: '应当自查实之日起10个工作日内作出将其列入经营异常名录的决定' }] },
  'sole-trader.paper-report': { name: '公示纸质年报已报送', startsWith: '收到纸质年度报告之日', values: [{ ...soleTraderOf2014, value: 10, unit: 'working-day' }, { ...soleTrader, value: 10, unit: 'working-day', article: '第十条', quotation: '自收到纸质年度报告之日起10个工作日内' }] },
  'sole-trader.report-check': { name: '核查对个体年报的举报', startsWith: '收到举报材料之日', values: [{ ...soleTraderOf2014, value: 20, unit: 'working-day' }, { ...soleTrader, value: 20, unit: 'working-day', article: '第十二条', quotation: '自收到举报材料之日起20个工作日内进行核查' }] },
  'sole-trader.objection': { name: '个体对列入提出异议', startsWith: '公示之日', values: [{ ...soleTraderOf2014, value: 30, unit: 'calendar-day' }, { ...soleTrader, value: 30, unit: 'calendar-day', article: '第十七条', quotation: '可以自公示之日起30日内' }] },
  'sole-trader.objection-acceptance': { name: '个体异议受理', startsWith: '收到申请之日', values: [{ ...soleTraderOf2014, value: 5, unit: 'working-day' }, { ...soleTrader, value: 5, unit: 'working-day', article: '第十七条', quotation: '应当在5个工作日内决定是否受理' }] },
  'sole-trader.objection-verification': { name: '个体异议核实', startsWith: '受理之日', values: [{ ...soleTraderOf2014, value: 20, unit: 'working-day' }, { ...soleTrader, value: 20, unit: 'working-day', article: '第十七条', quotation: '应当在20个工作日内核实' }] },
  'sole-trader.correction': { name: '更正个体错误列入', startsWith: '查实之日', values: [{ ...soleTraderOf2014, value: 5, unit: 'working-day' }, { ...soleTrader, value: 5, unit: 'working-day', article: '第十七条', clause: '第二款', quotation: '应当自查实之日起5个工作日内予以更正' }] },

  'serious.statement': {
    name: '拟列入告知后的陈述、申辩', startsWith: '告知书送达之日',
    values: [
      { ...beforeSerious, unit: 'working-day' },
      { instrument: 'penalty-procedure-provisions', from: '2021-09-01', checkedOn, verified: true, value: 5, unit: 'working-day', article: '第五十七条', clause: '第二款', quotation: '当事人自告知书送达之日起五个工作日内，未行使陈述、申辩权，未要求听证的，视为放弃此权利', note: '名单办法第十三条：告知、听证等程序与行政处罚程序一并实施或者参照实施' },
    ],
  },
  'serious.publish': { name: '公示列入信息', startsWith: '作出列入决定之日', values: [{ ...beforeSerious, unit: 'working-day' }, { ...serious, value: 20, unit: 'working-day', article: '第十四条', quotation: '应当自作出决定之日起二十个工作日内将相关信息通过国家企业信用信息公示系统进行公示' }] },
  'serious.push': { name: '跨省推送列入信息', startsWith: '作出列入决定之日', values: [{ ...beforeSerious, unit: 'working-day' }, { ...serious, value: 10, unit: 'working-day', article: '第十四条', clause: '第二款', quotation: '应当自作出决定之日起十个工作日内将列入严重违法失信名单信息推送' }] },
  'serious.publish-received': { name: '协助公示跨省列入信息', startsWith: '收到信息之日', values: [{ ...beforeSerious, unit: 'working-day' }, { ...serious, value: 10, unit: 'working-day', article: '第十四条', clause: '第二款', quotation: '由其协助在收到信息之日起十个工作日内' }] },
  'serious.early-removal': { name: '可以申请提前移出', startsWith: '列入之日', values: [{ ...serious, value: 1, unit: 'year', roll: 'none', article: '第十六条', quotation: '当事人被列入严重违法失信名单满一年' }] },
  'serious.removal-decision': { name: '提前移出决定（名单办法）', startsWith: '受理之日', values: [{ ...serious, value: 15, unit: 'working-day', article: '第十七条', quotation: '自受理之日起十五个工作日内对申请进行核实', note: '2025年12月25日起按后发的信用修复专门规定：7个工作日，可延长10个工作日' }] },
  'serious.stop-display': { name: '移出后停止公示', startsWith: '决定移出之日', values: [{ ...beforeSerious, unit: 'working-day' }, { ...serious, value: 3, unit: 'working-day', article: '第十八条', quotation: '应当于三个工作日内停止公示相关信息，并解除相关管理措施' }] },
  'serious.annulment': { name: '处罚被撤销后停止公示', startsWith: '处罚被撤销、确认违法或者无效之日', values: [{ ...beforeSerious, unit: 'working-day' }, { ...serious, value: 3, unit: 'working-day', article: '第十九条', quotation: '应当撤销对当事人的列入决定，于三个工作日内停止公示相关信息' }] },
  'serious.term': { name: '列入期限', startsWith: '列入之日', values: [{ ...beforeSerious, unit: 'year' }, { ...serious, value: 3, unit: 'year', roll: 'none', article: '第二十一条', quotation: '当事人被列入严重违法失信名单之日起满三年的' }] },
  'serious.representative-bar': { name: '法定代表人、负责人任职限制', startsWith: '列入之日', values: [{ ...regulation, clause: '第二款', value: 3, unit: 'year', roll: 'none', quotation: '被列入市场监督管理严重违法失信名单的企业的法定代表人、负责人，3年内不得担任其他企业的法定代表人、负责人' }] },
  'joint-measure.feedback': { name: '联合惩戒措施反馈', startsWith: '通报之日', values: [{ instrument: 'bureau-practice', from: '2014-10-01', checkedOn, verified: false, value: 20, unit: 'working-day', article: '联合惩戒', quotation: '', note: '法律没有规定反馈期限；工作约定，可由区县替换' }] },
} as const satisfies Record<string, RuleContent>
