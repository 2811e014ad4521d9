/** Which module may import which: docs/architecture.md, "Modules". */
const modules = (names) => `^src/(${names.join('|')})(/|$)`;

/** `from` may import, inside src, only itself and the modules listed in `to`. */
const mayImport = (from, to) => ({
  name: `${from}-imports-only`,
  comment: `${from} may import only: ${to.length ? to.join(', ') : 'no other module'}`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: modules([from, ...to]) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.spec\\.ts$', '^src/main\\.ts$', '\\.d\\.ts$'] },
      to: {},
    },
    mayImport('catalog', ['formats']),
    mayImport('formats', []),
    mayImport('config', []),
    mayImport('embedded', []),
    mayImport('storage', ['config']),
    mayImport('redis', ['config']),
    mayImport('database', ['config', 'redis']),
    mayImport('queue', ['config', 'redis']),
    mayImport('http', ['config', 'formats', 'database', 'storage']),
    mayImport('auth', ['formats', 'http', 'database', 'config', 'redis']),
    mayImport('workspaces', ['auth', 'http', 'database', 'config']),
    mayImport('health', ['auth', 'config', 'http', 'queue', 'storage', 'database', 'redis']),
    mayImport('console', ['auth', 'http', 'config', 'catalog']),
    mayImport('metrics', ['auth', 'http', 'database', 'jobs', 'queue']),
    mayImport('admin', ['auth', 'http', 'queue', 'database', 'config']),
    mayImport('client', []),
    mayImport('doctor', ['config', 'database', 'redis', 'storage']),
    mayImport('maintenance', ['config', 'database', 'embedded', 'storage', 'workspaces']),
    mayImport('backup', ['config', 'database', 'maintenance', 'storage']),
    mayImport('cli', ['client', 'formats', 'doctor', 'maintenance', 'backup', 'config']),
    mayImport('records', ['catalog', 'formats', 'database', 'http', 'auth', 'config']),
    mayImport('record-types', ['records', 'catalog', 'formats', 'database', 'http', 'auth', 'config']),
    mayImport('jobs', ['queue', 'redis', 'storage', 'database', 'http', 'auth', 'config', 'formats']),
    ...['imports', 'exports'].map((name) =>
      mayImport(name, [
        'jobs',
        'records',
        'catalog',
        'formats',
        'storage',
        'queue',
        'database',
        'http',
        'auth',
        'config',
      ]),
    ),
    mayImport('profiles', ['imports', 'records', 'catalog', 'formats', 'database', 'http', 'auth', 'config']),
    mayImport('resources', ['records', 'record-types', 'catalog', 'formats', 'database', 'http', 'auth']),
    {
      name: 'resources-are-independent',
      comment:
        'No resource imports another: references go by name. Only index.ts and the module import them all.',
      severity: 'error',
      from: { path: '^src/resources/([^/]+)/' },
      to: { path: '^src/resources/([^/]+)/', pathNot: '^src/resources/$1/' },
    },
    {
      name: 'console-is-separate',
      comment:
        'Of the server, the pages import only the labels of the resources and the types of its responses.',
      severity: 'error',
      from: { path: '^console/' },
      to: { path: '^src/', pathNot: '^src/(console/resource-definition|client/api-types)' },
    },
    {
      name: 'server-imports-no-page',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^console/' },
    },
    {
      name: 'pure-core',
      comment: 'catalog and formats import neither Nest nor I/O.',
      severity: 'error',
      from: { path: '^src/(catalog|formats)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '(node_modules/(@nestjs|typeorm|pg|bull)|^(node:)?(fs|net|http|child_process)$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '\\.spec\\.ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
