declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream'
  import type { Submittable } from 'pg'

  /** A stream into COPY … FROM STDIN, handed to `client.query`. */
  export function from(statement: string): Writable & Submittable
}
