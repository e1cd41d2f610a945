/** The same texts in English. */
export const enPages = {
  sector: {
    title: 'Sectors and who supervises them',
    supervisors: 'Supervised by',
    nobody: 'No supervising department is named for {names}',
    concentrated:
      'Of {members} with reports ({dimension}) the first {count} ({names}) have {cases}, {share} of {all}.',
    few: '{all} reports in {members} ({dimension}): too few to speak of concentration.',
    rising: '{name}: {value} reports, {comparison} {more} more (base {before}).',
    label: { where: 'Concentrated', rising: 'Rising most' },
  },
  enterprises: {
    title: 'Enterprises reported again',
    note: 'Enterprises with {least} or more reports in {period}, the most first; a name opens its reports',
    keyLeadsOnly: 'for your role important leads only are counted',
    none: 'No enterprise was reported more than once',
    name: 'Enterprise',
    cases: 'Reports',
    open: 'Not closed',
    merged: 'Repetitions merged',
    matters: 'Industry · issue · region',
    last: 'Last received',
    more: 'The first {first} enterprises only',
  },
  wall: {
    slides: 'Pictures',
    slide: { overview: 'Overview', industries: 'Industries', issues: 'Issues', departments: 'Units' },
    pause: 'Pause',
    go: 'Go on',
    leave: 'Leave the wall',
    away: 'No connection, trying again; the last data is shown',
  },
}
