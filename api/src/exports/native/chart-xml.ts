import { escapeText } from '@fengsui/charts/escape'
import { LIGHT } from '@fengsui/charts/palette'
import type { CrossTab, Look, Series } from './cross-tab.js'
import { NUMBER_FORMATS } from './number-formats.js'
import type { Placed } from './placed.js'

/** Fonts that the office program has; it chooses another where it has not. */
const TYPEFACES = '<a:latin typeface="Arial"/><a:ea typeface="Microsoft YaHei"/>'
const AXES = { category: 111111111, value: 222222222 } as const
const PATTERNS = ['', 'ltUpDiag', 'ltDnDiag', 'pct10', 'pct25', ''] as const
const MARKERS = ['circle', 'square', 'triangle', 'diamond', 'square', 'circle'] as const
const EMU = 12700

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour.slice(1)}"/></a:solidFill>`
const line = (colour: string, points: number, dash = ''): string =>
  `<a:ln w="${Math.round(points * EMU)}">${solid(colour)}${dash ? `<a:prstDash val="${dash}"/>` : ''}</a:ln>`
const pattern = (preset: string, colour: string): string =>
  `<a:pattFill prst="${preset}"><a:fgClr><a:srgbClr val="FFFFFF"/></a:fgClr><a:bgClr><a:srgbClr val="${colour.slice(1)}"/></a:bgClr></a:pattFill>`
const shape = (inner: string): string => `<c:spPr>${inner}</c:spPr>`

/** Size in points; the colour as `#rrggbb`. */
const text = (size: number, colour: string): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}">${solid(colour)}${TYPEFACES}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`

/**
 * The chart part of an office document (ECMA-376, DrawingML charts): its caches hold the numbers of the cross-tab, its
 * references say in which cells of a workbook the same numbers stand.
 *
 * @param placed where the workbook has the cross-tab.
 * @param workbook relationship of the workbook that is embedded; null where the chart lies in the workbook itself.
 */
export function chartXml(tab: CrossTab, placed: Placed, workbook: string | null): string {
  const several = tab.series.length > 1
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>',
    plotOf(tab, placed),
    axesOf(tab),
    shape('<a:noFill/>'),
    '</c:plotArea>',
    several ? `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${text(9, LIGHT.text)}</c:legend>` : '',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    shape('<a:noFill/><a:ln><a:noFill/></a:ln>'),
    text(9, LIGHT.text),
    workbook === null ? '' : `<c:externalData r:id="${workbook}"><c:autoUpdate val="0"/></c:externalData>`,
    '</c:chartSpace>',
  ].join('')
}

function plotOf(tab: CrossTab, placed: Placed): string {
  const series = tab.series.map((one, at) => seriesXml(one, at, tab, placed)).join('')
  const axes = `<c:axId val="${AXES.category}"/><c:axId val="${AXES.value}"/>`
  if (tab.form === 'lines')
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
  const stacked = tab.form === 'columns'
  return [
    `<c:barChart><c:barDir val="${stacked ? 'col' : 'bar'}"/>`,
    `<c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>`,
    series,
    `<c:gapWidth val="45"/>${stacked ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`,
  ].join('')
}

function seriesXml(series: Series, at: number, tab: CrossTab, placed: Placed): string {
  const { form, unit, categories } = tab
  const format = NUMBER_FORMATS[unit]
  const isLine = form === 'lines'
  const labels =
    form === 'bars'
      ? `<c:dLbls><c:numFmt formatCode="${escapeText(format)}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${text(9, LIGHT.text)}<c:dLblPos val="${series.whiskers ? 'inBase' : 'outEnd'}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
      : ''
  return [
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>`,
    `<c:tx><c:strRef><c:f>${escapeText(placed.name(at))}</c:f>${strings([series.name])}</c:strRef></c:tx>`,
    isLine ? lineLook(series, at) : barLook(series, at, tab),
    series.looks.map((look, point) => (look ? pointXml(look, point, series, isLine) : '')).join(''),
    labels,
    series.whiskers ? errorBars(series) : '',
    `<c:cat><c:strRef><c:f>${escapeText(placed.categories)}</c:f>${strings(categories)}</c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${escapeText(placed.values(at))}</c:f>${numbers(series.values, format, 'numCache')}</c:numRef></c:val>`,
    isLine ? '<c:smooth val="0"/>' : '',
    '</c:ser>',
  ].join('')
}

const positionOf = (colour: string): number => (LIGHT.series as readonly string[]).indexOf(colour)

function barLook(series: Series, at: number, { series: all }: CrossTab): string {
  const preset = all.length > 1 ? PATTERNS[positionOf(series.colour)] : ''
  const fill = preset ? pattern(preset, series.colour) : solid(series.colour)
  return `${shape(at > 0 ? fill + line(LIGHT.panel, 0.5) : fill)}<c:invertIfNegative val="0"/>`
}

function lineLook({ colour, dashed }: Series, at: number): string {
  const position = positionOf(colour)
  const dash = dashed ? 'dash' : position === 5 ? 'sysDot' : ''
  const marker = dashed
    ? '<c:symbol val="none"/>'
    : `<c:symbol val="${MARKERS[position] ?? 'circle'}"/><c:size val="5"/>${shape(solid(colour) + line(colour, 1))}`
  return `${shape(line(colour, dashed ? 1.5 : at === 0 ? 2.25 : 1.5, dash))}<c:marker>${marker}</c:marker>`
}

function pointXml(look: Look, point: number, { colour }: Series, isLine: boolean): string {
  if (isLine) {
    const hollow = `<c:marker><c:symbol val="circle"/><c:size val="7"/>${shape(solid(LIGHT.panel) + line(colour, 1.5))}</c:marker>`
    return `<c:dPt><c:idx val="${point}"/>${hollow}<c:bubble3D val="0"/></c:dPt>`
  }
  const fill = look === 'muted' ? solid(LIGHT.muted) : pattern('ltUpDiag', colour)
  return `<c:dPt><c:idx val="${point}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${shape(fill)}</c:dPt>`
}

/** Intervals as custom error bars: how far their ends are from the value. */
function errorBars({ values, whiskers }: Series): string {
  const away = (ends: readonly (number | null)[] | undefined, sign: 1 | -1) =>
    values.map((value, at) => {
      const end = ends?.[at] ?? null
      return value === null || end === null ? null : Math.max(0, sign * (end - value))
    })
  const part = (name: string, far: readonly (number | null)[]): string =>
    `<c:${name}>${numbers(far, 'General', 'numLit')}</c:${name}>`
  return `<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>${part('plus', away(whiskers?.upper, 1))}${part('minus', away(whiskers?.lower, -1))}${shape(line(LIGHT.text, 1))}</c:errBars>`
}

function axesOf({ form, unit }: CrossTab): string {
  const isBars = form === 'bars'
  const { category, value } = AXES
  const quiet = text(9, LIGHT.muted)
  return [
    `<c:catAx><c:axId val="${category}"/><c:scaling><c:orientation val="${isBars ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${isBars ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`,
    `${shape(line(LIGHT.line, 0.75))}${isBars ? text(9, LIGHT.text) : quiet}<c:crossAx val="${value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="${value}"/><c:scaling><c:orientation val="minMax"/>${unit === 'percent' && isBars ? '<c:max val="1"/>' : ''}${isBars || unit !== 'percent' ? '<c:min val="0"/>' : ''}</c:scaling><c:delete val="${isBars ? 1 : 0}"/>`,
    `<c:axPos val="${isBars ? 't' : 'l'}"/>${isBars ? '' : `<c:majorGridlines>${shape(line(LIGHT.line, 0.5))}</c:majorGridlines>`}<c:numFmt formatCode="${escapeText(NUMBER_FORMATS[unit])}" sourceLinked="0"/>`,
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${shape('<a:ln><a:noFill/></a:ln>')}${quiet}<c:crossAx val="${category}"/><c:crosses val="autoZero"/></c:valAx>`,
  ].join('')
}

const strings = (all: readonly string[]): string =>
  `<c:strCache><c:ptCount val="${all.length}"/>${all.map((one, at) => `<c:pt idx="${at}"><c:v>${escapeText(one)}</c:v></c:pt>`).join('')}</c:strCache>`

/** A gap has no point. */
const numbers = (all: readonly (number | null)[], format: string, as: 'numCache' | 'numLit'): string =>
  `<c:${as}><c:formatCode>${escapeText(format)}</c:formatCode><c:ptCount val="${all.length}"/>${all
    .map((one, at) => (one === null ? '' : `<c:pt idx="${at}"><c:v>${one}</c:v></c:pt>`))
    .join('')}</c:${as}>`
