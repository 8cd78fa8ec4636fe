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
  lineSoft: '#e8ecf1',
  lineField: '#c3cad5',
  band: '#eef1f5',
  actionLine: '#bcd3f2',
  overdueLine: '#eab5b1',
  soonLine: '#ecd9ad',
  doneLine: '#b3d9c1',
  hint: '#6b7685',
} as const

export const fontFamily = '"Noto Sans SC Variable", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
