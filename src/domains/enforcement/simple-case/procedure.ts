import { formatDate } from '../../../kernel/calendar-date.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import { provisions, sinceProvisions } from '../citations.ts'
import { FILED } from '../filed.ts'
import { facts } from './facts.ts'
import {
  certificatesMustBeShownOnTheSpot, collectedFineMustBeHandedIn, collectionMustPrecedeHandingIn, fineMustBePaidBeforeTheEnd, fineMustHaveAnAmount, onlyAFineIsCollected,
  partyMustBeToldBeforeASpotDecision, rightsMustHaveBeenTold, smallFineMustBeSmall, spotDecisionMustBeHandedOver, spotFineMustKeepToTheLimit,
  spotPenaltyNeedsTwoCertifiedOfficers,
} from './guards.ts'

const WORKERS = ['case-officer', 'section-head'] as const

/**
 * A penalty imposed on the spot (简易程序): told, heard, decided and handed over within one visit. It is not published: the penalty
 * disclosure provisions speak of decisions under the ordinary procedure (Art 2).
 */
export const simpleCase = defineProcedure({
  id: 'simple-case',
  name: '行政处罚（简易程序）',
  numberPrefix: '当场罚',
  attachmentsFiled: FILED.evidence,
  instruments: ['penalty-procedure-provisions', 'penalty-law'],
  facts,
  parties: { party: { name: '当事人', isConfidential: false } },
  opening: {
    name: '登记当场查处', by: ['case-officer', 'section-head', 'machine'], basis: sinceProvisions('第六十六条'), requires: ['partyName', 'partyKind', 'suspectedActs'], optional: ['partyUscc', 'partyAddress'],
    fromRegister: { uscc: 'partyUscc', address: 'partyAddress' },
  },
  states: { found: '查处中', told: '已告知', decided: '已决定', archived: '已归档', turned: '已转为普通程序' },
  opensIn: 'found',
  finalStates: ['archived', 'turned'],
  outcomes: { penalised: '当场处罚', turned: '转为普通程序' },
  steps: {
    tell: {
      name: '告知并听取意见', from: 'found', to: 'told', by: WORKERS, basis: provisions('第六十九条'), requires: ['foundOn', 'foundAt', 'officers', 'certificatesShown', 'evidenceNote', 'toldOnSpot', 'statementText'],
      guards: [spotPenaltyNeedsTwoCertifiedOfficers, certificatesMustBeShownOnTheSpot, rightsMustHaveBeenTold],
    },
    decide: {
      name: '作出当场处罚决定', from: ['found', 'told'], to: 'decided', by: WORKERS, basis: provisions('第六十七条'), documents: ['simple-penalty-decision'],
      requires: ['illegalFacts', 'violatedLaw', 'penaltyBasis', 'spotPenalty', 'isHandedOver'], optional: ['fineInFen', 'refusalNote'],
      guards: [partyMustBeToldBeforeASpotDecision, fineMustHaveAnAmount, spotFineMustKeepToTheLimit, spotDecisionMustBeHandedOver],
      computes: ({ input, today }) => ({ decidedOn: today, payableInFen: input.fineInFen ?? 0 }),
    },
    collectOnTheSpot: {
      name: '当场收缴罚款', from: 'decided', to: 'same', by: WORKERS, basis: provisions('第七十二条'), requires: ['collectionGround', 'collectedOn', 'receiptNo'], isOnce: true, happenedOn: 'collectedOn', guards: [onlyAFineIsCollected, smallFineMustBeSmall],
    },
    handIn: { name: '交回罚款', from: 'decided', to: 'same', by: WORKERS, basis: provisions('第七十三条'), requires: ['handedInOn'], isOnce: true, happenedOn: 'handedInOn', guards: [collectionMustPrecedeHandingIn] },
    recordPayment: { name: '登记缴款', from: 'decided', to: 'same', by: WORKERS, basis: provisions('第七十二条'), requires: ['paidOn', 'receiptNo'], isOnce: true, happenedOn: 'paidOn', guards: [onlyAFineIsCollected] },
    handOverPapers: { name: '材料交回归档', from: 'decided', to: 'same', by: WORKERS, basis: provisions('第七十条'), requires: ['archivedOn', 'archiveNo'], isOnce: true, happenedOn: 'archivedOn' },
    close: {
      name: '结案', from: 'decided', to: 'archived', by: ['section-head'], basis: provisions('第七十七条'), guards: [fineMustBePaidBeforeTheEnd, collectedFineMustBeHandedIn], closes: 'penalised',
    },
    turnToOrdinary: {
      name: '转为普通程序', from: ['found', 'told'], to: 'turned', by: ['section-head'], basis: provisions('第十八条'), requires: ['ordinaryReason'], closes: 'turned',
      opens: ({ matter, facts: known, input }) => ({
        procedure: 'lead', title: `${known.partyName ?? ''}涉嫌${known.suspectedActs ?? ''}`, channel: 'on-site', parties: { party: 'respondent' },
        facts: {
          source: 'inspection', sourceNo: matter.number, content: `当场查处中发现：${known.suspectedActs ?? ''}。${input.ordinaryReason ?? ''}`, suspectedActs: known.suspectedActs ?? '', respondentName: known.partyName ?? '',
          ...(known.partyUscc === undefined ? {} : { respondentUscc: known.partyUscc }), ...(known.partyAddress === undefined ? {} : { respondentAddress: known.partyAddress }),
        },
      }),
    },
  },
  clocks: {
    archive: { name: '材料归档期限', kind: 'statutory', rule: 'penalty.simple-archive', startsOn: ['decide'], stopsOn: ['handOverPapers', 'close'], dueStep: 'handOverPapers' },
    payment: {
      name: '缴纳罚款期限', kind: 'statutory', rule: 'penalty.payment', appliesTo: (known) => (known.payableInFen ?? 0) > 0, startsOn: ['decide'], stopsOn: ['recordPayment', 'collectOnTheSpot', 'close'], dueStep: 'recordPayment',
    },
    handingIn: { name: '收缴罚款交回期限', kind: 'statutory', rule: 'penalty.collected-hand-in', startsOn: ['collectOnTheSpot'], stopsOn: ['handIn', 'close'], dueStep: 'handIn' },
  },
  progress: (matter, dueOnOf) => {
    switch (matter.state) {
      case 'found': return { says: '正在当场查处。', next: '作出决定前会告知您拟处罚的内容，您可以陈述、申辩。' }
      case 'told': return { says: '已告知拟作出的处罚。', next: '您的意见记录后作出决定。' }
      case 'decided': {
        const on = dueOnOf('payment')
        return { says: '当场处罚决定已作出并交付。', next: on === null ? '不服的，可以申请行政复议或者提起行政诉讼。' : `罚款请在${formatDate(on)}前缴纳；不服的，可以申请行政复议或者提起行政诉讼。` }
      }
      case 'turned': return { says: '已转为普通程序办理。', next: '本局将核查后决定是否立案。' }
      default: return { says: '处罚已办结。', next: '没有后续办理。' }
    }
  },
})
