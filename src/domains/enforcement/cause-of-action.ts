/** Words an officer puts before or after the act that are no part of the cause (案由) itself. */
const BEFORE = /^(?:当事人|该单位|该店)?(?:检查(?:中)?发现|抽检发现|举报反映|投诉反映|经查)?[，,：:\s]*(?:当事人)?(?:涉嫌)?[，,：:\s]*/u
const AFTER = /(?:的(?:违法)?行为)?(?:一?(?<![档方备提图答预教])案)?[。；;，,\s]*$/u

/**
 * The unlawful act as a cause of action names it: '检查中发现涉嫌经营超过保质期的食品的行为。' is '经营超过保质期的食品'.
 * What would be empty stays as it was written.
 */
export function causeOfAction(written: string): string {
  const text = written.trim()
  const act = text.replace(BEFORE, '').replace(AFTER, '')
  return act.length < 4 ? text : act
}

/** Title of a case: party, 涉嫌, act, 案. A long cause is cut at its first act. */
export function caseTitle(party: string, written: string): string {
  const act = causeOfAction(written)
  const [first = act] = act.split(/[；;]/u)
  return `${party}涉嫌${first === act ? act : `${first}等`}案`
}
