/** Kinds of evidence (penalty procedure provisions, Art 23). */
export const EVIDENCE_KINDS = {
  'documentary': '书证', 'physical': '物证', 'audio-visual': '视听资料', 'electronic': '电子数据', 'testimony': '证人证言', 'party-statement': '当事人的陈述',
  'expert-opinion': '鉴定意见', 'scene-record': '勘验笔录、现场笔录',
} as const

/** Who is asked; the name is written by hand on the record and stands in no fact. */
export const INTERVIEWEES = { 'party': '当事人本人', 'head': '法定代表人或者负责人', 'manager': '经营者或者管理人员', 'employee': '从业人员', 'buyer': '购买人', 'other': '其他有关人员' } as const

/** Who is fined; a sole trader counts as a natural person, for whom a hearing is due earlier. */
export const PARTY_KINDS = { 'natural-person': '自然人', 'sole-trader': '个体工商户', 'organisation': '法人或者其他组织' } as const

/** Grounds for suspending the investigation (Art 46). */
export const SUSPENSION_GROUNDS = {
  'other-decision': '须以相关案件的裁判结果或者其他行政决定为依据', 'interpretation': '需要送请有权机关对法律适用作出解释或者确认', 'force-majeure': '因不可抗力暂时无法调查',
  'whereabouts-unknown': '因当事人下落不明暂时无法调查', 'other': '其他应当中止调查的情形',
} as const

/** What the case office proposes (Art 48 and 60). */
export const PROPOSALS = { 'penalty': '给予行政处罚', 'no-penalty': '依法不予行政处罚', 'not-established': '违法事实不能成立', 'transfer': '移送其他机关或者司法机关' } as const

/** Cases that need legal review and collective discussion by their nature (Art 50 and 60); a case that was heard is one in any event. */
export const MAJOR_CASES = {
  'public-interest': '涉及重大公共利益', 'complex': '案件情况疑难复杂、涉及多个法律关系', 'by-law': '法律、法规规定应当进行法制审核的其他情形', 'none': '不属于上述情形',
} as const

/** The seven points of a review (Art 53). */
export const REVIEW_POINTS = {
  'jurisdiction': '具有管辖权', 'party': '当事人基本情况清楚', 'facts': '案件事实清楚、证据充分', 'nature': '定性准确', 'law': '适用依据正确', 'procedure': '程序合法', 'fitness': '处理适当',
} as const

/** How a paper of enforcement is served (Art 82 and 83). */
export const SERVICE_METHODS = {
  'direct': '直接送达', 'leaving': '留置送达', 'electronic': '电子送达', 'post': '邮寄送达', 'entrusted': '委托、转交送达', 'announcement': '公告送达',
} as const

/** Grounds for imposing no penalty (penalty law, Art 30, 31, 33, 36). */
export const NO_PENALTY_GROUNDS = {
  'minor-corrected': '违法行为轻微并及时改正，没有造成危害后果', 'first-minor-corrected': '初次违法且危害后果轻微并及时改正', 'no-fault': '有证据足以证明没有主观过错',
  'incapable': '不满十四周岁或者不能辨认、控制自己行为', 'limitation': '超过追责期限', 'other': '法律规定的其他不予行政处罚情形',
} as const

/** Where a hearing need not be public (hearing measures, Art 22). */
export const CLOSED_HEARING_REASONS = { 'state-secret': '涉及国家秘密', 'trade-secret': '涉及商业秘密', 'privacy': '涉及个人隐私' } as const

/** How somebody with an interest comes to take part in a hearing (hearing measures, Art 14). */
export const THIRD_PARTY_WAYS = { 'applied': '本人申请参加', 'summoned': '听证主持人通知参加' } as const

/** Grounds for suspending a hearing (hearing measures, Art 26). */
export const HEARING_SUSPENSION_GROUNDS = {
  'force-majeure': '当事人因不可抗力无法参加听证', 'successor': '当事人死亡或者终止，需要确定相关权利义务承受人', 'recusal': '当事人临时提出回避申请，无法当场作出决定', 'witness-or-appraisal': '需要通知新的证人到场或者需要重新鉴定',
  'other': '其他需要中止听证的情形',
} as const

/** How a hearing ends early (hearing measures, Art 27). */
export const HEARING_END_GROUNDS = {
  'withdrawn': '当事人撤回听证申请或者明确放弃听证权利', 'absent': '当事人无正当理由拒不到场', 'left': '当事人未经允许中途退场', 'party-extinct': '当事人死亡或者终止，并且无权利义务承受人', 'other': '其他需要终止听证的情形',
} as const

/** What the case volumes hold, in the order of Art 78. */
export const MAIN_VOLUME = {
  'filing': '立案审批表', 'decision': '行政处罚决定书及送达回证', 'other-papers': '对当事人制发的其他法律文书及送达回证', 'evidence': '证据材料', 'hearing-record': '听证笔录', 'property': '财物处理单据', 'other': '其他有关材料',
} as const

export const SUB_VOLUME = {
  'source': '案源材料', 'report': '调查终结报告', 'review': '审核意见', 'hearing-report': '听证报告', 'closing': '结案审批表', 'other': '其他有关材料',
} as const

/** Classes of published penalties (disclosure provisions, Art 13 to 15). */
export const PUBLICITY_CLASSES = {
  'minor': '轻微：仅受到通报批评，或者从轻、减轻阶次的较低数额罚款', 'general': '一般：轻微、严重以外的其他处罚', 'serious-field': '严重：食品、药品、医疗器械、化妆品、特种设备、重点工业产品领域',
  'restriction': '严重：限制开展生产经营活动、责令停产停业、限制从业', 'revocation': '严重：降低资质等级、吊销许可证件或者营业执照、责令关闭',
} as const

/** Ways of appeal; the second instance is open after a judgment of the first only. */
export const APPEAL_KINDS = { 'reconsideration': '行政复议', 'litigation': '行政诉讼（第一审）', 'second-instance': '行政诉讼（第二审）' } as const

/** What a change of the decision rests on. */
export const CHANGE_GROUNDS = { 'own': '本局发现有错误，主动改正', 'reconsideration': '行政复议决定变更', 'court': '人民法院判决变更' } as const

/** What became of an appeal. */
export const APPEAL_RESULTS = { 'upheld': '维持或者驳回', 'changed': '变更', 'annulled': '撤销、确认违法或者无效', 'withdrawn': '撤回' } as const
