import { compare, epochOf } from '../../kernel/calendar-date.ts'
import type { Hash } from '../../kernel/merkle.ts'
import type { Bundle } from './bundle.ts'
import { isSame, unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { freeze, textHash } from './freeze.ts'
import { isRatio } from './ratio.ts'
import { findRulebook } from './rulebook.ts'
import { countsOf } from './selection.ts'

const MOST_SHOWN = 20

/** What must hold before the randomness exists: rules, lists as frozen, strata, ratios, sources after the announcement, no gap in the series. */
export function announcementFaults(bundle: Pick<Bundle, 'announcement' | 'frame' | 'inspectors' | 'rulebook'>, hash: Hash): readonly Fault[] {
  const { announcement: { rulebook, frame, inspectors, team }, rulebook: rules } = bundle
  return [
    ...unless(findRulebook(rulebook.version)?.text === rules.text && rules.version === rulebook.version && textHash(hash, rules.text) === rulebook.hash, 'rulebook', '规则文本与公告的规则版本或者杂凑值不符。'),
    ...unless(isSame(freeze(hash, bundle.frame), frame), 'frame', '对象名单与公告冻结的名单不符：数量、杂凑值或者默克尔根不同，名单在公告以后被改动。'),
    ...unless(isSame(freeze(hash, bundle.inspectors), inspectors), 'inspectors', '检查人员名单与公告冻结的名单不符：名单在公告以后被改动。'),
    ...listFaults(bundle.frame, 'frame'),
    ...listFaults(bundle.inspectors, 'inspectors'),
    ...strataFaults(bundle),
    ...sourceFaults(bundle),
    ...seriesFaults(bundle),
    ...unless(team === null || (team.slots.length >= 2 && compare(team.visitsFrom, team.visitsTo) <= 0), 'announcement.team', '检查应由两名以上检查人员进行，检查期间的起止应当依次。'),
  ]
}

function listFaults(rows: readonly { readonly id: string }[], where: string): readonly Fault[] {
  return rows.flatMap(({ id }, i) => {
    const before = rows[i - 1]
    return before === undefined || compare(before.id, id) < 0 ? [] : [{ where: `${where}[${i}]`, says: `编号“${id}”重复，或者未按编号排列。` }]
  }).slice(0, MOST_SHOWN)
}

function strataFaults({ announcement, frame }: Pick<Bundle, 'announcement' | 'frame'>): readonly Fault[] {
  const ids = new Set(announcement.strata.map(({ id }) => id))
  const strays = frame.flatMap(({ stratum }, i) => (ids.has(stratum) ? [] : [{ where: `frame[${i}].stratum`, says: `层级“${stratum}”不在公告之列。` }])).slice(0, MOST_SHOWN)
  const counts = announcement.strata.flatMap((stratum, i) => {
    const where = `announcement.strata[${i}]`
    if (!isRatio(stratum.ratio)) return [{ where: `${where}.ratio`, says: `层级“${stratum.name}”的比例不在0至1之间。` }]
    const { population, eligible, size } = countsOf(announcement, frame, stratum)
    const holds = population === stratum.population && eligible === stratum.eligible && size === stratum.size
    return unless(holds, where, `层级“${stratum.name}”依名单、比例和不重复抽取的规定，应有${population}户、可抽${eligible}户、抽取${size}户，公告为${stratum.population}、${stratum.eligible}、${stratum.size}户。`)
  })
  return [...unless(ids.size === announcement.strata.length && ids.size > 0, 'announcement.strata', '层级为空或者重复。'), ...strays, ...counts]
}

function sourceFaults({ announcement: { sources, announcedAt } }: Pick<Bundle, 'announcement'>): readonly Fault[] {
  const early = sources.flatMap(({ publishedFrom, name }, i) =>
    unless(epochOf(publishedFrom) > epochOf(announcedAt), `announcement.sources[${i}].publishedFrom`, `公共随机数来源“${name}”在公告以前就可能已经公布。`))
  const ids = new Set(sources.map(({ id }) => id))
  // One lottery issue carries some 24 bits, which could be tried out one by one; a hexadecimal beacon carries 256.
  const isRich = ids.size >= 3 || sources.some(({ parts }) => parts.some(({ form }) => form === 'hex'))
  return [...early, ...unless(ids.size === sources.length && isRich, 'announcement.sources', '公共随机数来源重复或者不足：开奖号码应不少于三期，或者使用一个随机信标。')]
}

function seriesFaults({ announcement: { number, drawId, earlier } }: Pick<Bundle, 'announcement'>): readonly Fault[] {
  const isWhole = earlier.length === number - 1 && earlier.every((draw, i) => draw.number === i + 1)
  const ids = new Set([...earlier.map((draw) => draw.drawId), drawId])
  return [
    ...unless(isWhole && ids.size === number, 'announcement.earlier', `本次为第${number}次抽取，此前各次应从第1次起依次列明，编号不得重复。`),
    ...earlier.flatMap((draw, i) => unless(draw.status !== 'void' || draw.reason !== null, `announcement.earlier[${i}]`, `第${draw.number}次抽取作废而没有载明理由。`)),
  ]
}
