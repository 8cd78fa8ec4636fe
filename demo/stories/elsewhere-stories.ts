import { archived, decided, executed, filed, fine, investigated, notice, paid } from './case-lines.ts'
import { dated, line } from './script.ts'
import type { Story } from './story.ts'

/** A party registered in another province: the bureau there makes the penalty public. */
export const elsewhereStories: readonly Story[] = [
  { id: 'penalty-pushed', from: 'lead-elsewhere', on: ['2026-05-11'], isSingle: true, lines: filed([
    ...investigated([fine(3200)], { partyKind: 'organisation', homeBureau: '外省示例市市场监督管理局' }), ...notice(), decided([fine(3200)]), line(1, 'officer', 'recordDecisionService', dated(['servedOn'], { serviceMethod: 'direct', receiptNo: '送达回证', isPublicityTold: true })),
    line(3, 'officer', 'pushDecision', dated(['pushedOn'])), paid(4), executed, ...archived('archivePenalised', '处罚决定已经执行完毕。'),
  ]) },
]
