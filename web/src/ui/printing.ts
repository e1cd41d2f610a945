import { shallowRef } from 'vue'

/** Is the page being laid out for paper? Set before the browser does so and taken back after. */
export const printing = shallowRef(false)

/** Width of a chart on an A4 page: 190 mm less the panel's padding, in CSS pixels. */
export const PRINT_CHART_WIDTH = 686

globalThis.addEventListener('beforeprint', () => (printing.value = true))
globalThis.addEventListener('afterprint', () => (printing.value = false))
