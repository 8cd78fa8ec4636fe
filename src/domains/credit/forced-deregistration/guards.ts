import { addMonths, formatDate } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import { whyNotEnded } from '../clock-ended.ts'
import type { facts } from './facts.ts'

type ForcedGuard = Guard<typeof facts>
const measures = (article: string) => cite('forced-deregistration-measures', article)

export const onlyCompaniesAreForciblyDeregistered: ForcedGuard = {
  name: 'onlyCompaniesAreForciblyDeregistered',
  cite: measures('第二条'),
  check: ({ facts }) => (facts.legalForm !== 'other' ? null : { says: '强制注销只适用于公司，分公司参照适用，其他市场主体不适用。', do: '请办理“终止”。' }),
}

export const threeYearsMustHavePassedSinceRevocation: ForcedGuard = {
  name: 'threeYearsMustHavePassedSinceRevocation',
  cite: measures('第二条'),
  check: ({ facts, today, valueOf }) => {
    const years = valueOf('exit.forced-trigger')
    if (facts.triggeredOn === undefined || years === null) return { says: '查不到被吊销、责令关闭或者被撤销的日期。', do: '请核对登记档案。' }
    const from = addMonths(facts.triggeredOn, years * 12)
    return today >= from ? null : { says: `自 ${formatDate(facts.triggeredOn)} 起满${years}年（${formatDate(from)}）后才能启动强制注销。`, do: '请届时再办理公告。' }
  },
}

export const companyMustNotNeedApprovalForDeregistration: ForcedGuard = {
  name: 'companyMustNotNeedApprovalForDeregistration',
  cite: measures('第二条第二款'),
  check: ({ facts }) => (facts.needsApproval !== true ? null : { says: '法律、行政法规或者国务院决定规定注销登记前须经批准的，不适用强制注销。', do: '请办理“终止”。' }),
}

export const threeYearsMustHavePassedSinceTermination: ForcedGuard = {
  name: 'threeYearsMustHavePassedSinceTermination',
  cite: measures('第六条'),
  check: ({ facts, today, valueOf }) => {
    const years = valueOf('exit.restart')
    if (facts.earlierEndOn === undefined || years === null) return null
    const from = addMonths(facts.earlierEndOn, years * 12)
    return today >= from ? null : { says: `上一次程序于 ${formatDate(facts.earlierEndOn)} 终止或者恢复登记，满${years}年（${formatDate(from)}）后才能再次启动。`, do: '请督促公司清算并申请注销登记。' }
  },
}

export const objectionMustFallInTheAnnouncement: ForcedGuard = {
  name: 'objectionMustFallInTheAnnouncement',
  cite: measures('第四条'),
  needsInput: true,
  check: ({ matter, input, today }) => {
    const due = matter.clocks.findLast((clock) => clock.kind === 'announcement')?.due
    return due?.status !== 'determined' || (input.objectionOn ?? today) <= due.dueOn ? null
      : { says: `公告期限到 ${formatDate(due.dueOn)} 届满，异议应当在公告期内提出。`, do: '请告知异议人：注销后三年内符合条件的，可以申请恢复登记；期内已经收到的，填写“收到异议日期”。' }
  },
}

export const objectionPapersMustBeComplete: ForcedGuard = {
  name: 'objectionPapersMustBeComplete',
  cite: measures('第四条'),
  needsInput: true,
  check: ({ facts }) => {
    const papers = facts.objectionPapers ?? []
    const needed = facts.objector === 'department' ? (['reason'] as const) : (['reason', 'identity', 'relation'] as const)
    const missing = needed.filter((paper) => !papers.includes(paper))
    return missing.length === 0 ? null : { says: `认定异议成立须有：${missing.map((paper) => OBJECTION_LABELS[paper]).join('、')}。`, do: '请办理“一次性告知补正”。' }
  },
}

const OBJECTION_LABELS = { reason: '异议理由', identity: '异议人的主体资格文件', relation: '债权债务或者其他利害关系的材料' } as const

export const announcementMustHaveRunOut: ForcedGuard = {
  name: 'announcementMustHaveRunOut',
  cite: measures('第七条'),
  check: ({ matter, now }) => {
    const why = whyNotEnded(matter, 'announcement', now)
    return why === null ? null : { says: `公告${why}。`, do: '请待公告期满；期内收到异议的，办理“收到异议”。' }
  },
}

export const serviceByAnnouncementNeedsTheListing: ForcedGuard = {
  name: 'serviceByAnnouncementNeedsTheListing',
  cite: measures('第七条'),
  needsInput: true,
  check: ({ facts, input }) => (input.serviceMethod !== 'announcement' || facts.isListedUnreachable === true ? null
    : { says: '通过公示系统公告送达，只适用于因无法联系被列入经营异常名录的公司。', do: '请直接送达或者邮寄送达；已经列入的，先更正“是否因无法联系被列入经营异常名录”。' }),
}

export const announcedServiceMustHaveTakenEffect: ForcedGuard = {
  name: 'announcedServiceMustHaveTakenEffect',
  cite: measures('第七条'),
  check: ({ matter, facts, now }) => {
    if (facts.serviceMethod !== 'announcement') return null
    const why = whyNotEnded(matter, 'announcedService', now)
    return why === null ? null : { says: `公告送达的${why}，届满才视为送达。`, do: '请待公告送达期满。' }
  },
}
