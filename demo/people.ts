import type { Chance } from './chance.ts'

/** A generated person. No phone company issues numbers that begin with 1000. */
export type Person = Readonly<{ name: string; phone: string; address: string | null }>

const SURNAMES = '王李张刘于孙丛姜宋陈杨赵黄周吴徐胡朱高林何郭马罗梁郑谢韩唐冯邹毕鞠侯邢曲吕丁'
const MIDDLE = '建文志晓海春秀玉明丽红国永成立新洪庆桂振淑美光华金德景瑞思子佳雨浩'
const LAST = '军华强敏静芳伟杰霞平刚梅勇涛英波辉兰萍宁斌玲超燕鹏琳凯娜林峰涵轩怡博'

export function generatedName(chance: Chance): string {
  const given = chance.is(0.22) ? '' : chance.pick(Array.from(MIDDLE))
  return `${chance.pick(Array.from(SURNAMES))}${given}${chance.pick(Array.from(LAST))}`
}

/** 1000 and seven digits. */
export function unissuedPhone(chance: Chance): string {
  return `1000${String(chance.below(10_000_000)).padStart(7, '0')}`
}

export function generatedPerson(chance: Chance, address: string | null): Person {
  return { name: generatedName(chance), phone: unissuedPhone(chance), address }
}
