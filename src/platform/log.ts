import { destination, pino } from 'pino'
import type { Logger } from 'pino'

export type Log = Logger
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** Fields that hold personal data or secrets wherever they occur in the first three levels of a line. */
const PRIVATE_FIELDS: readonly string[] = [
  'password', 'newPassword', 'token', 'secret', 'code', 'cookie', 'authorization', 'set-cookie', 'csrf',
  'name', 'phone', 'idNumber', 'id_number', 'address', 'email', 'contact', 'reporter', 'complainant', 'form',
]

/** A log of JSON lines on standard error, personal data and secrets replaced. Standard output stays for results. */
export function createLog(level: LogLevel, write?: (line: string) => void): Log {
  const paths = PRIVATE_FIELDS.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`])
  const target = write ? { write } : destination({ fd: 2, sync: true })
  return pino({ level, base: null, redact: { paths, censor: '［已隐去］' }, timestamp: pino.stdTimeFunctions.isoTime }, target)
}
