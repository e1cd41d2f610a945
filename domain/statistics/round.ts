/**
 * Rounds half away from zero (四舍五入), as a person would; what is a half in decimal writing but not in binary
 * (1.005) counts as one.
 *
 * @param digits digits after the decimal point.
 */
export function roundHalfUp(value: number, digits: number): number {
  const scale = 10 ** digits
  const size = Math.abs(value) * scale
  const rounded = Math.floor(size + 0.5 + size * 1e-12 + Number.EPSILON)
  return rounded === 0 ? 0 : (Math.sign(value) * rounded) / scale
}
