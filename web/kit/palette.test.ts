import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fontFamily, palette } from './palette.ts'

const css = readFileSync(new URL('./kit.css', import.meta.url), 'utf8')
const declared = Object.fromEntries([...css.matchAll(/--([a-z-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]))

test('kit.css declares the palette and the face as the theme has them', () => {
  const expected = Object.fromEntries(Object.entries(palette).map(([name, value]) => [name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`), value]))
  expect(declared).toEqual({ ...expected, font: fontFamily })
})

// WCAG 2.1 AA: body text needs 4.5 to 1 on every ground it stands on.
test.each([
  ['ink', 'paper'], ['muted', 'paper'], ['muted', 'ground'], ['action', 'paper'], ['action', 'actionSoft'],
  ['overdue', 'paper'], ['overdue', 'overdueSoft'], ['soon', 'soonSoft'], ['soon', 'paper'], ['done', 'doneSoft'],
] as const)('%s on %s is readable', (text, ground) => {
  expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5)
})

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(i => {
    const part = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
