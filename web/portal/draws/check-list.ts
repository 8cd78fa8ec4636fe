import type { Bundle } from '../../../src/engines/draw/bundle.ts'
import type { Fault } from '../../../src/engines/draw/fault.ts'

export type CheckState = 'ok' | 'failed' | 'not-run' | 'not-compared'
export type Check = Readonly<{ id: CheckId; says: string; state: CheckState; faults: readonly string[] }>

type CheckId = 'format' | 'rulebook' | 'published' | 'frame' | 'inspectors' | 'strata' | 'sources' | 'series' | 'team' | 'availability' | 'outcome' | 'randomness' | 'codes' | 'causes' | 'drawn' | 'conflicts' | 'teams'

/** The stages run one after another, each only if those before it found nothing; within a stage all is looked at. */
const STAGES: Readonly<Record<CheckId, number>> = {
  format: 0, published: 1, rulebook: 2, frame: 2, inspectors: 2, strata: 2, sources: 2, series: 2, team: 2,
  availability: 3, outcome: 4, randomness: 5, codes: 6, causes: 7, drawn: 7, conflicts: 7, teams: 8,
}

/** Looked at round by round: after a faulty round those that follow are not looked at. */
const ROUND_BY_ROUND: ReadonlySet<CheckId> = new Set(['causes', 'drawn', 'conflicts'])

/** As many faults as a check names; with so many there may be more. */
const MOST_NAMED = 20

/** Places in the bundle and the check that looks at them, the first that fits. */
const PLACES: readonly (readonly [RegExp, CheckId])[] = [
  [/^announcement$/, 'published'], [/^(?:announcement\.)?rulebook/, 'rulebook'],
  [/^frame\[\d+\]\.stratum$|^announcement\.strata/, 'strata'], [/^frame(?:\[\d+\])?$/, 'frame'], [/^inspectors(?:\[\d+\])?$/, 'inspectors'],
  [/^announcement\.sources/, 'sources'], [/^announcement\.earlier/, 'series'], [/^announcement\.team$/, 'team'],
  [/^availability/, 'availability'], [/^outcome/, 'outcome'], [/^randomness/, 'randomness'],
  [/^rounds\[\d+\]\.(?:code|key|round)$/, 'codes'], [/^rounds\[\d+\]\.cause/, 'causes'], [/^rounds\[\d+\]\.drawn/, 'drawn'],
  [/^rounds\[\d+\]\.conflicts/, 'conflicts'], [/^rounds\[\d+\]\.assignment/, 'teams'],
]

/** The check list of a file that is no bundle at all. */
export function unreadableChecks(faults: readonly Fault[]): readonly Check[] {
  return [{ id: 'format', says: '文件内容齐全，格式正确', state: 'failed', faults: faults.map(wordsOf) }]
}

/** What was computed again, in the order in which it was done, with the faults found at each. `isCompared`: a published hash was given. */
export function checkList(bundle: Bundle, faults: readonly Fault[], isCompared: boolean): readonly Check[] {
  const found = faults.map((fault) => ({ id: checkOf(fault), fault }))
  const failedRound = Math.min(...faults.flatMap(({ where }) => /^rounds\[(\d+)\]/.exec(where)?.[1] ?? []).map((index) => Number(index) + 1))
  const isCut = faults.length >= MOST_NAMED
  const failedAt = Math.min(...found.map(({ id, fault }) => (fault.where === 'announcement.rulebook.version' ? 0.5 : STAGES[id])))
  return Object.entries(sentencesOf(bundle)).flatMap(([key, says]): readonly Check[] => {
    const id = isCheckId(key) ? key : null
    if (id === null || says === null) return []
    const own = found.filter((each) => each.id === id).map(({ fault }) => wordsOf(fault))
    return [{ id, says, faults: own, state: stateOf(id, { isFailed: own.length > 0, failedAt, isCut: isCut || (ROUND_BY_ROUND.has(id) && failedRound < bundle.rounds.length), isCompared }) }]
  })
}

function stateOf(id: CheckId, { isFailed, failedAt, isCut, isCompared }: Readonly<{ isFailed: boolean; failedAt: number; isCut: boolean; isCompared: boolean }>): CheckState {
  if (isFailed) return 'failed'
  if (STAGES[id] > failedAt || (isCut && (STAGES[id] === failedAt || ROUND_BY_ROUND.has(id)))) return 'not-run'
  return id === 'published' && !isCompared ? 'not-compared' : 'ok'
}

/** What each check shows when it holds, in plain words; null where the draw has nothing of the kind. */
function sentencesOf({ announcement, frame, inspectors, rounds, outcome }: Bundle): Readonly<Record<CheckId, string | null>> {
  const drawn = rounds.reduce((sum, round) => sum + round.drawn.length, 0)
  const hasTeams = announcement.team !== null
  const isHeld = rounds.length > 0
  return {
    format: '文件内容齐全，格式正确',
    published: '公告与抽取前公布的杂凑值一致，没有事后改动',
    rulebook: '使用的抽取规则就是公告的那一版，一字不差',
    frame: `对象名单共${frame.length}户，公告以后没有增减、改动`,
    inspectors: `检查人员名单共${inspectors.length}人，公告以后没有增减、改动`,
    strata: `${announcement.strata.length}个层级的户数、比例和抽取数量都算得对`,
    sources: '公告在先，公共随机数在后；来源足够多，没有人能够事先知道',
    series: announcement.earlier.length === 0 ? '这是本系列第1次抽取，没有遗漏的前次' : `此前${announcement.earlier.length}次抽取（包括作废的）逐次列明，没有缺号`,
    team: hasTeams ? '每户检查人员不少于两人，检查起止日期合理' : null,
    availability: hasTeams ? '哪些检查人员在岗，与公告前封存的记录一致' : null,
    outcome: outcome.status === 'void' ? '本次抽取已作废，理由写在文件里' : '文件写明的状态与抽取结果相符',
    randomness: isHeld ? '开奖号码等公共随机数属于公告指定的期号，在公布以后读取，由两人分别录入' : null,
    codes: isHeld ? `${rounds.length}轮抽取使用的一次性码，都是公告前承诺的那一个` : null,
    causes: rounds.length > 1 ? '第一轮以后每一轮都写明了退出、换人的理由' : null,
    drawn: isHeld ? `按签号从小到大重新排队，抽中的${drawn}户与公布的完全一致` : null,
    conflicts: isHeld && hasTeams ? '抽中各户的回避名单，与公告前封存的记录一致' : null,
    teams: isHeld && hasTeams ? '按规则重新派员，每户的检查人员与公布的完全一致' : null,
  }
}

function checkOf({ where }: Fault): CheckId {
  return PLACES.find(([place]) => place.test(where))?.[1] ?? 'format'
}

function isCheckId(text: string): text is CheckId {
  return text in STAGES
}

function wordsOf({ where, says }: Fault): string {
  return `${says}（${where}）`
}
