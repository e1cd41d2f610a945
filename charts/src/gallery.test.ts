import { createHash } from 'node:crypto'
import { init } from 'echarts'
import { expect, test } from 'vitest'
import { examples, SIZES, type Example } from './examples.js'
import { drawingOf } from './options/option.js'
import { DARK, LIGHT, type Palette } from './palette.js'
import { t } from './testing.js'

const SIZE = { width: 560, height: 320 } as const

/** Drawn without a browser, where the widths of letters are those of ECharts' own table and the same everywhere. */
function drawn({ model }: Example, palette: Palette): string {
  const drawing = drawingOf(model, palette)
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...SIZE })
  chart.setOption({ ...drawing.option, tooltip: undefined })
  const svg = chart.renderToSVGString()
  chart.dispose()
  // Names of parts are numbered through all pictures of the process.
  return svg.replaceAll(/\bzr\d+-[a-z]+(?:-?\d+)*\b/g, 'part')
}

const counted = (svg: string, element: string) => svg.split(`<${element} `).length - 1

/** A line for a picture: what one would look for when it differs, and a sum of all that is in it. */
function line(example: Example): string {
  const sums = [LIGHT, DARK].map((palette) => {
    const sum = createHash('sha256').update(drawn(example, palette)).digest('hex').slice(0, 12)
    return `${palette.dark ? 'dark' : 'light'} ${sum}`
  })
  const svg = drawn(example, LIGHT)
  const parts = ['path', 'text'].map((element) => `${counted(svg, element)} ${element}`)
  return [`${example.kind} ${example.size}`, ...parts, ...sums].join(', ')
}

test('every kind of picture at every size looks as it did, light and dark', async () => {
  const lines = examples(t).map(line)
  expect(lines).toHaveLength(15 * SIZES.length)
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../snapshots/gallery.txt')
})

test('no picture says undefined or NaN', () => {
  for (const example of examples(t))
    expect(drawn(example, LIGHT), `${example.kind} ${example.size}`).not.toMatch(/undefined|NaN/)
})
