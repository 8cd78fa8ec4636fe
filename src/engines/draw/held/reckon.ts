import type { Refusal } from '../../../kernel/refusal.ts'
import { HASHES } from '../../../platform/hash.ts'
import { runInThread } from '../../../platform/run-in-thread.ts'
import { announce } from '../announce.ts'
import type { AnnouncedDraw, DrawPlan, DrawSecrets } from '../announce.ts'
import type { RoundCause } from '../bundle.ts'
import { holdRound } from '../hold-round.ts'

type Announcing = Readonly<{ plan: DrawPlan; secrets: DrawSecrets }>
type Holding = Readonly<{ draw: AnnouncedDraw; code: Uint8Array; cause: RoundCause | null }>

/** Objects beyond which the reckoning takes more than a moment. */
const LARGE = 2_000

/** `announce` and `holdRound` with the server's hashes; large lists are reckoned in a thread of their own. */
export async function announceApart(given: Announcing): Promise<AnnouncedDraw | Refusal> {
  return given.plan.objects.length < LARGE ? announceHere(given) : await runInThread(import.meta.url, 'announceHere', given) as AnnouncedDraw | Refusal
}

export async function holdApart(given: Holding): Promise<AnnouncedDraw | Refusal> {
  return given.draw.bundle.frame.length < LARGE ? holdHere(given) : await runInThread(import.meta.url, 'holdHere', given) as AnnouncedDraw | Refusal
}

export function announceHere({ plan, secrets }: Announcing): AnnouncedDraw | Refusal {
  return announce(plan, secrets, HASHES)
}

export function holdHere({ draw, code, cause }: Holding): AnnouncedDraw | Refusal {
  return holdRound(draw, { code, cause }, HASHES)
}
