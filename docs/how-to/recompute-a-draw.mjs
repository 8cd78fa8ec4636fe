// Recomputes who was drawn from a proof bundle, with nothing but Node's hash functions: a second implementation of the rule text,
// sharing no code with the system, for whoever does not want to trust it. Usage: node recompute-a-draw.mjs BUNDLE.json
// It does not replay the assignment of inspectors; `hengjian draw verify` and the portal do.
import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'

const bundle = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const { announcement, frame, randomness, rounds } = bundle
const algorithm = announcement.rulebook.version.endsWith('sm3') ? 'sm3' : 'sha256'
const hash = (data) => createHash(algorithm).update(data).digest()
const hmac = (key, text) => createHmac(algorithm, key).update(text).digest()

// RFC 8785 for objects, lists, strings, integers, true, false and null.
const canonical = (value) =>
  value === null || typeof value !== 'object' ? JSON.stringify(value)
    : Array.isArray(value) ? `[${value.map(canonical).join(',')}]`
      : `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`

let faults = 0
function check(what, holds) {
  if (!holds) faults += 1
  console.log(`${holds ? '一致' : '不一致'}\t${what}`)
}

console.log(`公告的杂凑值\t${hash(canonical(announcement)).toString('hex')}\t（请与抽取之前公布的比对）`)
check('规则文本', hash(bundle.rulebook.text).toString('hex') === announcement.rulebook.hash)
check('冻结的对象名单', hash(frame.map((row) => `${canonical(row)}\n`).join('')).toString('hex') === announcement.frame.hash)

if (rounds.length === 0) {
  console.log('\t没有抽取结果：已公告而未抽取，或者抽取前已作废')
  process.exit(faults === 0 ? 0 : 1)
}

const published = announcement.sources.flatMap((source, s) => source.parts.map(({ form }, p) => {
  const values = randomness.values[s].parts[p]
  if (form === 'hex') return `${values.map((value) => `${value.toLowerCase()}.`).join('')}/`
  const numbers = values.map(BigInt)
  if (form === 'set') numbers.sort((a, b) => (a < b ? -1 : 1))
  return `${numbers.map((number) => `${number}.`).join('')}/`
})).join('')
check('公共随机数的规范文本', published === randomness.canonical)

const firstKey = hmac(Buffer.from(rounds[0].code, 'hex'), published)
const ticket = (label) => hmac(firstKey, Buffer.concat([Buffer.from(label), Buffer.of(1)])).toString('hex')
const entityTicket = ({ id, stratum, chances }) => {
  const label = `${announcement.drawId}|T|${announcement.item}|${stratum}|${id}`
  return chances === 1 ? ticket(label) : Array.from({ length: chances }, (_, i) => ticket(`${label}|${i + 1}`)).reduce((a, b) => (a < b ? a : b))
}
const isBarred = ({ stratum, lastDrawnOn }) =>
  announcement.exclusions.some(({ strata, drawnFrom }) => strata.includes(stratum) && lastDrawnOn !== null && lastDrawnOn >= drawnFrom)

const chosen = new Map()
const waiting = new Map()
for (const { id, name, ratio, minimum } of announcement.strata) {
  const members = frame.filter(({ stratum }) => stratum === id)
  const eligible = members.filter((row) => !isBarred(row)).map((row) => [entityTicket(row), row.id]).sort(([a], [b]) => (a < b ? -1 : 1))
  const wanted = Number((BigInt(members.length) * BigInt(ratio.numerator) + BigInt(ratio.denominator) - 1n) / BigInt(ratio.denominator))
  const size = Math.min(eligible.length, Math.max(minimum, wanted))
  console.log(`\t${name}：共${members.length}家，可以抽取${eligible.length}家，应抽${size}家`)
  eligible.slice(0, size).forEach(([own, entity]) => chosen.set(entity, own))
  waiting.set(id, eligible.slice(size))
}

const stratumOf = new Map(frame.map(({ id, stratum }) => [id, stratum]))
rounds.forEach(({ code, key, cause, drawn }, index) => {
  let link = Buffer.from(code, 'hex')
  for (let step = 0; step <= index; step += 1) link = hash(link)
  check(`第${index + 1}轮的一次性码连到公布的末位`, link.toString('hex') === announcement.chain.last)
  check(`第${index + 1}轮的密钥`, hmac(Buffer.from(code, 'hex'), published).toString('hex') === key)
  const expected = index === 0 ? [...chosen] : (cause?.withdrawn ?? []).flatMap(({ entity }) => {
    const next = waiting.get(stratumOf.get(entity))?.shift()
    return next === undefined ? [] : [[next[1], next[0]]]
  })
  const told = drawn.map((row) => `${row.entity} ${row.ticket}`).sort()
  check(`第${index + 1}轮抽中的${told.length}家及其签号`, JSON.stringify(told) === JSON.stringify(expected.map((pair) => pair.join(' ')).sort()))
})

console.log(faults === 0 ? '重新计算的结果与公布的一致' : `有${faults}处不一致`)
process.exitCode = faults === 0 ? 0 : 1
