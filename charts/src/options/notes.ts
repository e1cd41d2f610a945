import type { CustomSeriesOption } from 'echarts'
import type { Note } from '../model.js'
import type { Palette } from '../palette.js'
import { cut, hatch } from './frame.js'

/** The strip over the plot in which signs and words of notes stand, in pixels. */
const STRIP = 20
const SIGN = 9
const FONT_SIZE = 11
/** Two signs of one bucket stand beside each other. */
const BESIDE = 12

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** `edged`: the first and last bucket lie on the edges of the plot (lines); else each has a band of its own. */
interface Axis {
  readonly count: number
  readonly edged: boolean
}

/** How much of the height the notes take over the plot. */
export const heightOfNotes = (notes: readonly Note[]): number =>
  notes.some(({ kind }) => kind !== 'holiday') ? STRIP : 0

/** Where a note stands: its area, and the middle of its first bucket, where its sign is. */
function placeOf(note: Note, { count, edged }: Axis, plot: Box) {
  const step = plot.width / Math.max(1, edged ? count - 1 : count)
  const at = (bucket: number) => plot.x + bucket * step
  const [left, right] = edged
    ? [at(note.first) - step / 2, at(note.last) + step / 2]
    : [at(note.first), at(note.last + 1)]
  return {
    left: Math.max(plot.x, left),
    right: Math.min(plot.x + plot.width, right),
    middle: edged ? at(note.first) : at(note.first) + step / 2,
  }
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 255 ? FONT_SIZE : FONT_SIZE * 0.56), 0)

/** As much of the words as there is room for: kind and text, the kind alone, or nothing but the sign. */
function fitting({ kindLabel, text }: Note, room: number): string {
  if (widthOf(kindLabel) > room) return ''
  const rest = Math.floor((room - widthOf(`${kindLabel} `)) / FONT_SIZE)
  return rest >= 2 ? `${kindLabel} ${cut(text, rest)}` : kindLabel
}

/** What happened, drawn over a time axis: each kind has its own sign and word, days off and gaps their own ground. */
export function noteSeries(notes: readonly Note[], axis: Axis, palette: Palette): CustomSeriesOption[] {
  if (notes.length === 0) return []
  return [
    {
      type: 'custom',
      silent: true,
      z: 1,
      encode: { x: 0, y: [] },
      // The axis' own tooltip says the notes with the numbers.
      tooltip: { show: false },
      data: notes.map(({ first }) => [first]),
      renderItem: ({ coordSys, dataIndex }) => {
        const note = notes[dataIndex]
        if (!note) return null
        const plot = coordSys as unknown as Box
        return { type: 'group', children: drawn(note, notes, axis, plot, palette) }
      },
    },
  ]
}

type Shapes = NonNullable<
  Extract<ReturnType<NonNullable<CustomSeriesOption['renderItem']>>, { type: 'group' }>
>['children']

function drawn(note: Note, notes: readonly Note[], axis: Axis, plot: Box, palette: Palette): Shapes {
  const { left, right, middle } = placeOf(note, axis, plot)
  const ground = (fill: string, opacity: number, more: object = {}) => ({
    type: 'rect' as const,
    shape: { x: left, y: plot.y, width: right - left, height: plot.height },
    style: { fill, opacity, ...more },
  })
  if (note.kind === 'holiday') return [ground(palette.text, 0.06)]
  const signed = notes.filter(({ kind }) => kind !== 'holiday')
  const here = signed.filter((other) => other.first === note.first)
  const x = middle + here.indexOf(note) * BESIDE
  const next = signed.find((other, at) => at > signed.indexOf(note) && other !== note)
  const until = next
    ? placeOf(next, axis, plot).middle + (next.first === note.first ? x - middle : 0)
    : plot.x + plot.width
  const colour = note.kind === 'accident' ? palette.alarm : palette.muted
  const y = plot.y - STRIP / 2 - 1
  const words = fitting(note, until - x - SIGN - 8)
  return [
    ...(note.kind === 'dataGap' ? [ground(palette.empty, 0.9, { decal: hatch(palette) })] : []),
    ...(note.kind === 'campaign' ? [ground(palette.muted, 0.1)] : []),
    ...(note.kind === 'policy' || note.kind === 'accident'
      ? [
          {
            type: 'line' as const,
            shape: { x1: middle, y1: plot.y, x2: middle, y2: plot.y + plot.height },
            style: { stroke: colour, lineWidth: 1, lineDash: note.kind === 'policy' ? [3, 3] : [] },
          },
        ]
      : []),
    signOf(note.kind, x, y, colour, palette),
    {
      type: 'text' as const,
      style: {
        text: words,
        x: x + SIGN / 2 + 3,
        y,
        fill: colour,
        fontSize: FONT_SIZE,
        align: 'left' as const,
        verticalAlign: 'middle' as const,
      },
    },
  ]
}

/** 政策 ▼, 专项行动 ▬, 事故 ◆, 数据缺口 ▨: told apart without colour. */
function signOf(
  kind: Exclude<Note['kind'], 'holiday'>,
  x: number,
  y: number,
  colour: string,
  palette: Palette,
) {
  const half = SIGN / 2
  const corners: Record<typeof kind, [number, number][]> = {
    policy: [
      [x - half, y - half],
      [x + half, y - half],
      [x, y + half],
    ],
    accident: [
      [x, y - half],
      [x + half, y],
      [x, y + half],
      [x - half, y],
    ],
    campaign: [
      [x - half, y - 2],
      [x + half, y - 2],
      [x + half, y + 2],
      [x - half, y + 2],
    ],
    dataGap: [
      [x - half, y - half],
      [x + half, y - half],
      [x + half, y + half],
      [x - half, y + half],
    ],
  }
  const isGap = kind === 'dataGap'
  return {
    type: 'polygon' as const,
    shape: { points: corners[kind] },
    style: {
      fill: isGap ? palette.panel : colour,
      stroke: colour,
      lineWidth: isGap ? 1 : 0,
      ...(isGap && { decal: hatch(palette) }),
    },
  }
}
