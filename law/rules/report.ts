import type { RuleContent } from '../types.ts'

const checkedOn = '2026-11-22'

const current = { instrument: 'complaint-report-measures', from: '2026-04-15', checkedOn, verified: true } as const

const former = {
  instrument: 'complaint-report-interim-measures', from: '2020-01-01', until: '2026-04-15', checkedOn, verified: false,
  note: '已废止，适用于2026年4月15日前收到的投诉举报；条文取自公开汇编，未与官方文本核对',
} as const

// Articles as numbered since the amendment of 2021.
const procedure = { instrument: 'penalty-procedure-provisions', from: '2021-07-15', checkedOn, verified: true } as const

const procedureOf2018 = {
  instrument: 'penalty-procedure-provisions', from: '2019-04-01', until: '2021-07-15', article: '（2018年公布文本，条号待核）', checkedOn, verified: false,
  note: '2021年修正前的文本未读，期限和条号待核',
} as const

const reward = {
  instrument: 'report-reward-measures', from: '2021-12-01', checkedOn, verified: false,
} as const

const rewardShare = { ...reward, unit: 'percent', article: '第十二条', note: '据公开报道；官方文本未读' } as const

const rewardFloor = { ...reward, unit: 'yuan', article: '第十二条', note: '据公开报道；官方文本未读' } as const

const rewardArticleUnknown = { ...reward, article: '（条号待核）' } as const

/** Reports (举报), their verification, notices and rewards. */
export const reportRules = {
  'report.verification': {
    name: '举报核查并决定是否立案',
    startsWith: '发现线索或者收到材料之日',
    values: [
      { ...procedureOf2018, value: 15, unit: 'working-day', quotation: '' },
      { ...procedure, value: 15, unit: 'working-day', article: '第十八条', quotation: '自发现线索或者收到材料之日起十五个工作日内予以核查' },
    ],
  },
  'report.verification-extension': {
    name: '举报核查延长',
    values: [
      { ...procedureOf2018, value: 15, unit: 'working-day', quotation: '' },
      { ...procedure, value: 15, unit: 'working-day', article: '第十八条', quotation: '经市场监督管理部门负责人批准，可以延长十五个工作日' },
    ],
  },
  'report.filing-notice': {
    name: '告知实名举报人是否立案',
    startsWith: '作出是否立案决定之日',
    values: [
      { ...former, value: 5, unit: 'working-day', article: '第三十一条', clause: '第二款', quotation: '自作出是否立案决定之日起五个工作日内告知举报人' },
      {
        ...current, value: null, unit: 'working-day', article: '第四十六条', quotation: '《市场监督管理投诉举报处理暂行办法》同时废止',
        note: '现行办法未规定该项告知期限',
      },
    ],
  },
  'report.jurisdiction-dispute': {
    name: '处理权限争议协商',
    startsWith: '发生争议之日',
    values: [
      { ...former, value: 7, unit: 'working-day', article: '第三十条', quotation: '自发生争议之日起七个工作日内协商解决' },
      { ...current, value: 7, unit: 'working-day', article: '第三十三条', quotation: '自发生争议之日起七个工作日内协商解决' },
    ],
  },
  'report.false-disclosure': {
    name: '企业公示信息虚假举报的核查和答复',
    startsWith: '接到举报材料之日',
    values: [{
      instrument: 'enterprise-disclosure-regulation', from: '2014-10-01', checkedOn, verified: true,
      value: 20, unit: 'working-day', article: '第十三条', clause: '第一款', quotation: '自接到举报材料之日起20个工作日内进行核查',
    }],
  },
  'report.disclosure-query': {
    name: '企业公示信息查询答复',
    startsWith: '收到申请之日',
    values: [{
      instrument: 'enterprise-disclosure-regulation', from: '2014-10-01', checkedOn, verified: true,
      value: 20, unit: 'working-day', article: '第十三条', clause: '第二款', quotation: '自收到申请之日起20个工作日内书面答复申请人',
    }],
  },
  'report.reward-share-first': { name: '一级举报奖励比例', values: [{ ...rewardShare, value: 5, quotation: '按罚没款的5%给予奖励' }] },
  'report.reward-share-second': { name: '二级举报奖励比例', values: [{ ...rewardShare, value: 3, quotation: '按罚没款的3%给予奖励' }] },
  'report.reward-share-third': { name: '三级举报奖励比例', values: [{ ...rewardShare, value: 1, quotation: '按罚没款的1%给予奖励' }] },
  'report.reward-floor-first': { name: '一级举报奖励最低额', values: [{ ...rewardFloor, value: 5000, quotation: '按此计算不足5000元的，给予5000元奖励' }] },
  'report.reward-floor-second': { name: '二级举报奖励最低额', values: [{ ...rewardFloor, value: 3000, quotation: '按此计算不足3000元的，给予3000元奖励' }] },
  'report.reward-floor-third': { name: '三级举报奖励最低额', values: [{ ...rewardFloor, value: 1000, quotation: '按此计算不足1000元的，给予1000元奖励' }] },
  'report.reward-cap': {
    name: '每起案件举报奖励上限',
    values: [{ ...rewardArticleUnknown, value: 1_000_000, unit: 'yuan', quotation: '上限为100万元', note: '据公开报道；官方文本未读，条号待核' }],
  },
  'report.reward-joint-decision': {
    name: '会同财政部门确定的奖励金额',
    values: [{ ...rewardArticleUnknown, value: 500_000, unit: 'yuan', quotation: '单笔奖励金额达到50万元以上（含50万元）', note: '据公开报道；官方文本未读，条号待核' }],
  },
  'report.reward-notice': {
    name: '举报奖励告知',
    startsWith: '结案之日',
    values: [{ ...rewardArticleUnknown, value: 15, unit: 'working-day', quotation: '', note: '期限未核对，启用前须核对官方文本' }],
  },
  'report.reward-claim': {
    name: '举报奖励领取',
    startsWith: '接到奖励告知之日',
    values: [{ ...rewardArticleUnknown, value: 60, unit: 'calendar-day', roll: 'none', quotation: '', note: '期限未核对，启用前须核对官方文本' }],
  },
} as const satisfies Record<string, RuleContent>
