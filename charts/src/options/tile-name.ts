import { isLatin, placeName } from './frame.js'

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
