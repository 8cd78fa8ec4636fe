import { describe, expect, it } from 'vitest'
import { cite } from '../../kernel/citation.ts'
import { calendarDays, workingDays } from '../../kernel/period.ts'
import { procedureUnder } from './definition.ts'
import type { DocumentTemplate } from './document.ts'
import type { DocumentedLaw } from './documentation-clocks.ts'
import { documentationOf } from './documentation.ts'
import { choice, text } from './facts.ts'

const article = cite('civil-code', '第二百零一条')

const kite = procedureUnder<'kite.check' | 'kite.check-storm' | 'kite.longer'>()({
  id: 'kite', name: '风筝登记', numberPrefix: '筝', instruments: ['civil-code'],
  facts: { weather: choice('天气', { calm: '无风', storm: '大风' }, { visibility: 'public' }), size: choice('大小', { big: '大', small: '小' }), tail: text('尾巴 | 颜色', { cite: article }) },
  parties: { flyer: { name: '放飞人', isConfidential: true } },
  opening: { name: '登记', by: ['intake-officer'], basis: 'internal', requires: ['weather'], optional: ['tail'] },
  states: { 'on-ground': '待放飞', aloft: '空中', landed: '已落地' },
  opensIn: 'on-ground', finalStates: ['landed'], outcomes: { safe: '平安落地' },
  steps: {
    launch: {
      name: '放飞', from: 'on-ground', to: 'aloft', by: ['case-officer', 'citizen'], basis: [{ from: '2020-01-01', cite: article }, { from: '2026-01-01', cite: cite('civil-code', '第二百零二条') }],
      requires: ['tail'], optional: ['size'], isOnce: true, inForce: { from: '2021-01-01', until: '2030-01-01' }, documents: ['launch-note'],
      guards: [{ name: 'windMustBeMeasuredBeforeLaunch', cite: article, needsInput: true, check: () => null }], tells: () => '', computes: () => ({}), opens: () => null,
    },
    extend: { name: '延长', from: ['on-ground', 'aloft'], to: 'same', by: ['bureau-leader'], basis: article },
    land: { name: '落地', from: 'aloft', to: 'landed', by: ['machine'], basis: article, differsFrom: ['launch'], closes: 'safe' },
  },
  clocks: {
    check: {
      name: '检查期限', kind: 'statutory', rule: 'kite.check', ruleFor: facts => (facts.weather === 'storm' ? 'kite.check-storm' : 'kite.check'), startsOn: 'opened', stopsOn: ['land'],
      pausedBy: { launch: ['extend'] }, restartedBy: ['launch'], extendedBy: { extend: { rule: 'kite.longer', times: 2 } }, dueStep: 'land',
    },
    plain: { name: '普通期限', kind: 'internal', rule: 'kite.check', startsOn: ['launch'], stopsOn: ['land'], dueStep: 'land' },
  },
})

const law: DocumentedLaw = {
  limitsOf: rule => (rule === 'kite.check'
    ? [
      { from: '2020-01-01', until: '2026-01-01', limit: workingDays(7), roll: 'none', cite: article, isVerified: false, note: '未核对' },
      { from: '2026-01-01', limit: null, roll: 'none', cite: article, isVerified: true },
    ]
    : [{ from: '2020-01-01', limit: calendarDays(3), roll: 'rest-day', cite: article, isVerified: true }]),
}

const note: DocumentTemplate = { id: 'launch-note', title: '放飞通知', series: '筝放', audience: 'internal', addressee: () => '', blocks: () => [] }
const page = documentationOf(kite, law, { templates: [note], examples: [{
  name: 'a kite flown too early', receivedAt: '2026-03-02 09:00', facts: {},
  steps: [{ step: 'launch', at: '2026-03-02 10:00', by: 'citizen', refused: 'guard.windMustBeMeasuredBeforeLaunch' }, { step: 'launch', at: '2026-03-02 11:00', by: 'case-officer' }],
  ends: { state: 'aloft', clocks: { 'check': 'due 2026-03-11', 'plain 2': 'due 2026-03-12, met' } },
}] })

describe('the page of a procedure', () => {
  it('draws the states with every step that changes them, and no other', () => {
    const drawn = /```mermaid\n([\s\S]*?)\n```/u.exec(page)?.[1]?.split('\n').map(line => line.trim())
    expect(drawn).toEqual([
      'stateDiagram-v2', 'state "待放飞" as on_ground', 'state "空中" as aloft', 'state "已落地" as landed',
      '[*] --> on_ground: 登记', 'on_ground --> aloft: 放飞', 'aloft --> landed: 落地', 'landed --> [*]',
    ])
  })

  it('says of a step who takes it, from where, on what basis, with what form, under which conditions and to what effect', () => {
    const section = page.slice(page.indexOf('### 放飞'), page.indexOf('### 延长')).trim().split('\n').slice(2)
    expect(section).toEqual([
      '- From 待放飞 → 空中.',
      '- By 承办人员、当事人.',
      '- Basis: 《中华人民共和国民法典》第二百零一条 from 2020-01-01; 《中华人民共和国民法典》第二百零二条 from 2026-01-01.',
      '- The form asks for 尾巴 | 颜色、大小 (optional).',
      '- Refused unless: *wind must be measured before launch* (《中华人民共和国民法典》第二百零一条), judged on the filled form.',
      '- Once in the life of a matter.',
      '- Open to matters received from 2021-01-01.',
      '- Open to matters received before 2030-01-01.',
      '- Issues `launch-note`.',
      '- Tells the person concerned.',
      '- Computes facts of the matter.',
      '- May open a matter of its own, linked as a child.',
    ])
    expect(page).toContain('- From 待放飞、空中 → stays.')
    expect(page).toContain('- By another person than took 放飞.')
    expect(page).toContain('- Closes the matter: 平安落地.')
  })

  it('prints each dated limit of a clock, a repeal, and every rule that a fact can lead to', () => {
    const section = page.slice(page.indexOf('### 检查期限'), page.indexOf('### 普通期限'))
    expect(section).toContain('| 2020-01-01 | 2026-01-01 | 7个工作日 | does not move | 《中华人民共和国民法典》第二百零一条 | no: 未核对 |')
    expect(section).toContain('| 2026-01-01 |  | none |  | 《中华人民共和国民法典》第二百零一条 | yes |')
    expect(section).toContain('Limit where 天气 is 无风 (`kite.check`)')
    expect(section).toContain('Limit where 天气 is 大风 (`kite.check-storm`)')
    expect(section).not.toContain('大小')
    expect(section).toContain('| 2020-01-01 |  | 3日 | moves past any day off |')
    expect(section).toContain('Extended by 延长, at most 2 times.')
    for (const line of ['Starts with receipt.', 'Stops with 落地.', 'Paused by 放飞 until 延长.', 'Starts anew with 放飞.']) expect(section).toContain(`- ${line}`)
    expect(page.slice(page.indexOf('### 普通期限'))).toContain('Limit (`kite.check`):')
  })

  it('keeps a table whole whatever a label holds, and lists documents and parties', () => {
    expect(page).toContain('| 尾巴 \\| 颜色 | `tail` | text | officer |  | 《中华人民共和国民法典》第二百零一条 |')
    expect(page).toContain('| 天气 | `weather` | choice | public | 无风 · 大风 |  |')
    expect(page).toContain('| 放飞通知 | `launch-note` | 筝放 | internal | 放飞 |')
    expect(page).toContain('| 放飞人 | `flyer` | yes |')
    expect(documentationOf({ ...kite, steps: { land: kite.steps.land }, clocks: {} }, law)).toContain('This procedure issues none.')
  })

  it('tells its examples step by step with the answer, the end and the clocks', () => {
    expect(page.slice(page.indexOf('### A kite')).split('\n').filter(Boolean)).toEqual([
      '### A kite flown too early', '| At | Step | By | Answer |', '|---|---|---|---|', '| 2026-03-02 09:00 | 登记 |  | received |',
      '| 2026-03-02 10:00 | 放飞 | 当事人 | refused: `guard.windMustBeMeasuredBeforeLaunch` |', '| 2026-03-02 11:00 | 放飞 | 承办人员 | taken |',
      '- Ends in 空中.', '- 检查期限: due 2026-03-11.', '- 普通期限 (2): due 2026-03-12, met.',
    ])
    expect(documentationOf(kite, law)).toContain('This procedure has none.')
  })
})
