import { cite } from '../../../kernel/citation.ts'
import type { Citation } from '../../../kernel/citation.ts'
import { penaltyLaw, provisions } from '../citations.ts'

/** What files are reviewed for (enforcement supervision provisions, Art 10). */
export const REVIEW_SUBJECTS = { 'subject': '主体', 'facts': '事实和证据', 'law': '适用依据', 'procedure': '程序', 'discretion': '裁量', 'transfer': '移送', 'file': '案卷' } as const

/** `isVeto`: losing all its points makes the file unfit. Points are the bureau's own; the article is what the item tests. */
type ScoreItem = Readonly<{ label: string; subject: keyof typeof REVIEW_SUBJECTS; points: number; cite: Citation; isVeto?: boolean }>

export const SCORE_ITEMS = {
  'jurisdiction': { label: '具有管辖权', subject: 'subject', points: 4, cite: provisions('第十九条'), isVeto: true },
  'officers': { label: '办案人员不少于两人并具有执法资格', subject: 'subject', points: 4, cite: penaltyLaw('第四十二条'), isVeto: true },
  'party': { label: '当事人认定准确', subject: 'subject', points: 4, cite: provisions('第五十三条') },
  'facts': { label: '违法事实清楚', subject: 'facts', points: 7, cite: penaltyLaw('第四十条'), isVeto: true },
  'evidence': { label: '证据确凿、充分，相互印证', subject: 'facts', points: 7, cite: penaltyLaw('第四十六条'), isVeto: true },
  'evidence-form': { label: '证据形式、来源符合要求', subject: 'facts', points: 4, cite: provisions('第二十三条') },
  'records': { label: '笔录制作、签名规范', subject: 'facts', points: 4, cite: provisions('第二十九条') },
  'tests': { label: '检测、检验、鉴定结果告知当事人', subject: 'facts', points: 3, cite: provisions('第三十二条') },
  'violated-law': { label: '违反的规定引用准确', subject: 'law', points: 5, cite: provisions('第五十三条') },
  'penalty-basis': { label: '处罚依据引用准确', subject: 'law', points: 5, cite: penaltyLaw('第三十八条'), isVeto: true },
  'verification': { label: '线索核查在期限内', subject: 'procedure', points: 3, cite: provisions('第十八条') },
  'filing': { label: '立案审批符合条件', subject: 'procedure', points: 3, cite: provisions('第十九条') },
  'rights': { label: '调查前告知权利', subject: 'procedure', points: 3, cite: provisions('第二十一条') },
  'measures': { label: '先行登记保存、查封扣押合法并按期处理', subject: 'procedure', points: 3, cite: provisions('第三十六条') },
  'review': { label: '案件审核按规定进行', subject: 'procedure', points: 4, cite: provisions('第四十九条') },
  'major': { label: '法制审核、集体讨论按规定进行', subject: 'procedure', points: 3, cite: provisions('第五十条') },
  'notice': { label: '处罚前告知事实、理由、依据和权利', subject: 'procedure', points: 5, cite: provisions('第五十七条'), isVeto: true },
  'defence': { label: '陈述、申辩经过复核', subject: 'procedure', points: 4, cite: provisions('第五十八条') },
  'in-time': { label: '在办案期限内作出决定', subject: 'procedure', points: 4, cite: provisions('第六十四条') },
  'service': { label: '文书送达合法', subject: 'procedure', points: 3, cite: provisions('第八十一条') },
  'publication': { label: '处罚信息按期公示', subject: 'procedure', points: 2, cite: cite('penalty-disclosure-provisions', '第九条') },
  'execution': { label: '罚没款缴纳和执行到位', subject: 'procedure', points: 3, cite: provisions('第七十二条') },
  'discretion': { label: '裁量适当并说明理由', subject: 'discretion', points: 5, cite: penaltyLaw('第三十四条') },
  'crime': { label: '涉嫌犯罪的已经移送', subject: 'transfer', points: 3, cite: penaltyLaw('第二十七条'), isVeto: true },
  'volumes': { label: '正卷、副卷齐全，顺序规范', subject: 'file', points: 3, cite: provisions('第七十八条') },
  'process-record': { label: '执法全过程记录归档', subject: 'file', points: 2, cite: provisions('第七十九条') },
} as const satisfies Readonly<Record<string, ScoreItem>>

export type ScoreItemId = keyof typeof SCORE_ITEMS

/** The item as what every item is. */
export function scoreItem(id: ScoreItemId): ScoreItem {
  return SCORE_ITEMS[id]
}

/** '具有管辖权（4分）' for a form, by id. */
export const SCORE_LABELS = Object.fromEntries(Object.entries<ScoreItem>(SCORE_ITEMS).map(([id, { label, points }]) => [id, `${label}（${points}分）`])) as Readonly<Record<ScoreItemId, string>>

/** Classes of files by points; the bureau's own scale. */
export const RESULT_CLASSES = { excellent: '优秀', good: '合格', basic: '基本合格', unfit: '不合格' } as const

export type ResultClass = keyof typeof RESULT_CLASSES
