/** Kinds of penalties (penalty law, Art 9). */
export const PENALTY_KINDS = {
  'warning': '警告', 'criticism': '通报批评', 'fine': '罚款', 'confiscate-gains': '没收违法所得', 'confiscate-goods': '没收非法财物', 'suspend-licence': '暂扣许可证件',
  'downgrade': '降低资质等级', 'revoke-licence': '吊销许可证件或者营业执照', 'restrict-operation': '限制开展生产经营活动', 'suspend-business': '责令停产停业',
  'close-business': '责令关闭', 'restrict-employment': '限制从业', 'other': '法律、行政法规规定的其他行政处罚',
} as const

export type PenaltyKind = keyof typeof PENALTY_KINDS

/** One penalty as proposed, notified or decided; an amount is in fen, for goods their value. */
export type PenaltyItem = Readonly<{ kind?: PenaltyKind; amountInFen?: number; content?: string; basis?: string }>

/** Kinds for which a hearing must be offered whatever the amount (hearing measures, Art 5). */
const ALWAYS_HEARD: readonly PenaltyKind[] = ['downgrade', 'revoke-licence', 'suspend-business', 'close-business', 'restrict-employment']

const MONEY: readonly PenaltyKind[] = ['fine', 'confiscate-gains']

/** Sum of one kind's amounts, in fen. */
export function amountOf(items: readonly PenaltyItem[], ...kinds: readonly PenaltyKind[]): number {
  return items.reduce((total, item) => total + (item.kind !== undefined && kinds.includes(item.kind) ? item.amountInFen ?? 0 : 0), 0)
}

/** What the party has to pay, in fen: fine and confiscated gains. */
export function payableOf(items: readonly PenaltyItem[]): number {
  return amountOf(items, ...MONEY)
}

/** True where these penalties may be decided only after a hearing was offered; the threshold is in yuan. */
export function needsHearing(items: readonly PenaltyItem[], thresholdInYuan: number): boolean {
  return items.some((item) => item.kind !== undefined && ALWAYS_HEARD.includes(item.kind))
    || amountOf(items, 'fine') >= thresholdInYuan * 100
    || amountOf(items, 'confiscate-gains', 'confiscate-goods') >= thresholdInYuan * 100
}

/** In which points `later` goes beyond `earlier`: a kind that was not there, or a higher amount. Empty where it does not. */
export function pointsBeyond(earlier: readonly PenaltyItem[], later: readonly PenaltyItem[]): readonly string[] {
  return [...new Set(later.flatMap((item) => item.kind ?? []))].flatMap((kind) => {
    if (!earlier.some((item) => item.kind === kind)) return [`增加了“${PENALTY_KINDS[kind]}”`]
    return amountOf(later, kind) > amountOf(earlier, kind) ? [`“${PENALTY_KINDS[kind]}”数额提高`] : []
  })
}
