import { sha256 } from '@noble/hashes/sha2.js'
import type { Hashes } from '../../../src/engines/draw/rulebook.ts'
import { sm3 } from './sm3.ts'

/** The hash functions a draw may name, computed in the browser at once; Web Crypto answers later and knows no SM3. */
export const BROWSER_HASHES: Hashes = { sha256: (data) => sha256(data), sm3 }
