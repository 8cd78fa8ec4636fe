/** A text that somebody typed, trimmed and without the stops at its end, so that the sentence around it ends once. */
export function withoutStop(text: string): string {
  return text.replace(/[\s。．.；;，,]+$/u, '').trim()
}
