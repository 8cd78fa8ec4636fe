import { expect, test } from 'vitest'
import { draftOf, knownOf } from '../../engines/publication/draft.ts'
import { inventPerson, seededNumbers } from '../../engines/publication/fixtures/generated-people.ts'
import type { Invented } from '../../engines/publication/fixtures/generated-people.ts'
import type { Matter } from '../../engines/procedure/matter.ts'
import { CASE_FACTS, contextOf } from './fixtures/paper-context.ts'
import { penaltyPublicity } from './publicity.ts'

const DECISIONS = 10_000

type Told = (party: Invented, witness: Invented) => string

const FACTS: readonly Told[] = [
  (party) => `经查，${party.name}在住所${party.address}内无证销售食品，货值金额126.50元。`,
  (party) => `${party.name}（身份证号${party.idNumber}，电话${party.phone}）对上述事实无异议。`,
  (party, witness) => `${party.name}将货物售与顾客${witness.name}，对方电话${witness.phone}，货款转入账号${party.card}。`,
  (party, witness) => `证人${witness.name}证实，驾驶${party.plate}的${party.name}送货上门。`,
  (_party, witness) => `投诉人${witness.name}（${witness.email}）购买后不适，家住${witness.address}。`,
]

/** What must not be readable of a person. */
const fragmentsOf = ({ name, phone, idNumber, address, card, plate, email }: Invented): readonly string[] => [name, phone, idNumber, address.slice(-8), card, plate, email, phone.slice(3), idNumber.slice(6, 14)]

test(`${DECISIONS} penalty decisions full of people: none shows a name, a number or an address`, { timeout: 30_000 }, () => {
  const next = seededNumbers(20_261_122)
  const base = contextOf('penalty-case', CASE_FACTS).matter
  const leaks: string[] = []
  for (let i = 0; i < DECISIONS; i += 1) {
    const [party, witness] = [inventPerson(next), inventPerson(next)]
    const says = FACTS[next(FACTS.length)]?.(party, witness) ?? ''
    const isPerson = i % 2 === 0
    const facts = {
      ...CASE_FACTS, partyName: isPerson ? party.name : '示例食品店', partyAddress: party.address, illegalFacts: `当事人销售超过保质期的糕点。${says}`, suspectedActs: isPerson ? `${party.name}无证经营` : '无证经营', statementText: says,
      violatedLaw: '《中华人民共和国食品安全法》第三十四条第十项', decidedItems: [{ kind: 'fine', amountInFen: 500_000, content: `对${party.name}处以罚款5000元`, basis: '《中华人民共和国食品安全法》第一百二十四条' }], hearingRecord: says,
    }
    const { subjectEntityId: _entity, ...rest } = base
    const matter: Matter = { ...rest, facts, subjectName: facts.partyName, ...(isPerson ? {} : { subjectEntityId: '01900000-0000-7000-8000-00000000000e' }) }
    // The officer and the party's representative are in the case as people; the witness is known to nobody.
    const draft = draftOf(penaltyPublicity, matter, knownOf(penaltyPublicity, matter, { names: [party.name], numbers: [party.phone, party.idNumber, party.email], addresses: [party.address], allowed: [] }))
    const words = [draft.title, ...draft.fields.map(({ value }) => value)].join('\n')
    const found = [...fragmentsOf(party), ...fragmentsOf(witness)].filter((fragment) => words.includes(fragment))
    if (found.length > 0) leaks.push(`${i}: ${found.join('、')} | ${words}`)
  }
  expect(leaks.slice(0, 3)).toEqual([])
})

test('the decision stays readable: what was done, under which law, with which penalty', () => {
  const matter: Matter = { ...contextOf('penalty-case', CASE_FACTS).matter, subjectEntityId: '01900000-0000-7000-8000-00000000000e' }
  const { fields } = draftOf(penaltyPublicity, matter, knownOf(penaltyPublicity, matter))
  expect(Object.fromEntries(fields.map(({ label, value }) => [label, value]))).toMatchObject({
    '当事人': '示例食品店', '违法事实': '当事人销售超过保质期的糕点二十盒', '处罚内容': '没收违法所得；罚款', '罚款（元）': '50000', '决定日期': '2026年7月24日',
  })
})
