import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import { progressTable } from '../progress-table.ts'
import { facts } from './facts.ts'
import {
  announcedServiceMustHaveTakenEffect, announcementMustHaveRunOut, companyMustNotNeedApprovalForDeregistration, objectionMustFallInTheAnnouncement, objectionPapersMustBeComplete, onlyCompaniesAreForciblyDeregistered,
  serviceByAnnouncementNeedsTheListing, threeYearsMustHavePassedSinceRevocation, threeYearsMustHavePassedSinceTermination,
} from './guards.ts'

const measures = (article: string) => cite('forced-deregistration-measures', article)
const WORKERS = ['case-officer', 'section-head'] as const
const LEADER = ['bureau-leader'] as const

/** 强制注销公司登记: announcement of ninety days, objections, decision, service, special mark. */
export const forcedDeregistration = defineProcedure({
  id: 'forced-deregistration',
  name: '强制注销公司登记',
  numberPrefix: '强注',
  instruments: ['forced-deregistration-measures', 'company-law'],
  facts,
  parties: { company: { name: '公司', isConfidential: false }, objector: { name: '异议人', isConfidential: true } },
  opening: {
    name: '登记拟强制注销', by: [...WORKERS, ...LEADER, 'machine'], basis: [{ from: '2025-10-10', cite: measures('第二条') }], requires: ['companyName', 'legalForm', 'trigger', 'triggeredOn'],
    optional: ['uscc', 'companyAddress', 'legalRepresentative', 'needsApproval', 'isListedUnreachable', 'earlierEndOn'],
  },
  states: { screened: '待公告', announced: '公告中', objecting: '异议审查中', clear: '待决定', decided: '待送达', served: '已送达', deregistered: '已强制注销', terminated: '程序终止' },
  opensIn: 'screened',
  finalStates: ['deregistered', 'terminated'],
  outcomes: { 'deregistered': '强制注销', 'objection-upheld': '异议成立，终止', 'not-applicable': '不适用，终止' },
  steps: {
    announce: {
      name: '公告拟强制注销', from: 'screened', to: 'announced', by: LEADER, basis: measures('第三条'), requires: ['announcementText'],
      guards: [onlyCompaniesAreForciblyDeregistered, threeYearsMustHavePassedSinceRevocation, companyMustNotNeedApprovalForDeregistration, threeYearsMustHavePassedSinceTermination],
      computes: ({ today }) => ({ announcedOn: today }), documents: ['forced-announcement'],
    },
    receiveObjection: {
      name: '收到异议', from: ['announced', 'clear'], to: 'objecting', by: ['intake-officer', ...WORKERS], basis: measures('第四条'), requires: ['objector', 'objectionText', 'objectionPapers'], optional: ['objectionOn'], happenedOn: 'objectionOn',
      guards: [objectionMustFallInTheAnnouncement],
    },
    askObjectionPapers: { name: '一次性告知补正', from: 'objecting', to: 'same', by: WORKERS, basis: measures('第五条'), requires: ['papersMissing'] },
    receiveObjectionPapers: { name: '收到补正材料', from: 'objecting', to: 'same', by: ['intake-officer', ...WORKERS], basis: measures('第五条'), requires: ['objectionPapers'] },
    upholdObjection: { name: '认定异议成立', from: 'objecting', to: 'terminated', by: LEADER, basis: measures('第五条'), requires: ['objectionFinding'], guards: [objectionPapersMustBeComplete], closes: 'objection-upheld', documents: ['forced-objection-result'] },
    dismissObjection: { name: '认定异议不成立', from: 'objecting', to: 'announced', by: LEADER, basis: measures('第五条'), requires: ['objectionFinding'], documents: ['forced-objection-result'] },
    endAnnouncement: { name: '公告期满', from: 'announced', to: 'clear', by: ['machine'], basis: measures('第七条'), guards: [announcementMustHaveRunOut] },
    endAnnouncementAgain: { name: '异议审结，公告期满', from: 'announced', to: 'clear', by: WORKERS, basis: measures('第七条'), guards: [announcementMustHaveRunOut] },
    decideDeregistration: { name: '决定强制注销', from: 'clear', to: 'decided', by: LEADER, basis: measures('第七条'), computes: ({ today }) => ({ decidedOn: today }), documents: ['forced-decision'] },
    serveDecision: { name: '送达决定书', from: 'decided', to: 'served', by: WORKERS, basis: measures('第七条'), requires: ['serviceMethod'], optional: ['servedOn'], happenedOn: 'servedOn', guards: [serviceByAnnouncementNeedsTheListing] },
    markDeregistered: {
      name: '特别标注并公示', from: 'served', to: 'deregistered', by: WORKERS, basis: measures('第八条'), requires: ['licenceVoidText'], guards: [announcedServiceMustHaveTakenEffect],
      computes: ({ today }) => ({ deregisteredOn: today }), closes: 'deregistered',
    },
    terminate: { name: '终止', from: ['screened', 'announced', 'clear'], to: 'terminated', by: LEADER, basis: measures('第二条'), requires: ['terminationReason'], closes: 'not-applicable' },
  },
  clocks: {
    announcement: { name: '公告期限', kind: 'statutory', rule: 'exit.announcement', startsOn: ['announce'], stopsOn: ['endAnnouncement', 'endAnnouncementAgain', 'upholdObjection', 'terminate'], dueStep: 'endAnnouncement', expiresInto: 'endAnnouncement', isWaiting: true },
    objectionReview: { name: '异议审查期限', kind: 'statutory', rule: 'exit.objection-review', startsOn: ['receiveObjection'], stopsOn: ['upholdObjection', 'dismissObjection', 'askObjectionPapers'], restartedBy: ['receiveObjectionPapers'], dueStep: 'dismissObjection' },
    decision: { name: '决定期限', kind: 'statutory', rule: 'exit.decision', startsOn: ['endAnnouncement', 'endAnnouncementAgain'], stopsOn: ['decideDeregistration', 'terminate', 'receiveObjection'], dueStep: 'decideDeregistration' },
    announcedService: { name: '公告送达期限', kind: 'statutory', rule: 'exit.announced-service', appliesTo: (known) => known.serviceMethod === 'announcement', startsOn: ['serveDecision'], stopsOn: ['markDeregistered'], dueStep: 'markDeregistered', isWaiting: true },
  },
  progress: progressTable({
    'screened': ['拟启动强制注销。', '将通过国家企业信用信息公示系统公告90日。'],
    'announced': ['正在公告拟强制注销。', '相关部门、债权人和其他利害关系人可以在公告期内提出异议。'],
    'objecting': ['已收到异议，正在审查。', '将在7个工作日内审查。'],
    'clear': ['公告期已满，没有成立的异议。', '将在10个工作日内作出决定。'],
    'decided': ['已决定强制注销登记。', '将送达决定书。'],
    'served': ['决定书已送达。', '将特别标注并向社会公示。'],
    'deregistered': ['公司登记已被强制注销。', '三年内符合条件的，利害关系人可以申请恢复登记。'],
    'terminated': ['强制注销程序已终止。', '公司应当及时清算，依法申请注销登记。'],
  }),
})
