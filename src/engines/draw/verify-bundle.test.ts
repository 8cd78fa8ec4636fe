import { describe, expect, it } from 'vitest'
import { HASHES } from '../../platform/hash.ts'
import { announce } from './announce.ts'
import type { Bundle, RoundCause } from './bundle.ts'
import { explain } from './explain.ts'
import { PLAN, SECRETS, VALUES, codeFor, heldDraw, must } from './fixtures/small-draw.ts'
import { announcementHash, freeze } from './freeze.ts'
import { toHex } from './hex.ts'
import { holdRound, readRandomness, voidDraw } from './hold-round.ts'
import { hashedTimes } from './one-time-code.ts'
import { RULEBOOKS } from './rulebook.ts'
import { verifyBundle } from './verify-bundle.ts'

const CAUSE = { decidedAt: '2026-11-06T01:00:00.000Z', decidedBy: '科长', withdrawn: [], unavailable: [], recused: [] }

const first = heldDraw(PLAN, [null]).bundle
const [firstRound] = first.rounds
const drawn = firstRound?.drawn.map(({ entity }) => entity) ?? []
const firstTeam = firstRound?.assignment?.teams[0]
const second: RoundCause = {
  ...CAUSE, withdrawn: [{ entity: drawn[1] ?? '', reason: '已经注销' }],
  unavailable: [{ inspector: firstTeam?.inspectors[0] ?? '', reason: '临时病假' }], recused: [{ entity: drawn[0] ?? '', inspector: firstTeam?.inspectors[1] ?? '', reason: '近亲属' }],
}
const whole = heldDraw(PLAN, [null, second]).bundle

const verify = (bundle: unknown) => verifyBundle(bundle, HASHES)

/** A copy, as a forger would edit the JSON. */
function forged(change: (bundle: Editable) => void, from: Bundle = whole): unknown {
  const copy: Editable = JSON.parse(JSON.stringify(from))
  change(copy)
  return copy
}

type Editable = { -readonly [K in keyof Bundle]: Edit<Bundle[K]> }
type Edit<T> = T extends readonly (infer U)[] ? Edit<U>[] : T extends object ? { -readonly [K in keyof T]: Edit<T[K]> } : T

function at<T>(list: readonly T[], index: number): T {
  const item = list.at(index)
  if (item === undefined) throw new RangeError(`no item ${index}`)
  return item
}

describe('a draw held by the rules', () => {
  it('verifies after each round, also as text, with either hash and when void', () => {
    expect(verify(first)).toMatchObject({ ok: true, drawId: PLAN.drawId, status: 'drawn' })
    expect(verify(JSON.parse(JSON.stringify(whole)))).toMatchObject({ ok: true })
    const sm3 = heldDraw({ ...PLAN, rulebookVersion: '1-sm3' }, [null]).bundle
    expect(verify(sm3)).toMatchObject({ ok: true })
    expect(sm3.rounds[0]?.drawn).not.toEqual(first.rounds[0]?.drawn)
    const announced = must(announce(PLAN, SECRETS, HASHES))
    expect(verify(announced.bundle)).toMatchObject({ ok: true, status: 'open' })
    expect(verify(voidDraw(announced, { reason: '系统故障', decidedAt: '2026-11-04T00:00:00.000Z', decidedBy: '局长' }).bundle)).toMatchObject({ ok: true, status: 'void' })
  })

  it('draws the announced numbers, never whom a window excludes, and fills every team', () => {
    expect(first.announcement.strata.map(({ population, eligible, size }) => [population, eligible, size])).toEqual([[30, 27, 3], [10, 10, 5]])
    expect(drawn).toHaveLength(8)
    expect(drawn.filter((id) => ['F00', 'F10', 'F20'].includes(id))).toEqual([])
    expect(first.rounds[0]?.assignment).toMatchObject({ isComplete: true })
    expect(first.rounds[0]?.assignment?.teams.flatMap(({ inspectors }) => inspectors).filter((id) => id === 'P05' || id === 'P07')).toEqual([])
  })

  it('replaces by the next ticket of the stratum, and re-staffs with the next code only what fell open', () => {
    const [before, after] = whole.rounds
    const substitute = at(after?.drawn ?? [], 0)
    const stratum = whole.frame.find(({ id }) => id === drawn[1])?.stratum
    expect(explain(whole, substitute.entity, HASHES)).toMatchObject({ status: 'substitute', rank: (whole.announcement.strata.find(({ id }) => id === stratum)?.size ?? 0) + 1 })
    const open = new Set([substitute.entity, drawn[0], ...(before?.assignment?.teams ?? []).flatMap(({ task, inspectors }) => (inspectors.includes(firstTeam?.inspectors[0] ?? '') ? [task] : []))])
    expect(new Set(after?.assignment?.order)).toEqual(new Set([...open].filter((id) => id !== drawn[1])))
    for (const team of after?.assignment?.teams ?? []) {
      if (!open.has(team.task)) expect(team).toEqual(before?.assignment?.teams.find(({ task }) => task === team.task))
      expect(team.inspectors).not.toContain(firstTeam?.inspectors[0])
      if (team.task === drawn[0]) expect(team.inspectors).not.toContain(firstTeam?.inspectors[1])
    }
  })

  it('tells each entity where it stood', () => {
    const says = whole.frame.map(({ id }) => explain(whole, id, HASHES))
    expect(new Set(says.map(({ status }) => status))).toEqual(new Set(['drawn', 'substitute', 'withdrawn', 'not-drawn', 'excluded']))
    for (const { status, rank, cutOff, ticket } of says) {
      if (status === 'excluded') expect(ticket).toBeNull()
      else expect((rank ?? 0) <= (cutOff?.rank ?? 0)).toBe(status !== 'not-drawn')
    }
    const own = at(says, 1)
    expect(explain(whole, own.label ?? '', HASHES)).toEqual(own)
    expect(explain(whole, 'F99', HASHES)).toMatchObject({ status: 'not-listed', says: expect.stringContaining('不在本次抽取的对象名单') })
    expect(explain(must(announce(PLAN, SECRETS, HASHES)).bundle, 'F01', HASHES)).toMatchObject({ status: 'no-result' })
  })
})

describe('a manipulated bundle', () => {
  it.each<readonly [string, string, string, (bundle: Editable) => void]>([
    ['a row of the frame', 'frame', '名单在公告以后被改动', (b) => { at(b.frame, 3).town = 'T9' }],
    ['a row left out', 'frame', '名单在公告以后被改动', (b) => { b.frame.splice(3, 1) }],
    ['an inspector', 'inspectors', '名单在公告以后被改动', (b) => { at(b.inspectors, 0).expertise = ['药品'] }],
    ['a ratio', 'announcement.strata[0]', '公告为30、27、3户', (b) => { at(b.announcement.strata, 0).ratio.numerator = 20 }],
    ['a ratio above one', 'announcement.strata[0].ratio', '不在0至1之间', (b) => { at(b.announcement.strata, 0).ratio = { numerator: 2, denominator: 1 } }],
    ['a number drawn', 'announcement.strata[1]', '抽取5户', (b) => { at(b.announcement.strata, 1).size = 4 }],
    ['a window dropped', 'announcement.strata[0]', '可抽30户', (b) => { b.announcement.exclusions = [] }],
    ['a ticket', 'rounds[0].drawn[2].ticket', '签号应为', (b) => { at(at(b.rounds, 0).drawn, 2).ticket = 'f'.repeat(64) }],
    ['an entity exchanged', 'rounds[0].drawn[0]', '依签号次序此处应为', (b) => { at(at(b.rounds, 0).drawn, 0).entity = 'F01' }],
    ['one drawn too few', 'rounds[0].drawn[7]', '（无）', (b) => { at(b.rounds, 0).drawn.pop() }],
    ['the order of the drawn', 'rounds[0].drawn[0]', '依签号次序', (b) => { const d = at(b.rounds, 0).drawn; d.splice(0, 2, at(d, 1), at(d, 0)) }],
    ['another substitute', 'rounds[1].drawn[0]', '依签号次序', (b) => { at(at(b.rounds, 1).drawn, 0).entity = 'F01' }],
    ['a team', 'rounds[0].assignment.teams', '检查人员名单与派员记录不符', (b) => { at(at(b.rounds, 0).assignment?.teams ?? [], 0).inspectors.reverse() }],
    ['the order of tasks', 'rounds[0].assignment.order', '先后次序与签号不符', (b) => { at(b.rounds, 0).assignment?.order.reverse() }],
    ['a verdict', 'rounds[0].assignment.steps[0].tried[0]', '不符', (b) => { at(at(at(b.rounds, 0).assignment?.steps ?? [], 0).tried, 0).verdict = 'quota' }],
    ['a foreign code', 'rounds[0].code', '不在公告承诺的码链上', (b) => { at(b.rounds, 0).code = 'a'.repeat(64) }],
    ['a redraw with the next code', 'rounds[0].code', '不是该轮的码', (b) => { at(b.rounds, 0).code = toHex(codeFor(PLAN, 2)) }],
    ['a redraw as a round without cause', 'rounds[1].cause', '不得重抽', (b) => { at(b.rounds, 1).cause = null }],
    ['a round left out', 'rounds[0].round', '不得缺漏', (b) => { b.rounds.shift() }],
    ['the key', 'rounds[0].key', '密钥', (b) => { at(b.rounds, 0).key = 'b'.repeat(64) }],
    ['a published number', 'randomness.canonical', '规范文本', (b) => { at(b.randomness?.values ?? [], 0).parts[1] = ['16'] }],
    ['numbers of one person', 'randomness.values[1].enteredBy', '两人', (b) => { at(b.randomness?.values ?? [], 1).enteredBy = ['甲', '甲'] }],
    ['another issue', 'randomness.values[2].issue', '期号', (b) => { at(b.randomness?.values ?? [], 2).issue = '2026128' }],
    ['a source already published', 'announcement.sources[0].publishedFrom', '公告以前', (b) => { at(b.announcement.sources, 0).publishedFrom = '2026-11-01T00:00:00.000Z' }],
    ['a conflict hidden', 'rounds[0].conflicts[0]', '承诺不符', (b) => { const c = at(at(b.rounds, 0).conflicts, 0); c.inspectors = c.inspectors.length > 0 ? [] : ['P00'] }],
    ['a conflict not opened', 'rounds[0].conflicts', '逐户公开', (b) => { at(b.rounds, 0).conflicts.pop() }],
    ['leave invented', 'availability[0]', '承诺不符', (b) => { at(b.availability, 0).isAvailable = false }],
    ['an earlier draw hidden', 'announcement.earlier', '依次列明', (b) => { b.announcement.earlier = [] }],
    ['a void draw without reason', 'announcement.earlier[0]', '理由', (b) => { at(b.announcement.earlier, 0).reason = null }],
    ['the rule text', 'rulebook', '规则文本', (b) => { b.rulebook.text += '可以重抽。' }],
    ['an unknown member', '', '格式', (b) => { Object.assign(b, { note: '无' }) }],
    ['a lone surrogate', 'frame[0].name', '格式', (b) => { at(b.frame, 0).name = '\ud800' }],
    ['a result denied', 'outcome', '尚未抽取', (b) => { b.outcome = { status: 'open' } }],
  ])('%s is refused', (_, where, says, change) => {
    expect(verify(forged(change))).toMatchObject({ ok: false, faults: expect.arrayContaining([{ where, says: expect.stringContaining(says) }]) })
  })

  it('forged as a whole is refused by the hash announced before', () => {
    const published = { announcementHash: announcementHash(HASHES.sha256, whole.announcement) }
    expect(verifyBundle(whole, HASHES, published)).toMatchObject({ ok: true, ...published })
    const rewritten = forged((b) => {
      at(b.frame, 3).town = 'T9'
      b.announcement.frame = freeze(HASHES.sha256, b.frame)
    }, must(announce(PLAN, SECRETS, HASHES)).bundle)
    expect(verify(rewritten)).toMatchObject({ ok: true })
    expect(verifyBundle(rewritten, HASHES, published)).toMatchObject({ ok: false, faults: [{ where: 'announcement' }] })
  })

  it.each([[null], [[]], ['{}'], [{}], [{ format: 'hengjian-draw/2' }]])('%j is no bundle', (input) => {
    expect(verify(input)).toMatchObject({ ok: false })
  })
})

describe('what cannot be held', () => {
  const announced = must(announce(PLAN, SECRETS, HASHES))
  const read = must(readRandomness(announced, VALUES))

  it('refuses a plan that could not be verified, by its place', () => {
    expect(announce({ ...PLAN, rulebookVersion: '0' }, SECRETS, HASHES)).toMatchObject({ code: 'draw.rulebook-unknown' })
    expect(announce({ ...PLAN, objects: [...PLAN.objects, at(PLAN.objects, 0)] }, SECRETS, HASHES)).toMatchObject({ code: 'draw.plan-faulty', says: expect.stringContaining('重复') })
    expect(announce({ ...PLAN, drawId: 'a|b' }, SECRETS, HASHES)).toMatchObject({ code: 'draw.plan-unreadable', says: expect.stringContaining('announcement.drawId') })
    expect(announce({ ...PLAN, sources: PLAN.sources.slice(0, 2) }, SECRETS, HASHES)).toMatchObject({ says: expect.stringContaining('不少于三期') })
    expect(announce({ ...PLAN, strata: PLAN.strata.slice(1) }, SECRETS, HASHES)).toMatchObject({ says: expect.stringContaining('层级“A”') })
  })

  it('refuses a round without randomness, with a foreign code, without a cause, for someone not drawn, and after the last code', () => {
    expect(holdRound(announced, { code: codeFor(PLAN, 1), cause: null }, HASHES)).toMatchObject({ code: 'draw.randomness-missing' })
    expect(holdRound(read, { code: codeFor(PLAN, 2), cause: null }, HASHES)).toMatchObject({ code: 'draw.code-foreign' })
    expect(holdRound(read, { code: codeFor(PLAN, 1), cause: CAUSE }, HASHES)).toMatchObject({ code: 'draw.cause-faulty' })
    const held = heldDraw(PLAN, [null])
    for (const cause of [null, CAUSE, { ...CAUSE, withdrawn: [{ entity: 'F00', reason: '无' }] }, { ...CAUSE, unavailable: [{ inspector: 'P99', reason: '无' }] }]) {
      expect(holdRound(held, { code: codeFor(PLAN, 2), cause }, HASHES)).toMatchObject({ code: 'draw.cause-faulty' })
    }
    const short = { ...PLAN, chainLength: 2 }
    expect(holdRound(heldDraw(short, [null]), { code: SECRETS.chain, cause: second }, HASHES)).toMatchObject({ code: 'draw.code-foreign' })
    expect(toHex(hashedTimes(HASHES.sha256, SECRETS.chain, 2))).toBe(heldDraw(short, [null]).bundle.announcement.chain.last)
    expect(holdRound(voidDraw(read, { reason: '故障', decidedAt: CAUSE.decidedAt, decidedBy: '局长' }), { code: codeFor(PLAN, 1), cause: null }, HASHES)).toMatchObject({ code: 'draw.void' })
  })

  it('refuses values that are not those announced', () => {
    const change = (value: Partial<(typeof VALUES)[number]>) => readRandomness(announced, VALUES.map((each, i) => (i === 0 ? { ...each, ...value } : each)))
    expect(readRandomness(announced, VALUES.slice(1))).toMatchObject({ code: 'draw.randomness-faulty' })
    expect(change({ issue: '2026999' })).toMatchObject({ code: 'draw.randomness-faulty' })
    expect(change({ issue: '2026999', fallbackReason: '当期停售' })).toMatchObject({ bundle: { randomness: { canonical: '1.2.9.14.21.33./10./2.2.9.14.21.33./11./2.3.9.14.21.33./12./' } } })
    expect(change({ parts: [['1', '2', '3', '4', '5', 'x'], ['1']] })).toMatchObject({ says: expect.stringContaining('数字') })
    expect(change({ readAt: '2026-11-03T13:00:00.000Z' })).toMatchObject({ says: expect.stringContaining('早于') })
  })

  it('keeps the text of each version of the rules', () => {
    expect(RULEBOOKS.map(({ version, hash }) => [version, hash])).toEqual([['1-sha256', 'sha256'], ['1-sm3', 'sm3']])
    expect(whole.rulebook.text).toContain('双随机抽取规则（第1版，SHA-256）')
  })
})
