import { maskPersonName } from './redact.ts'
import { compact, occurrencesOf, readable } from './readable-text.ts'
import type { Compact } from './readable-text.ts'
import { AMBIGUOUS_FAMILY_NAMES, COMPOUND_FAMILY_NAMES, FAMILY_NAMES, FUNCTION_WORDS, WORDS_LIKE_NAMES } from './family-names.ts'

/** What a free text must not hold when the public reads it. */
export const PERSONAL_DATA = {
  'name': '个人姓名', 'phone': '电话号码', 'id-number': '公民身份号码', 'bank-card': '银行账号', 'plate': '车牌号码', 'email': '电子邮箱', 'contact': '网络联系方式', 'address': '个人住址',
} as const satisfies Readonly<Record<string, string>>

export type PersonalData = keyof typeof PERSONAL_DATA

/** A place in the text as given, end exclusive. */
export type Finding = Readonly<{ what: PersonalData; start: number; end: number }>

/** What is known of the people of a matter, and what stands in the public register and may appear. */
export type Known = Readonly<{
  names: readonly string[]; numbers: readonly string[]; addresses: readonly string[]; allowed: readonly string[]
  /** Numbers of the matter's documents by template. */
  documents?: ReadonlyMap<string, string>
  bureauName?: string
}>

export const NOBODY: Known = { names: [], numbers: [], addresses: [], allowed: [] }

const GAP = String.raw`[ \-_.·•,]{0,2}`
const spaced = (digits: string, count: number): string => `(?:${GAP}${digits}){${count}}`

const PATTERNS: readonly Readonly<{ what: PersonalData; pattern: RegExp; holds?: (text: string) => boolean }>[] = [
  { what: 'id-number', pattern: new RegExp(String.raw`(?<![\dA-Za-z])\d${spaced(String.raw`\d`, 16)}${GAP}[\dXx](?![\dA-Za-z])`, 'gu'), holds: isIdNumber },
  { what: 'id-number', pattern: new RegExp(String.raw`(?<![\dA-Za-z])\d${spaced(String.raw`\d`, 14)}(?![\dA-Za-z])`, 'gu'), holds: isFirstGenerationId },
  { what: 'phone', pattern: new RegExp(String.raw`(?<!\d)1${GAP}[3-9]${spaced(String.raw`\d`, 9)}(?!\d)`, 'gu') },
  { what: 'phone', pattern: /(?<!\d)\(?0\d{2,3}\)?[ -]{0,2}[2-8]\d{6,7}(?!\d)/gu },
  { what: 'phone', pattern: /(?:电话|手机|手机号|号码|致电|座机)(?:号码)?[为是:]{0,2} ?\+?\d[\d -]{5,14}\d/gu },
  { what: 'bank-card', pattern: new RegExp(String.raw`(?<![\dA-Za-z])[3-6]\d(?:${GAP}\d){14,17}(?![\dA-Za-z])`, 'gu'), holds: passesLuhn },
  { what: 'bank-card', pattern: /(?:银行卡|账号|帐号|卡号|账户)(?:号码|号)?[为是:]{0,2} ?\d[\d -]{7,24}\d/gu },
  { what: 'plate', pattern: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][ ·•.-]?[A-HJ-NP-Za-hj-np-z\d]{5,6}(?![A-Za-z\d])/gu },
  { what: 'email', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  { what: 'contact', pattern: /(?:微信|QQ|qq|支付宝|抖音号|微博)(?:号码|号|账号)?[为是:]{0,2} ?[A-Za-z\d][\w.-]{4,}/gu },
  { what: 'address', pattern: /[\p{Script=Han}\d]{0,14}?\d+(?:号楼|幢|栋|单元)[\d-]*(?:号|室|层|单元|户)?(?:\d+(?:室|户|号))?/gu },
  { what: 'address', pattern: /\p{Script=Han}{2,12}(?:小区|花园|家园|公寓|新村|社区|里|苑|村|屯)\d+(?:-\d+)*(?:号|室|户|-)\d*室?/gu },
  { what: 'address', pattern: /(?:家住|住址|住所地?为|居住(?:于|在)|户籍地)[为是:]{0,2}[\p{Script=Han}\d-]{4,40}/gu },
]

const NAME_CUE = /(姓名|法定代表人|负责人|经营者|店主|业主|老板|员工|店员|职工|厨师|司机|证人|见证人|联系人|投诉人|举报人|消费者|当事人|患者|家属|学生|儿童|幼儿|儿子|女儿|之子|之女|妻子|丈夫|受害人|送货人|采购员|销售员|执法人员|驾驶人|购买人|买受人|顾客|客户|房东|邻居|合伙人|代理人|供货人|介绍人|雇员|摊主|村民|居民)([:为是叫名]{0,3} ?)(\p{Script=Han}{2,4})/gu
const TITLE_CUE = /(\p{Script=Han}{1,3}?)(?=先生|女士|小姐|大爷|大妈|阿姨)/gu
const AFTER_NAME = /^(?:$|[^\p{Script=Han}]|的|在|于|称|说|与|和|及|向|将|把|对|被|已|因|系|为|是|以|从|到|购|买|有|未|不|没|经|反|承|表|提|签|当|到|先|女|等|某|证|指|确|陈|述|认|出|驾|驶|交|付|运|送|收|卖|售|拿|给|讲|告|回|拒|同|自|均|也|还|随|曾|并|又|可|能|会|要|去|来|之|家|住|处|无|使|用|进|销|制|加|存|转|借|租|雇|请|让|等)/u

/** Everything in the text that looks like personal data or is known to be; nothing within what may appear. */
export function findPersonalData(text: string, known: Known = NOBODY): readonly Finding[] {
  const { shape: whole, places } = readable(text)
  const shape = withoutAllowed(whole, known.allowed)
  const letters = compact(shape)
  const found: Finding[] = []
  const add = (what: PersonalData, start: number, end: number): void => {
    const from = places[start] ?? text.length
    const last = places[end - 1] ?? text.length - 1
    found.push({ what, start: from, end: last + 1 })
  }
  for (const { what, pattern, holds } of PATTERNS) {
    for (const match of shape.matchAll(pattern)) if (holds === undefined || holds(match[0])) add(what, match.index, match.index + match[0].length)
  }
  for (const name of known.names) for (const [start, end] of occurrencesOf(letters, name, 2)) add('name', start, end)
  for (const number of known.numbers) for (const [start, end] of occurrencesOf(letters, number, 5)) add('phone', start, end)
  for (const address of known.addresses) for (const [start, end] of sharedWith(letters, compact(readable(address).shape).joined)) add('address', start, end)
  for (const [start, end] of namesByCue(shape)) add('name', start, end)
  return merged(found)
}

/** The text with every finding replaced as the public may read it: a proposal for the officer. */
export function proposeText(text: string, findings: readonly Finding[]): string {
  let proposal = ''
  let from = 0
  for (const { what, start, end } of findings) {
    const isBracketed = /[（(]$/u.test(text.slice(0, start)) && /^[）)]/u.test(text.slice(end))
    const words = isBracketed ? `${PERSONAL_DATA[what]}略` : `（${PERSONAL_DATA[what]}略）`
    proposal += `${text.slice(from, start)}${what === 'name' ? maskPersonName(text.slice(start, end)) : words}`
    from = end
  }
  return proposal + text.slice(from)
}

/** What was found, so that the officer finds it again and nobody else learns it: first character and asterisks. */
export function maskedWords(text: string, { start, end }: Finding): string {
  const characters = Array.from(text.slice(start, end))
  return `${characters[0] ?? ''}${'*'.repeat(Math.min(Math.max(characters.length - 1, 1), 6))}`
}

function namesByCue(shape: string): readonly (readonly [number, number])[] {
  const direct = [...shape.matchAll(NAME_CUE)].flatMap((match) => {
    const [, cue = '', sign = '', after = ''] = match
    const length = nameLength(after + shape.slice(match.index + match[0].length, match.index + match[0].length + 2), sign.trim() !== '')
    const start = match.index + cue.length + sign.length
    return length === 0 ? [] : [[start, start + length] as const]
  })
  const titled = [...shape.matchAll(TITLE_CUE)].flatMap((match) => {
    const [text] = match
    const at = Array.from(text).findIndex((character) => FAMILY_NAMES.has(character))
    return at < 0 || WORDS_LIKE_NAMES.has(text.slice(at)) ? [] : [[match.index + at, match.index + text.length] as const]
  })
  return [...direct, ...titled]
}

/** Length of the name at the head of the text; 0 where none stands there. */
function nameLength(text: string, isNamed: boolean): number {
  const family = COMPOUND_FAMILY_NAMES.has(text.slice(0, 2)) ? 2 : mayBeFamily(text, isNamed) ? 1 : 0
  if (family === 0 || text[family] === '某' || WORDS_LIKE_NAMES.has(text.slice(0, 2)) || WORDS_LIKE_NAMES.has(text.slice(0, 3))) return 0
  for (const given of [2, 1]) {
    const rest = text.slice(family, family + given)
    if (rest.length === given && /^\p{Script=Han}+$/u.test(rest) && AFTER_NAME.test(text.slice(family + given))) return family + given
  }
  return 0
}

/** A family name that is also a function word counts only after a sign such as a colon; 于 counts unless a time or a place follows. */
function mayBeFamily(text: string, isNamed: boolean): boolean {
  const first = text.slice(0, 1)
  if (FAMILY_NAMES.has(first)) return true
  if (!AMBIGUOUS_FAMILY_NAMES.has(first)) return false
  if (first === '于') return !/^于[当同该次本前昨今年月日上下是其此店网每某\d]/u.test(text)
  return isNamed || !FUNCTION_WORDS.has(first)
}

/** Six or more characters in a row that a known address also has, beyond its county. */
function sharedWith(letters: Compact, address: string): readonly (readonly [number, number])[] {
  const tail = address.replace(/^.*?(?:区|县)/u, '')
  const LEAST = 6
  const found: (readonly [number, number])[] = []
  for (let i = 0; i + LEAST <= tail.length; i += 1) {
    const piece = tail.slice(i, i + LEAST)
    if (!/\d/u.test(piece) && !/[路街巷村小区苑园里号楼室]/u.test(piece)) continue
    for (const place of occurrencesOf(letters, piece, LEAST)) found.push(place)
  }
  return found
}

/** What may appear is blanked, sign for sign, so that nothing within it is found and nothing beside it hides behind it. */
function withoutAllowed(shape: string, allowed: readonly string[]): string {
  let rest = shape
  for (const each of allowed) {
    const wanted = readable(each).shape
    if (wanted.length > 1) rest = rest.replaceAll(wanted, '\0'.repeat(wanted.length))
  }
  return rest
}

function merged(findings: readonly Finding[]): readonly Finding[] {
  const sorted = findings.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const kept: Finding[] = []
  for (const finding of sorted) {
    const last = kept.at(-1)
    if (last !== undefined && finding.start < last.end) kept[kept.length - 1] = { ...last, end: Math.max(last.end, finding.end) }
    else kept.push(finding)
  }
  return kept
}

const digitsOf = (text: string): string => text.replaceAll(/[^\dXx]/gu, '')
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/u

/** Eighteen digits that are a citizen number by region and birthday, or by region and check digit (GB 11643). */
function isIdNumber(text: string): boolean {
  const digits = digitsOf(text).toUpperCase()
  if (!PROVINCES.test(digits)) return false
  if (/^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/u.test(digits)) return true
  let sum = 0
  for (let i = 0; i < 17; i += 1) sum += Number(digits[i]) * (2 ** (17 - i) % 11)
  return '10X98765432'[sum % 11] === digits[17]
}

function isFirstGenerationId(text: string): boolean {
  const digits = digitsOf(text)
  return PROVINCES.test(digits) && /^\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/u.test(digits)
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(text: string): boolean {
  const digits = digitsOf(text)
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = digit * 2
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
