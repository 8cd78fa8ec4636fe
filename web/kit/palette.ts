/** The one set of colours and faces of all three surfaces. `kit.css` carries the same values as custom properties. */
export const palette = {
  ink: '#1c2430',
  muted: '#5b6675',
  line: '#d9dee6',
  paper: '#ffffff',
  ground: '#f5f7fa',
  action: '#0b4a9e',
  actionSoft: '#e8f0fb',
  overdue: '#b3261e',
  overdueSoft: '#fdeceb',
  soon: '#8a5300',
  soonSoft: '#fff4de',
  done: '#1a6b3c',
  doneSoft: '#e7f5ec',
} as const

export const fontFamily = '"Noto Sans SC Variable", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
