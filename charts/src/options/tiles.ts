import type { EChartsOption } from 'echarts'
import { inkOn, rampColour, type Palette } from '../palette.js'
import type { TilesModel } from '../model.js'
import { frame, hatch, isLatin, placeName, tooltipHtml } from './frame.js'

/** A polygon per tile, y downwards as on the grid; ECharts draws north up, so it is turned round. */
export function tileShapes(model: TilesModel) {
  const half = 0.475
  return {
    type: 'FeatureCollection' as const,
    features: model.marks.map(({ code, x, y }) => ({
      type: 'Feature' as const,
      properties: { name: code },
      geometry: {
        type: 'Polygon' as const,
        coordinates: [
          [
            [x - half, -y - half],
            [x + half, -y - half],
            [x + half, -y + half],
            [x - half, -y + half],
            [x - half, -y - half],
          ],
        ],
      },
    })),
  }
}

/** A town's name in lines that fit a tile: the kind at its end is left out, long names are broken. */
export function tileName(label: string): string {
  if (isLatin(label)) {
    const name = placeName(label)
    return name.length <= 9 ? name : name.split(' ').slice(0, 2).join('\n')
  }
  const short = label
    .replace(/（.*）$/, '')
    .replace(/(?:苗族土家族乡|苗族仡佬族乡)$/, '')
    .replace(/(?<=..)(?:街道|镇|乡)$/, '')
  return short.length > 5 ? `${short.slice(0, 4)}\n${short.slice(4, 8)}` : short
}

const SMALL = 5

export function tilesOption(model: TilesModel, palette: Palette): EChartsOption {
  const byCode = new Map(model.marks.map((mark) => [mark.code, mark]))
  return {
    ...frame(palette),
    tooltip: {
      ...frame(palette).tooltip,
      trigger: 'item',
      formatter: (point) => {
        const one = Array.isArray(point) ? point[0] : point
        return tooltipHtml(byCode.get(one?.name ?? '')?.lines ?? [])
      },
    },
    series: [
      {
        type: 'map',
        map: model.map,
        aspectScale: 1,
        layoutCenter: ['50%', '50%'],
        left: 2,
        right: 2,
        top: 2,
        bottom: 2,
        roam: false,
        selectedMode: false,
        cursor: 'pointer',
        emphasis: {
          label: { show: true },
          itemStyle: { areaColor: 'inherit', borderColor: palette.text, borderWidth: 1.5 },
        },
        label: { show: true },
        data: model.marks.map((mark) => {
          const area =
            mark.value === null
              ? palette.empty
              : mark.value === 0
                ? palette.panel
                : rampColour(palette, mark.value, model.max)
          const isPale = mark.faded || mark.value === null || mark.value === 0
          const ink = isPale ? palette.muted : inkOn(area)
          const name = tileName(mark.label)
          return {
            name: mark.code,
            value: mark.value ?? Number.NaN,
            itemStyle: {
              areaColor: area,
              borderColor: mark.value === null ? palette.muted : palette.line,
              borderType: mark.value === null ? ('dashed' as const) : ('solid' as const),
              borderWidth: 1,
              opacity: mark.faded ? 0.35 : 1,
              ...(mark.value !== null && mark.value > 0 && mark.value < SMALL && { decal: hatch(palette) }),
            },
            label: {
              show: true,
              color: ink,
              fontSize: isLatin(name) ? 11 : 12,
              lineHeight: 15,
              formatter: `${name}\n{n|${mark.text}}`,
              rich: {
                n: {
                  fontSize: mark.value === null ? 11 : 13,
                  fontWeight: mark.value === null ? 'normal' : 'bold',
                  color: ink,
                  lineHeight: 17,
                },
              },
            },
            emphasis: { itemStyle: { areaColor: area }, label: { color: ink } },
          }
        }),
      },
    ],
  }
}
