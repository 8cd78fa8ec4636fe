/** Rule ids of one reward level; the numbers are dated records of the law. */
export type RewardLevel = 'first' | 'second' | 'third'

type Amounts = Readonly<{ sharePercent: number; floorInYuan: number; capInYuan: number }>

/**
 * Reward for a proved report, in fen: the level's share of fines and confiscations, at least the level's floor, at most the cap of a case
 * (市场监管领域重大违法行为举报奖励暂行办法; article numbers unverified).
 */
export function rewardInFen(penaltyInFen: number, amounts: Amounts): number {
  const share = Math.floor((penaltyInFen * amounts.sharePercent) / 100)
  return Math.min(Math.max(share, amounts.floorInYuan * 100), amounts.capInYuan * 100)
}

/** The amounts of a level under the law of the matter; null where the law of that day holds none. */
export function rewardAmountsOf(level: RewardLevel, valueOf: (rule: string) => number | null): Amounts | null {
  const sharePercent = valueOf(`report.reward-share-${level}`)
  const floorInYuan = valueOf(`report.reward-floor-${level}`)
  const capInYuan = valueOf('report.reward-cap')
  return sharePercent === null || floorInYuan === null || capInYuan === null ? null : { sharePercent, floorInYuan, capInYuan }
}
