declare module 'pg-copy-streams' {
  import type { Readable } from 'node:stream'
  import type { Submittable } from 'pg'

  /** A stream out of COPY … TO STDOUT, handed to `client.query`. */
  export function to(statement: string): Readable & Submittable
}
