import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from, to } from 'pg-copy-streams'

/** Writes a table to a file in the server's own text form. */
export async function copyOut(client: PoolClient, table: string, path: string): Promise<void> {
  await pipeline(client.query(to(`COPY ${table} TO STDOUT`)), createWriteStream(path))
}

/** Reads such a file into a table with one COPY. */
export async function copyIn(client: PoolClient, table: string, path: string): Promise<void> {
  await pipeline(createReadStream(path), client.query(from(`COPY ${table} FROM STDIN`)))
}
