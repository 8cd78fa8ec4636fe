import { formatDate, formatMoment } from '../../../src/kernel/calendar-date.ts'
import type { Instant } from '../../../src/kernel/calendar-date.ts'
import type { PortalDraw } from '../../../src/engines/draw/contract.ts'

type Announcement = PortalDraw['announcement']
type Source = Announcement['sources'][number]
type Team = NonNullable<Announcement['team']>

const RELAXATIONS: Readonly<Record<Team['relaxations'][number], string>> = { 'quota': '每人任务上限增加一户', 'same-town': '不再要求回避本镇街', 'expertise': '不再要求专业对口' }

/** '2026年11月3日 22:00' in China. */
export function momentWords(at: Instant): string {
  return formatMoment(at)
}

/** What a source gives: '红球6个、蓝球1个'. */
export function partsWords({ parts }: Source): string {
  return parts.map(({ name, form, count }) => (form === 'hex' ? `${name}（十六进制）` : `${name}${count}个`)).join('、')
}

/** How the visits are staffed, one sentence a rule. */
export function teamSentences(team: Team): readonly string[] {
  const experts = team.slots.filter(({ needsExpertise }) => needsExpertise).length
  const departments = [...new Set(team.slots.flatMap(({ department }) => department ?? []))]
  return [
    `每户${team.slots.length}名检查人员${experts === 0 ? '' : `，其中${experts}名须具备相应专业`}${departments.length === 0 ? '' : `，来自${departments.join('、')}`}。`,
    `每人最多承担${team.quota}户${team.bansSameTown ? '，不检查本镇街的对象' : ''}。`,
    `检查在${formatDate(team.visitsFrom)}至${formatDate(team.visitsTo)}之间进行；回避、不在岗、证件无效的人员一律不派。`,
    ...(team.relaxations.length === 0 ? [] : [`人手派不足时，依次放宽：${team.relaxations.map((step) => RELAXATIONS[step]).join('、')}；每次放宽都附证明。`]),
  ]
}

/** 64 hexadecimal digits in groups that can be read aloud and compared. */
export function hashGroups(hash: string): readonly string[] {
  return hash.match(/.{1,8}/gu) ?? []
}
