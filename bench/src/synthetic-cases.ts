import type { CodeList, Office } from '@fengsui/prisma/office/office'

export const AS_OF = '2026-11-23'
/** Five years up to the as-of day. */
const DAYS = 1826

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
const list = (values: readonly string[]): string => `[${values.map(text).join(', ')}]`

/** A number from 0 to 1 that belongs to a row and a name: the same rows on every machine. */
const chance = (name: string): string => `(cityHash64(number, ${text(name)}) / 18446744073709551616)`
const within = (name: string, most: number, skew = 1): string =>
  `toInt32(floor(${most} * pow(${chance(name)}, ${skew})))`
/** One of several, the first ones more often. */
const oneOf = (name: string, values: readonly string[], skew = 1): string =>
  `${list(values)}[1 + ${within(name, values.length, skew)}]`
const ifKnown = (day: string): string => `if(${day} <= as_of, ${day}, NULL)`

/** The first and second levels of a list, as two columns of equal length; a member without children stands alone. */
function levelsOf({ members }: CodeList): { first: string; second: string; length: number } {
  const parents = new Set(members.map(({ parent }) => parent))
  const leaves = members.filter(({ code }) => !parents.has(code))
  return {
    first: list(leaves.map(({ code, parent }) => parent || code)),
    second: list(leaves.map(({ code, parent }) => (parent ? code : ''))),
    length: leaves.length,
  }
}

/**
 * The statement that loads so many invented cases of an office, one version of each: more in late years and on working
 * days, few members with many cases and many with few, and the life of a case day by day up to the as-of day. The engine
 * makes the rows itself, from hashes of their numbers.
 */
export function fillCases(office: Office, rows: number): string {
  const hierarchies = (['region', 'industry', 'issue'] as const).map((name) => ({
    name,
    levels: levelsOf(office.lists[name]),
  }))
  const pick = hierarchies.map(
    ({ name, levels }) => `1 + ${within(name, levels.length, 1.7)} AS ${name}_place,
    ${levels.first}[${name}_place] AS ${name}_1, ${levels.second}[${name}_place] AS ${name}_2`,
  )
  const codes = (name: 'channel' | 'department') => office.lists[name].members.map(({ code }) => code)
  const columns = `case_id, version, batch, row_no, content_hash, source, source_case_no, channel,
    region_1, region_2, industry_1, industry_2, issue_1, issue_2, department, report_class, hazard_level,
    enterprise, reporter_token, reporter_kind, state, result, received_on, accepted_on, rejected_on, verified_on,
    due_on, extended_on, extension_days, closed_on, replied_on, reward_decided_on, reward_paid_on, reward_amount,
    fine_amount, summary, assigned_on, returned_on, accept_due_on, reply_due_on, contactable`
  return `INSERT INTO case_versions (${columns}) SELECT ${columns} FROM (
  SELECT toDate32(${text(AS_OF)}) AS as_of,
    concat('S', leftPad(toString(number), 9, '0')) AS case_id, 1 AS version, 1 AS batch, number AS row_no,
    hex(cityHash64(number)) AS content_hash,
    ${oneOf(
      'source',
      office.sources.map(({ id }) => id),
      2,
    )} AS source, case_id AS source_case_no,
    ${oneOf('channel', codes('channel'), 1.8)} AS channel,
    ${pick.join(',\n    ')},
    ${oneOf('department', codes('department'), 1.7)} AS department,
    ${oneOf('class', ['hazard', 'violation', 'majorHazard', 'concealment'], 2)} AS report_class,
    if(${chance('level')} < 0.08, 'major', 'general') AS hazard_level,
    concat('企业', toString(${within('enterprise', 20_000, 2)})) AS enterprise,
    hex(cityHash64(${within('reporter', 400_000, 1.5)}, 'reporter')) AS reporter_token,
    ${oneOf('kind', ['anonymous', 'named', 'employee', 'informant'], 1.5)} AS reporter_kind,
    as_of - ${within('received', DAYS, 1.2)} AS some_day,
    if(toDayOfWeek(some_day) > 5 AND ${chance('weekend')} < 0.6, some_day - 2, some_day) AS received_on,
    ${chance('decision')} AS decision,
    received_on + ${within('decided', 8)} AS decided,
    if(decision < 0.86, ${ifKnown('decided')}, NULL) AS accepted_on,
    if(decision BETWEEN 0.86 AND 0.97, ${ifKnown('decided')}, NULL) AS rejected_on,
    received_on + 7 AS accept_due_on,
    ${ifKnown(`accepted_on + ${within('assigned', 4)}`)} AS assigned_on,
    if(${chance('returned')} < 0.05, ${ifKnown(`assigned_on + ${within('return', 6)}`)}, NULL) AS returned_on,
    if(${chance('extended')} < 0.07, ${ifKnown(`accepted_on + 40 + ${within('extension', 20)}`)}, NULL) AS extended_on,
    if(extended_on IS NULL, 0, 30) AS extension_days,
    accepted_on + 60 + extension_days AS due_on,
    if(${chance('endless')} < 0.03, NULL, ${ifKnown(`accepted_on + 2 + ${within('handled', 90, 1.6)}`)}) AS closed_on,
    if(closed_on IS NULL, NULL, greatest(accepted_on, closed_on - ${within('checked', 10)})) AS verified_on,
    if(verified_on IS NULL, '', ${oneOf('result', ['true', 'false', 'true', 'partly', 'false', 'unclear'], 1.2)}) AS result,
    ${chance('contact')} < 0.7 AS contactable,
    if(contactable, ${ifKnown(`closed_on + ${within('replied', 6)}`)}, NULL) AS replied_on,
    closed_on + 5 AS reply_due_on,
    if(result = 'true' AND ${chance('reward')} < 0.2, ${ifKnown(`closed_on + ${within('rewarded', 20)}`)}, NULL) AS reward_decided_on,
    if(${chance('paid')} < 0.8, ${ifKnown(`reward_decided_on + 5 + ${within('payment', 40)}`)}, NULL) AS reward_paid_on,
    if(reward_decided_on IS NULL, NULL, toDecimal64(100 * (1 + ${within('amount', 50, 3)}), 2)) AS reward_amount,
    if(result = 'true' AND ${chance('fine')} < 0.1, toDecimal64(1000 * (1 + ${within('fined', 50, 2)}), 2), NULL) AS fine_amount,
    multiIf(reward_decided_on IS NOT NULL, 'rewarded', replied_on IS NOT NULL, 'replied', closed_on IS NOT NULL, 'closed',
      assigned_on IS NOT NULL, 'assigned', accepted_on IS NOT NULL, 'accepted', rejected_on IS NOT NULL, 'rejected',
      'registered') AS state,
    concat('群众反映该单位存在安全隐患，编号', hex(cityHash64(number, 'summary')), '，请予核查。') AS summary
  FROM numbers(${rows})
)`
}
