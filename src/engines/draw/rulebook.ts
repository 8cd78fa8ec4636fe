import type { Hash } from '../../kernel/merkle.ts'

export type DrawHashName = 'sha256' | 'sm3'

/** Handed in by the caller: the server's or the browser's. */
export type Hashes = Readonly<Record<DrawHashName, Hash>>

export type Rulebook = { readonly version: string; readonly hash: DrawHashName; readonly text: string }

const RULES = `一、名单冻结。抽取前公布全部候选对象、所属层级、比例、最低数量和不重复抽取的规定，以及名单的杂凑值和默克尔根。公布以后不得增减、改动。
二、比例以整数之比表示。某层抽取数量等于该层全部对象数乘以比例，向上取整，不少于最低数量，不多于可以抽取的对象数。
三、承诺在先。抽取前公布一次性码链的末位；第一轮使用末位之前一位，以后每轮依次前移一位。每一位的杂凑值等于其后一位。
四、公共随机数。使用公告指定来源在公告之后产生的数值。数值去掉前导零；不分先后的按从小到大排列；每个数值后加“.”，每部分后加“/”，依次相连。指定的一期未公布的，按公告载明的办法使用以后一期并说明。
五、签号。以本轮一次性码为密钥，对公共随机数的规范文本作HMAC，得到本轮密钥；以本轮密钥对“标签的UTF-8字节加0x01”作HMAC，得到该标签的签号。对象的标签为“抽取编号|T|事项|层级|对象编号”。一个对象有多个机会的，标签依次加“|1”“|2”等，取最小的签号。
六、抽取。各层按第一轮签号从小到大取足数量。对象退出的，由同层签号次小的对象递补。
七、派员。按“抽取编号|ORD|对象编号”的签号从小到大逐个对象、逐个席位确定检查人员；每个席位按“抽取编号|I|对象编号|席位|人员编号”的签号从小到大，取第一个符合条件、并且使其余席位仍能全部派足的人员。席位从0起计。
八、条件。回避、不在岗、证件不在有效期、不属于席位要求的部门的，任何情形不得派出。每人任务上限、本镇街回避、专业要求不能同时满足的，按公告次序逐项放宽，直至能够派足；每次放宽须附不能派足的证明。
九、换人。抽取后检查人员不能参加或者需要回避的，公布理由，另用下一轮一次性码重新派员，前后结果一并公布。
十、作废。作废的抽取保留编号，公布理由，不得删除。
`

/** The rules a draw may name; a draw keeps the rules of its day, so a version is never edited. */
export const RULEBOOKS: readonly Rulebook[] = [
  { version: '1-sha256', hash: 'sha256', text: `双随机抽取规则（第1版，SHA-256）\n${RULES}` },
  { version: '1-sm3', hash: 'sm3', text: `双随机抽取规则（第1版，SM3）\n${RULES}` },
]

export function findRulebook(version: string): Rulebook | undefined {
  return RULEBOOKS.find((rulebook) => rulebook.version === version)
}

/** The hash function a version of the rules draws with. */
export function hashOf(version: string, hashes: Hashes): Hash | undefined {
  const rulebook = findRulebook(version)
  return rulebook === undefined ? undefined : hashes[rulebook.hash]
}
