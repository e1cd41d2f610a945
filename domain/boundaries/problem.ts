import type { Text } from '../metrics/model.js'

/** One thing that is wrong with a map, in a sentence that names the feature and says what to do. */
export type Problem = Text

/** Sentences that a person reads at once; of more only the number is told. */
const MOST_TOLD = 20

/** Everything that was found wrong, the first twenty in words. */
export function told(problems: readonly Problem[]): readonly Problem[] {
  const more = problems.length - MOST_TOLD
  if (more <= 0) return problems
  return [
    ...problems.slice(0, MOST_TOLD),
    { zh: `另有${more}处问题，改正以上各处后会继续检查。`, en: `${more} more; correct these first.` },
  ]
}

/** Names in a row, the first ten of them. */
export function listed(names: readonly string[]): Text {
  const most = 10
  const shown = names.slice(0, most)
  if (names.length <= most) return { zh: shown.join('、'), en: shown.join(', ') }
  return {
    zh: `${shown.join('、')}等${names.length}个`,
    en: `${shown.join(', ')} and ${names.length - most} more`,
  }
}
