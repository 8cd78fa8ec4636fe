import { expect, test } from 'vitest'
import { createLog } from './log.ts'

test('personal data and secrets do not reach the log, at any of three levels', () => {
  const lines: string[] = []
  const log = createLog('info', (line) => lines.push(line))
  log.info({ phone: '10000000000', party: { idNumber: 'X1', town: 'a' }, request: { headers: { cookie: 'sid=1' } }, matter: 'm-1' }, '已登记')
  const line: unknown = JSON.parse(lines[0] ?? '')
  expect(line).toMatchObject({
    phone: '［已隐去］', party: { idNumber: '［已隐去］', town: 'a' }, request: { headers: { cookie: '［已隐去］' } }, matter: 'm-1', msg: '已登记',
  })
  expect(lines.join('')).not.toMatch(/10000000000|X1|sid=1/)
})

test('a line below the level is not written', () => {
  const lines: string[] = []
  createLog('warn', (line) => lines.push(line)).info('quiet')
  expect(lines).toEqual([])
})
