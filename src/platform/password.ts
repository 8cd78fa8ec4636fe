import { argon2 as argon2WithCallback, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { refuse } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { RandomBytes } from './random.ts'

const argon2 = promisify(argon2WithCallback)

/** Cost of one hash. OWASP's password storage cheat sheet asks for at least 19 MiB and 2 passes. */
const MEMORY_KIB = 32_768
const PASSES = 3
const PARALLELISM = 1
const TAG_BYTES = 32
const SALT_BYTES = 16

const MIN_LENGTH = 10
const MAX_LENGTH = 128
const MIN_KINDS = 3
const LONGEST_RUN = 4

/** Argon2id hash in PHC form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string, random: RandomBytes): Promise<string> {
  const salt = random(SALT_BYTES)
  const tag = await tagOf(password, { salt, memory: MEMORY_KIB, passes: PASSES, parallelism: PARALLELISM, tagLength: TAG_BYTES })
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${PARALLELISM}$${base64(salt)}$${base64(tag)}`
}

const PHC_SHAPE = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** True when the password belongs to the hash. Throws on text that is no hash of ours. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', tag = ''] = PHC_SHAPE.exec(hash) ?? []
  if (tag === '') throw new Error('not an argon2id hash')
  const expected = Buffer.from(tag, 'base64')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), tagLength: expected.length }
  return timingSafeEqual(await tagOf(password, { salt: Buffer.from(salt, 'base64'), ...cost }), expected)
}

type Cost = { readonly salt: Uint8Array; readonly memory: number; readonly passes: number; readonly parallelism: number; readonly tagLength: number }

async function tagOf(password: string, { salt, ...cost }: Cost): Promise<Uint8Array> {
  // NFC: the same characters typed on another keyboard give the same bytes.
  return argon2('argon2id', { message: Buffer.from(password.normalize('NFC'), 'utf8'), nonce: salt, ...cost })
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '')
}

/**
 * Judges a new password: 10 to 128 characters, three of four kinds, no long runs, nothing of the login name.
 * Undefined when it is good. Length and kinds follow GB/T 22239-2019 8.1.4.1 (complexity), which leaves the figures open.
 */
export function judgePassword(password: string, login: string): Refusal | undefined {
  const fault = faultOf(password, login)
  if (fault === undefined) return undefined
  return refuse({
    code: 'password.too-weak',
    says: `密码不符合要求：${fault}。`,
    do: `请设置至少${MIN_LENGTH}位的密码，含大写字母、小写字母、数字、其他符号中的${MIN_KINDS}种，不含登录名，不用连续或重复的字符。`,
  })
}

function faultOf(password: string, login: string): string | undefined {
  const characters = Array.from(password)
  if (characters.length < MIN_LENGTH) return `不足${MIN_LENGTH}位`
  if (characters.length > MAX_LENGTH) return `超过${MAX_LENGTH}位`
  const kinds = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password)).length
  if (kinds < MIN_KINDS) return `只有${kinds}种字符`
  if (login.length >= 3 && password.toLowerCase().includes(login.toLowerCase())) return '含有登录名'
  if (hasRun(characters)) return `含有${LONGEST_RUN + 1}位以上连续或重复的字符`
  return undefined
}

/** True for five characters in a row that repeat, rise or fall by one ('aaaaa', '12345', 'edcba'). */
function hasRun(characters: readonly string[]): boolean {
  let length = 1
  let lastStep = Number.NaN
  for (let index = 1; index < characters.length; index += 1) {
    const step = codeOf(characters[index]) - codeOf(characters[index - 1])
    length = step === lastStep && Math.abs(step) <= 1 ? length + 1 : Math.abs(step) <= 1 ? 2 : 1
    lastStep = step
    if (length > LONGEST_RUN) return true
  }
  return false
}

function codeOf(character: string | undefined): number {
  return character?.toLowerCase().codePointAt(0) ?? Number.NaN
}
