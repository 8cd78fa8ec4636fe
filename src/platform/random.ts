import { randomBytes } from 'node:crypto'

/** Source of unpredictable bytes; an argument wherever chance plays a part. */
export type RandomBytes = (count: number) => Uint8Array

/** Bytes from the system's cryptographic generator. */
export const systemRandom: RandomBytes = (count) => new Uint8Array(randomBytes(count))
