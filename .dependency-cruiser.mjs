/**
 * Who may know whom, between folders; between packages pnpm and ESLint hold it. Each line of MAY is a folder and
 * what it may import beside itself (a folder, or one file of it);
 * what is not listed is forbidden.
 */
const MAY = {
  charts: ['domain/statistics'],
  'domain/time': ['domain/metrics/model.ts'],
  'domain/statistics': [],
  'domain/privacy': ['domain/statistics'],
  'domain/rules': ['domain/time'],
  'domain/assessment': ['domain/metrics/model.ts', 'domain/rules', 'domain/statistics', 'domain/time'],
  'domain/flags': ['domain/statistics'],
  'domain/rewards': ['domain/rules', 'domain/time', 'domain/metrics/words.ts'],
  'domain/boundaries': ['domain/metrics/model.ts'],
  'domain/metrics': ['domain/statistics', 'domain/time'],
  prisma: [],
  'etl/src/warehouse': ['etl/src/stores'],
  'etl/src/stores': ['etl/src/warehouse', 'prisma'],
  'etl/src/sources': ['prisma', 'domain/privacy'],
  'etl/src/contract': ['prisma', 'etl/src/sources'],
  'etl/src/identity': ['prisma', 'domain'],
  'etl/src/map': ['prisma', 'domain', 'etl/src/contract', 'etl/src/sources', 'etl/src/identity'],
  'etl/src/demo': ['prisma', 'domain'],
  'api/src/query': [
    'domain',
    'prisma',
    'etl/src/warehouse',
    'api/src/office/member-lists.ts',
    'api/src/access/scope.ts',
  ],
}

const inside = (place) => (place.endsWith('.ts') ? `^${place.replaceAll('.', '\\.')}$` : `^${place}/`)
const NODE = '(^|/)node_modules/'

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans-of-tests',
      severity: 'error',
      from: { pathNot: '\\.(test|spec)\\.ts$|/test/' },
      to: { path: '\\.(test|spec)\\.ts$' },
    },
    ...Object.entries(MAY).map(([folder, allowed]) => ({
      name: `${folder} knows only what it may`,
      severity: 'error',
      from: { path: inside(folder), pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(charts|domain|prisma|etl|api|web|bench)/',
        pathNot: [inside(folder), ...allowed.map(inside), NODE],
      },
    })),
    {
      name: 'domain is pure',
      severity: 'error',
      from: { path: '^domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'charts are drawn by the screen and for files; nothing else knows them',
      severity: 'error',
      from: { path: '^(domain|prisma|etl|bench)/|^api/src/(?!exports/)', pathNot: '\\.test\\.ts$' },
      to: { path: '^charts/' },
    },
    {
      name: 'web shares no code but the pictures',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^(domain|prisma|etl|api|bench)/' },
    },
    {
      name: 'etl does not know the api',
      severity: 'error',
      from: { path: '^(etl|domain|prisma)/' },
      to: { path: '^(api|web|bench)/' },
    },
    {
      name: 'api reads the warehouse, the stores and the runs',
      severity: 'error',
      from: { path: '^api/src/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^etl/src/',
        pathNot: '^etl/src/(warehouse/|stores/|run\\.ts|demo/|identity/secret\\.ts|contract/reasons?\\.ts)',
      },
    },
  ],
  options: {
    doNotFollow: { path: NODE },
    exclude: { path: '(^|/)(dist|generated)/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.vue', '.mjs'],
    },
  },
}
