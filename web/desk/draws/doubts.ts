import type { DrawView } from '../../../src/engines/draw/contract.ts'
import { momentText } from '../../kit/time-text.ts'

/** A question of someone who doubts the draw; `isFixed` once nobody can change what answers it. */
export type Doubt = Readonly<{ asks: string; answer: string; isFixed: boolean }>

/** Before the announcement nothing is fixed: what will be. */
export const DOUBTS_BEFORE: readonly Doubt[] = [
  { asks: '会不会先看结果再改名单？', answer: '公告时名单按杂凑值和默克尔根封存；现在还可以调整。', isFixed: false },
  { asks: '号码会不会挑着用？', answer: '公告写明来源、期号和未开奖时的替代办法；公告必须早于最早一期的公布时间。', isFixed: false },
  { asks: '会不会多抽几次挑一次？', answer: '同一年度各次抽取连续编号，作废的也公开理由；一次性码每轮只有一个。', isFixed: false },
  { asks: '会不会专抽某些企业？', answer: '比例按组事先公布，并保留一组不看分类、纯随机产生；同一层级每户机会相等。', isFixed: false },
  { asks: '检查人员会不会指定？', answer: '人员由签号派出；回避、不在岗在公告前封存，抽中后公开核对。', isFixed: false },
]

/** What is fixed at the present stage of a draw. */
export function doubtsOf(draw: DrawView): readonly Doubt[] {
  const { announcement: { frame, inspectors, earlier, chain }, anchor, stage, sources, rounds } = draw
  const isDrawn = rounds > 0
  const agreed = sources.filter(({ state }) => state === 'agreed').length
  return [
    { asks: '会不会先看结果再改名单？', answer: `对象名单${frame.size}户、检查人员${inspectors.size}人已在${momentText(draw.announcedAt)}封存，改动一个字就对不上公告。`, isFixed: true },
    { asks: '公告会不会事后换掉？', answer: anchorWords(anchor), isFixed: anchor?.isBeforeSources === true },
    { asks: '号码会不会挑着用？', answer: stage === 'void' && !isDrawn ? '来源和期号已在公告写明；本次作废，没有用来抽取。' : `来源和期号已在公告写明；${agreed}个来源已由两人录入一致，共${sources.length}个。`, isFixed: agreed === sources.length },
    { asks: '会不会多抽几次挑一次？', answer: `${earlier.length === 0 ? '本年度第1次' : `此前${earlier.length}次逐次列明`}；承诺的一次性码共${chain.length}位，每轮只能用一个。`, isFixed: true },
    { asks: '结果会不会人为改动？', answer: stage === 'void' ? isDrawn ? '本次已经作废，理由公开；结果和证明文件保留。' : '本次已经作废，没有抽取；编号、公告和理由保留并公开。' : isDrawn ? '任何人用证明文件都能重新算出同样的结果。' : '尚未抽取。抽取后结果由号码唯一确定。', isFixed: isDrawn },
  ]
}

function anchorWords(anchor: DrawView['anchor']): string {
  if (anchor === null) return '公告的杂凑值待下一次封存写入账本；请同时对外公布公告的杂凑值。'
  return `公告的杂凑值已于${momentText(anchor.sealedAt)}写入账本（第${anchor.leafIndex + 1}条），${anchor.isBeforeSources ? '早于号码公布' : '但晚于最早一期号码的公布，应以对外公布的时间为准'}。`
}
