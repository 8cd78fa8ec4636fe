import { expect, test } from 'vitest'
import type { Known } from './detect.ts'
import { draftOf, knownOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { inventPerson, seededNumbers } from './fixtures/generated-people.ts'
import type { Invented } from './fixtures/generated-people.ts'
import { stallMatter, stallPublicity } from './fixtures/market-stall.ts'

const MATTERS = 10_000
const ENTITY = '示例区幸福水果店'

type Sentence = (party: Invented, stranger: Invented) => string

const SENTENCES: readonly Sentence[] = [
  (party) => `经查，${party.name}于2026年3月1日销售超过保质期的食品3袋。`,
  (party) => `${party.name}（身份证号${party.idNumber}，电话${party.phone}）承认上述事实。`,
  (_party, stranger) => `投诉人${stranger.name}称其在该店购买水果，联系电话${stranger.phone}。`,
  (party) => `当事人住${party.address}，货值金额126.50元。`,
  (_party, stranger) => `证人${stranger.name}的证言一份；货款转入账号${stranger.card}。`,
  (party) => `送货车辆${party.plate}，驾驶人${party.name}。`,
  (party) => `联系方式：${spacedOut(party.phone)}。`,
  (party) => `证件号码为${inFullWidth(party.idNumber)}。`,
  (party) => `电话是${inChinese(party.phone)}，可加微信wx${party.phone}。`,
  (party) => `${party.name.split('').join(' ')}签字确认。`,
  (party) => `${party.name.split('').join('\u{200B}')}签字确认，邮箱${party.email}。`,
  (_party, stranger) => `见证人：${stranger.name}，家住${stranger.address}。`,
  (_party, stranger) => `姓名：${stranger.name}；公民身份号码：${stranger.idNumber.toLowerCase()}。`,
]

const CLEAN = [
  '经查，当事人于2026年3月1日销售超过保质期的食品3袋，货值金额126.50元，违法所得42元。',
  '处以罚款5000元，没收违法所得人民币壹仟贰佰元整，罚没款合计6200元，上缴国库。',
  '生产批号20260115，产品标准编号GB/T 19630-2019，许可证编号JY23710810012345。',
  '当事人的行为违反了《中华人民共和国食品安全法》第三十四条第一款第十项的规定。',
  '当事人陈述，已于2026年5月6日自行整改；负责人签收了现场检查笔录。',
  '统一社会信用代码91371003MA3C12345X，决定书文号文市监罚〔2026〕12号，2026年11月22日作出。',
  '王某某购买后退货，商家退款368.00元，投诉人某女士撤回投诉。',
  '案件来源为投诉举报，抽样数量12批次，不合格项目为菌落总数，检验报告编号2026-0315-0088。',
]

const spacedOut = (phone: string): string => `${phone.slice(0, 3)} ${phone.slice(3, 7)}-${phone.slice(7)}`
const inFullWidth = (text: string): string => text.replaceAll(/[\dX]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
const inChinese = (digits: string): string => Array.from(digits, (digit) => '零一二三四五六七八九'[Number(digit)] ?? '').join('')

/** What must not be readable in any spelling. */
function fragments({ name, phone, idNumber, address, card, plate, email }: Invented): readonly string[] {
  return [name, phone, idNumber, address.slice(-8), card, plate, email, phone.slice(3), idNumber.slice(6, 14)]
}

/** Blanks, invisible signs and spellings taken away. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\p{Cf}\s-]/gu, '').replaceAll(/[零一二三四五六七八九]/gu, (sign) => String('零一二三四五六七八九'.indexOf(sign)))
}

const wordsOf = ({ title, fields }: Draft): string => plain([title, ...fields.map(({ value }) => value)].join('\n'))

test(`${MATTERS} matters full of people: no extract shows a name, a number or an address`, () => {
  const next = seededNumbers(20_260_101)
  const leaks: string[] = []
  let refused = 0
  for (let i = 0; i < MATTERS; i += 1) {
    const [party, stranger] = [inventPerson(next), inventPerson(next)]
    const sentence = (): string => (SENTENCES[next(SENTENCES.length)] ?? raise())(party, stranger)
    const isRegistered = i % 3 !== 0
    const matter = stallMatter(
      { keeper: party.name, keptAt: party.address, finding: `${CLEAN[next(CLEAN.length)] ?? ''}${sentence()}`, outcomeText: sentence(), note: `${party.name}${party.phone}`, decidedOn: '2026-03-02' },
      { subjectName: isRegistered ? ENTITY : party.name, ...(isRegistered ? { subjectEntityId: '01900000-0000-7000-8000-00000000000e' } : {}) },
    )
    // The complainant is a confidential party; strangers in other sentences are known to nobody.
    const people: Known = { names: [party.name], numbers: [party.phone, party.idNumber, party.email], addresses: [party.address], allowed: isRegistered ? [ENTITY] : [] }
    const known = knownOf(stallPublicity, matter, people)
    const first = draftOf(stallPublicity, matter, known)
    if (first.objections.length > 0) refused += 1
    const edits = Object.fromEntries(first.objections.map(({ field, proposal }) => [field, proposal]))
    const published = first.objections.length === 0 ? first : draftOf(stallPublicity, matter, known, edits)
    const words = wordsOf(published)
    const found = [...fragments(party), ...fragments(stranger)].filter((fragment) => fragment.length > 1 && words.includes(plain(fragment)))
    if (found.length > 0 || published.objections.length > 0) leaks.push(`${i}: ${found.join('、')} | ${published.objections.map((each) => each.words).join()} | ${words}`)
  }
  expect(leaks.slice(0, 5)).toEqual([])
  expect(refused).toBeGreaterThan(MATTERS * 0.9)
}, 20_000)

test('official prose without people is published as it stands', () => {
  for (const text of CLEAN) {
    const matter = stallMatter({ keeper: '钱例一', finding: text, outcomeText: text, decidedOn: '2026-03-02' }, { subjectName: ENTITY, subjectEntityId: '01900000-0000-7000-8000-00000000000e' })
    expect([text, draftOf(stallPublicity, matter, knownOf(stallPublicity, matter)).objections]).toEqual([text, []])
  }
})

test('an objection names field and kind and shows the words masked', () => {
  const matter = stallMatter({ keeper: '钱例一', finding: '钱例一的电话19900001234。', decidedOn: '2026-03-02' }, { subjectName: ENTITY, subjectEntityId: '01900000-0000-7000-8000-00000000000e' })
  const { objections } = draftOf(stallPublicity, matter, knownOf(stallPublicity, matter))
  expect(objections).toMatchObject([{ label: '认定的事实', what: '个人姓名', words: '钱**' }, { label: '认定的事实', what: '电话号码', words: '电******' }])
  expect(objections[0]?.proposal).toBe('钱某某的（电话号码略）。')
  expect(JSON.stringify(objections)).not.toContain('19900001234')
})

function raise(): never {
  throw new Error('an empty list has nothing to pick')
}
