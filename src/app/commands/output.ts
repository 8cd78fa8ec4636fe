/** Where a command writes: results on `out`, messages for people on `err`; `fail` sets the exit code 1. */
export type Output = { readonly out: (text: string) => void; readonly err: (text: string) => void; readonly fail: () => void }

/** One JSON value as the result of a command. */
export function writeJson(output: Output, value: unknown): void {
  output.out(`${JSON.stringify(value, null, 2)}\n`)
}

/** Refuses: a message for people, exit code 1. */
export function writeFailure(output: Output, message: string): void {
  output.err(`${message}\n`)
  output.fail()
}
