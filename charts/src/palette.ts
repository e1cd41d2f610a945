/** Colours of one of the two appearances; charts and pages take them from here only. */
export interface Palette {
  readonly dark: boolean
  readonly page: string
  readonly panel: string
  readonly text: string
  readonly muted: string
  readonly line: string
  readonly accent: string
  readonly accentSoft: string
  readonly onAccent: string
  readonly alarm: string
  readonly good: string
  readonly empty: string
  /** Lines that stay apart for the colour-blind; shapes and dashes tell them apart too. The last is for 其他. */
  readonly series: readonly [string, string, string, string, string, string]
  /** One hue from little to much. */
  readonly ramp: readonly string[]
  /** From less through no change in the middle to more; two hues that the colour-blind tell apart. */
  readonly diverging: readonly string[]
  /** Between the areas of a map. */
  readonly mapLine: string
}

export const LIGHT: Palette = {
  dark: false,
  page: '#f4f3ef',
  panel: '#fffefb',
  text: '#1b2427',
  muted: '#566266',
  line: '#dcdcd5',
  accent: '#0f5566',
  accentSoft: '#e3eef0',
  onAccent: '#ffffff',
  alarm: '#b3261e',
  good: '#1c6b4a',
  empty: '#ecebe5',
  series: ['#0f5566', '#b8761a', '#7b6a94', '#4d7c3f', '#a8476b', '#6b777b'],
  ramp: ['#e1eef0', '#b8d8dd', '#86bcc5', '#4f98a5', '#247384', '#0d4a5a'],
  diverging: ['#0d4a5a', '#4f98a5', '#b8d8dd', '#f1efe8', '#f0d2a3', '#cf8f35', '#7d4708'],
  mapLine: '#fffefb',
}

export const DARK: Palette = {
  dark: true,
  page: '#11181a',
  panel: '#192225',
  text: '#e8ecec',
  muted: '#9fadb0',
  line: '#303c40',
  accent: '#6fc3d1',
  accentSoft: '#1f3b41',
  onAccent: '#0b1517',
  alarm: '#ff8a7d',
  good: '#7fd0a5',
  empty: '#232e31',
  series: ['#6fc3d1', '#e2ab54', '#b6a5d3', '#93c97f', '#ec8fb0', '#93a1a4'],
  ramp: ['#1c343a', '#22505a', '#2b6f7c', '#3c909f', '#60b3c1', '#98d9e3'],
  diverging: ['#98d9e3', '#4aa0ae', '#27525b', '#2a3336', '#574326', '#a8793a', '#f0bf78'],
  mapLine: '#192225',
}

/** Without quotation marks: ECharts writes it into an attribute of its SVG as it is. */
export const FONT =
  'PingFang SC, Microsoft YaHei UI, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, system-ui, sans-serif'

const channel = (hex: string, at: number) => {
  const value = parseInt(hex.slice(at, at + 2), 16) / 255
  return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
const luminance = (hex: string) =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5)

/** Black or white, whichever reads better on a colour (WCAG 2.2 relative luminance). */
export function inkOn(hex: string): string {
  const light = luminance(hex)
  return 1.05 / (light + 0.05) > (light + 0.05) / 0.0551 ? '#ffffff' : '#101719'
}

/** The step of the ramp for a value between 0 and `max`; zero has the first, the greatest the last. */
export function rampColour(palette: Palette, value: number, max: number): string {
  const { ramp } = palette
  if (max <= 0) return ramp[0] ?? palette.empty
  const step = Math.min(ramp.length - 1, Math.floor((value / max) * (ramp.length - 1) + 0.5))
  return ramp[step] ?? palette.empty
}
