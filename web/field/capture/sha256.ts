/** SHA-256 in lower-case hex. Browsers offer it only over TLS and on this very computer. */
export async function sha256Of(bytes: BufferSource): Promise<string> {
  return Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export async function sha256OfText(text: string): Promise<string> {
  return sha256Of(new TextEncoder().encode(text))
}

/** True where the phone can hash and keep evidence: in a secure context. */
export function canCapture(): boolean {
  return globalThis.isSecureContext && 'subtle' in crypto
}
