import { create } from 'qrcode'

/** The entry code in letters, and as a QR code that opens the public page where the enterprise checks that the visit was ordered. */
export function EntryCode({ code }: Readonly<{ code: string }>) {
  const { size, data } = create(`${location.origin}/visits/${encodeURIComponent(code)}`, { errorCorrectionLevel: 'M' }).modules
  const path = Array.from(data, (isDark, index) => (isDark === 1 ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : '')).join('')
  return (
    <figure className="entry-code">
      <svg viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={`入企码 ${code}`} shapeRendering="crispEdges">
        <path d={`M-4 -4h${size + 8}v${size + 8}h-${size + 8}z`} fill="#fff" /><path d={path} fill="#000" />
      </svg>
      <figcaption>{code}</figcaption>
    </figure>
  )
}
