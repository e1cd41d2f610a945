import { expect, it } from 'vitest'
import { type Concern, mayKnow } from './concern.js'
import { NO_SCOPE, type Scope, WHOLE_SCOPE, type Within } from './scope.js'

const EVERYWHERE: Concern = { region: '', industry: '' }
const FIRE: Concern = { region: '', industry: '11' }
const TOWN_A: Concern = { region: 'A', industry: '' }
const FIRE_IN_A: Concern = { region: 'A', industry: '11' }
const within = (...anyOf: Within[]): Scope => ({ ...WHOLE_SCOPE, cases: { anyOf } })
const TOWN = within({ dimension: 'region1', codes: ['A'] })
const BUREAU = within({ dimension: 'department', codes: ['XF'] }, { dimension: 'industry1', codes: ['11'] })

it.each<[string, Scope, Concern, boolean]>([
  ['the whole office knows everything', WHOLE_SCOPE, FIRE_IN_A, true],
  ['who sees no case knows nothing, not even what concerns everybody', NO_SCOPE, EVERYWHERE, false],
  ['nor does a scope without any member', within({ dimension: 'region1', codes: [] }), EVERYWHERE, false],
  ['a town knows what concerns everybody', TOWN, EVERYWHERE, true],
  ['its own', TOWN, TOWN_A, true],
  ['its own of a sector', TOWN, FIRE_IN_A, true],
  ['not that of another town', TOWN, { region: 'B', industry: '' }, false],
  ['nor that of a sector', TOWN, FIRE, false],
  ['a bureau knows its sectors', BUREAU, FIRE, true],
  ['not a town', BUREAU, TOWN_A, false],
  [
    'a code of another dimension opens nothing',
    within({ dimension: 'department', codes: ['A', '11'] }),
    FIRE_IN_A,
    false,
  ],
])('%s', (_, scope, concern, expected) => expect(mayKnow(scope, concern)).toBe(expected))
