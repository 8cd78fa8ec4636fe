import { useEffect, useRef } from 'react'

/** The small copy of a picture kept on the phone. */
export function Preview({ picture, words }: Readonly<{ picture: Blob; words: string }>) {
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const address = URL.createObjectURL(picture)
    image.current?.setAttribute('src', address)
    return () => { URL.revokeObjectURL(address) }
  }, [picture])
  return <img ref={image} alt={words} />
}
