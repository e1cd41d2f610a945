import PinyinMatch from 'pinyin-match'
import type { Command } from './command'

/** As many lines as fit without scrolling far. */
const MOST_FOUND = 40

/** How well a name answers what was typed: less is better, null is not at all. */
function distance(label: string, wanted: string): number | null {
  const name = label.toLowerCase()
  const at = name.indexOf(wanted)
  if (at >= 0) return (at === 0 ? 0 : 10) + (name.length - wanted.length) / 100
  const found = PinyinMatch.match(label, wanted)
  return found === false ? null : (found[0] === 0 ? 20 : 30) + label.length / 100
}

/**
 * Lines that answer what was typed: names that begin with it, then those that hold it, then those whose pinyin or
 * initials do (bmz is 白马镇). Without anything typed: the first ones.
 */
export function find(commands: readonly Command[], typed: string): readonly Command[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return commands.slice(0, MOST_FOUND)
  return commands
    .flatMap((command, nth) => {
      const far = distance(command.label, wanted)
      return far === null ? [] : [{ command, far, nth }]
    })
    .sort((a, b) => a.far - b.far || a.nth - b.nth)
    .slice(0, MOST_FOUND)
    .map(({ command }) => command)
}
