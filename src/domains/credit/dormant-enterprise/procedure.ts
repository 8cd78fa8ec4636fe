import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import { wasTaken, whyNotEnded } from '../clock-ended.ts'
import { progressTable } from '../progress-table.ts'
import { leadToRevocation } from '../revocation-lead.ts'
import { facts } from './facts.ts'

const regulation = cite('enterprise-disclosure-regulation', '第十八条')
const WORKERS = ['case-officer', 'section-head'] as const
const LEADER = ['bureau-leader'] as const

export const enterpriseMustBeWarnedBeforeExit: Guard<typeof facts> = {
  name: 'enterpriseMustBeWarnedBeforeExit',
  cite: regulation,
  check: ({ matter, now }) => {
    if (!wasTaken(matter, 'sendNotice')) return { says: '移送前应当提示该主体，尚未提示。', do: '请先办理“发出提示”。' }
    const why = whyNotEnded(matter, 'answer', now)
    return why === null || wasTaken(matter, 'dismissObjection') ? null : { says: `答复的${why}。`, do: '请待期满；已经答复的，登记异议。' }
  },
}

export const dormancyMustBeChecked: Guard<typeof facts> = {
  name: 'dormancyMustBeChecked',
  cite: regulation,
  check: ({ matter }) => (wasTaken(matter, 'check') ? null : { says: '名单由数据筛查得出，尚未核查该主体是否真的停止经营。', do: '请先办理“核查”。' }),
}

export const forcedExitNeedsARevokedLicence: Guard<typeof facts> = {
  name: 'forcedExitNeedsARevokedLicence',
  cite: cite('forced-deregistration-measures', '第二条'),
  needsInput: true,
  check: ({ facts: known }) => ((known.screeningReasons ?? []).includes('revoked-three-years') ? null
    : { says: '强制注销须自被吊销、责令关闭或者被撤销之日起满三年，筛查情形中没有这一项。', do: '请办理“移送吊销”，或者由该主体自行注销。' }),
}

export const revocationExitNeedsTwoMissingYears: Guard<typeof facts> = {
  name: 'revocationExitNeedsTwoMissingYears',
  cite: regulation,
  check: ({ facts: known }) => ((known.screeningReasons ?? []).includes('two-years-missing') ? null
    : { says: '移送吊销营业执照须连续两年未年报被列入未改正且无法联系，筛查情形中没有这一项。', do: '请核实后另选退出方式。' }),
}

/** 长期停业主体清理 (僵尸企业): what the screening lists is checked, warned, heard, and led out by a lawful way. */
export const dormantEnterprise = defineProcedure({
  id: 'dormant-enterprise',
  name: '长期停业主体清理',
  numberPrefix: '清理',
  instruments: ['enterprise-disclosure-regulation', 'registration-rules', 'forced-deregistration-measures'],
  facts,
  parties: { enterprise: { name: '市场主体', isConfidential: false } },
  opening: { name: '登记筛查结果', by: [...WORKERS, 'machine'], basis: regulation, requires: ['enterpriseName', 'screeningReasons', 'screenedOn'], optional: ['uscc', 'triggeredOn'] },
  states: { screened: '待核查', warned: '已提示', objecting: '异议核实中', exited: '已退出', kept: '不予清理' },
  opensIn: 'screened',
  finalStates: ['exited', 'kept'],
  outcomes: { 'exited': '自行退出或者恢复经营', 'revocation': '移送吊销营业执照', 'forced': '移送强制注销', 'kept': '不予清理' },
  steps: {
    check: { name: '核查', from: 'screened', to: 'same', by: WORKERS, basis: regulation, requires: ['checkText'] },
    sendNotice: { name: '发出提示', from: 'screened', to: 'warned', by: WORKERS, basis: 'internal', requires: ['noticeText'], optional: ['servedOn'], happenedOn: 'servedOn', guards: [dormancyMustBeChecked], documents: ['dormant-notice'] },
    receiveObjection: { name: '登记异议', from: 'warned', to: 'objecting', by: ['intake-officer', ...WORKERS], basis: 'internal', requires: ['objectionText'] },
    dismissObjection: { name: '异议不成立', from: 'objecting', to: 'warned', by: ['section-head', ...LEADER], basis: 'internal', requires: ['objectionFinding'] },
    upholdObjection: { name: '异议成立', from: 'objecting', to: 'kept', by: ['section-head', ...LEADER], basis: 'internal', requires: ['objectionFinding'], closes: 'kept' },
    recordExit: { name: '登记退出', from: ['screened', 'warned'], to: 'exited', by: WORKERS, basis: 'internal', requires: ['exitWay', 'exitText'], closes: 'exited' },
    referForRevocation: { name: '移送吊销', from: ['screened', 'warned'], to: 'exited', by: LEADER, basis: regulation, requires: ['referralText'], guards: [enterpriseMustBeWarnedBeforeExit, revocationExitNeedsTwoMissingYears], closes: 'revocation', opens: ({ matter, facts: known }) => leadToRevocation(matter, { name: known.enterpriseName, uscc: known.uscc, says: known.referralText }) },
    referForForcedDeregistration: {
      name: '移送强制注销', from: ['screened', 'warned'], to: 'exited', by: LEADER, basis: cite('forced-deregistration-measures', '第二条'), requires: ['referralText', 'triggeredOn'],
      guards: [enterpriseMustBeWarnedBeforeExit, forcedExitNeedsARevokedLicence], closes: 'forced',
      opens: ({ facts: known }) => ({
        procedure: 'forced-deregistration', title: `${known.enterpriseName ?? ''}强制注销`, channel: 'screening',
        facts: { companyName: known.enterpriseName ?? '', legalForm: 'company', trigger: 'licence-revoked', triggeredOn: known.triggeredOn ?? '', ...(known.uscc === undefined ? {} : { uscc: known.uscc }) },
        parties: { enterprise: 'company' },
      }),
    },
    keep: { name: '不予清理', from: ['screened', 'warned'], to: 'kept', by: ['section-head', ...LEADER], basis: 'internal', requires: ['keepReason'], closes: 'kept' },
  },
  clocks: {
    answer: { name: '答复期限', kind: 'internal', rule: 'exit.dormant-notice', startsOn: ['sendNotice'], stopsOn: ['recordExit', 'keep', 'referForRevocation', 'referForForcedDeregistration', 'upholdObjection'], dueStep: 'recordExit', isWaiting: true },
    objection: { name: '异议核实期限', kind: 'internal', rule: 'exit.dormant-objection', startsOn: ['receiveObjection'], stopsOn: ['dismissObjection', 'upholdObjection'], dueStep: 'dismissObjection' },
  },
  progress: progressTable({
    'screened': ['经数据筛查列入核查名单。', '将核查是否停止经营。'],
    'warned': ['已提示该主体尽快注销或者恢复经营。', '请在提示的期限内答复。'],
    'objecting': ['已收到异议，正在核实。', '将告知核实结果。'],
    'exited': ['清理已办结。', '没有后续办理。'],
    'kept': ['不予清理。', '没有后续办理。'],
  }),
})
