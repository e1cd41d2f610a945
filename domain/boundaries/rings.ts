import { crossingOf } from './crossings.js'
import type { Feature } from './features.js'
import type { Problem } from './problem.js'
import { type Polygon, type Ring, type Shape, signedArea } from './shape.js'

/** A shape whose rings run as RFC 7946 §3.1.6 has them, and whether that had to be brought about. */
export interface Wound {
  readonly shape: Shape
  readonly turned: boolean
}

/**
 * Turns rings that run the wrong way (shells counterclockwise, holes clockwise); which of them is the shell is what
 * their order says. A polygon whose rings cross or enclose nothing is refused in a sentence that names the place.
 */
export function windRings({ shape, label }: Feature): Wound | Problem {
  let turned = false
  const wind = (ring: Ring, at: number): Ring => {
    if (signedArea(ring) > 0 === (at === 0)) return ring
    turned = true
    return ring.toReversed()
  }
  const polygons: Polygon[] = []
  for (const polygon of shape) {
    const place = crossingOf(polygon)
    if (place) {
      const [lon, lat] = place.map((degrees) => degrees.toFixed(5))
      return {
        zh: `${label.zh}的边界在经度${lon}、纬度${lat}处自相交，请在制图软件中修正后重新上传。`,
        en: `The boundary of ${label.en} crosses itself at ${lon}, ${lat}; mend it and upload it again.`,
      }
    }
    if (polygon.some((ring) => signedArea(ring) === 0))
      return { zh: `${label.zh}的边界没有面积。`, en: `${label.en} has a ring without an area.` }
    polygons.push(polygon.map(wind))
  }
  return { shape: polygons, turned }
}
