import type { EChartsOption } from 'echarts'
import { escapeText } from '../escape.js'
import { FONT, type Palette } from '../palette.js'

/** A tooltip from plain lines; the first is its heading. */
export const tooltipHtml = (lines: readonly string[]): string =>
  lines.map((line, at) => (at === 0 ? `<b>${escapeText(line)}</b>` : escapeText(line))).join('<br>')

/** Cuts a name to so many full-width characters, for axes; the tooltip has it whole. */
export function cut(label: string, most: number): string {
  let width = 0
  let kept = ''
  for (const sign of label) {
    width += sign.charCodeAt(0) > 255 ? 1 : 0.55
    if (width > most) return `${kept.slice(0, -1)}…`
    kept += sign
  }
  return label
}

export const isLatin = (label: string): boolean => !/[\u3400-\u9fff]/.test(label)

/** A place's Latin name without its kind and what stands in brackets. */
export const placeName = (label: string): string =>
  label.replace(/\s*\(.*\)$/, '').replace(/(?<=\S)(?: Ethnic)? (?:Town|Township|Subdistrict)$/, '')

/** What all charts have in common. */
export function frame(palette: Palette): EChartsOption {
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: FONT, fontSize: 12, color: palette.text },
    tooltip: {
      confine: true,
      backgroundColor: palette.panel,
      borderColor: palette.line,
      textStyle: { color: palette.text, fontSize: 12, fontFamily: FONT },
      extraCssText: 'max-width:420px;white-space:normal;line-height:1.6;font-variant-numeric:tabular-nums',
    },
  }
}

/** Dots over a mark whose number is small or unsure, so that not colour alone says it. */
export const hatch = (palette: Palette) => ({
  color: palette.dark ? 'rgba(255,255,255,0.22)' : 'rgba(20,40,46,0.2)',
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
  symbolSize: 1,
})
