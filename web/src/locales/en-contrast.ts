/** Texts of what is held against other reports. English. */
export const enContrast = {
  title: '{what}: held against other reports',
  against: 'Against',
  rest: 'The rest',
  previous: 'Period before',
  yearAgo: 'A year ago',
  counts: '{period}: {here} chosen; {there} other reports at the same time',
  countsThen: '{period}: {here} chosen; {then}: {there} of the same',
  enterprises: '{count} reported enterprises, {most} reports about one of them at most',
  oneEnterprise:
    '{count} reported enterprises, {most} reports about a single one, half or more: look at that one first',
  member: 'Kind (click to filter)',
  here: 'Chosen',
  expected: 'Expected',
  difference: 'More by (cases)',
  ratio: 'Ratio (95 %)',
  ratioOf: '{ratio} ({lower}–{upper})',
  none: 'none there',
  byChance: 'Show {count} more that lie within chance',
  method:
    'Expected: by the shares or the numbers of the other side. {tested} kinds were tested at a false discovery rate of 5 % (Benjamini–Hochberg); what is grey lies within chance. In the order of cases; correlation is not cause',
} as const
