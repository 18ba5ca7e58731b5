/**
 * Who may import whom (dependency-cruiser). The two tables are the design; the rules below are made from them.
 * Type-only imports are free to form cycles, because nothing is left of them at run time.
 */

/** Between packages: each may import the ones it lists, by their package name. */
const packages = {
  core: [],
  jobs: ['core'],
  language: ['core'],
  utility: ['core'],
  shell: ['core', 'jobs', 'language', 'utility'],
  testing: ['core', 'jobs'],
  'create-cmdlet': [],
};

/** Within core: the ground floor first. A folder imports itself and what stands before it. */
const coreFloors = ['records', 'declare', 'bind', 'run', 'job', 'session'];
/** Upward imports that are allowed for types alone: [from, to]. */
const coreTypesUpward = [['run', 'job']];

/** Packages that are imported in one place. */
const onePlace = { typedi: 'packages/core/src/session', 'reflect-metadata': 'packages/core/src/declare' };

/** Folders that run in any JavaScript engine. */
const withoutNode = ['packages/core/src/(declare|bind|records)', 'packages/language/src/parse'];

const anyOf = (names) => `(${names.join('|')})`;
const byName = ['aliased-tsconfig-paths', 'aliased-workspace', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'];

const betweenPackages = Object.entries(packages).map(([name, allowed]) => ({
  name: `${name}-imports-${allowed.join('-') || 'no-package'}`,
  comment: `packages/${name} may import ${allowed.length ? allowed.join(', ') : 'no other package'}.`,
  severity: 'error',
  from: { path: `^packages/${name}/` },
  to: { path: '^packages/[^/]+/', pathNot: `^packages/${anyOf([name, ...allowed])}/|^packages/[^/]+[.]ts$` },
}));

const betweenFloors = coreFloors.slice(0, -1).map((floor, index) => {
  const typesUpward = coreTypesUpward.filter(([from]) => from === floor).map(([, to]) => to);
  const above = coreFloors.slice(index + 1);
  const rule = (name, floors, extra) => ({
    name,
    comment: `core/src/${floor} stands below ${floors.join(', ')}.`,
    severity: 'error',
    from: { path: `^packages/core/src/${floor}/` },
    to: { path: `^packages/core/src/${anyOf(floors)}/`, ...extra },
  });
  const strictly = above.filter((name) => !typesUpward.includes(name));
  return [
    ...(strictly.length ? [rule(`core-${floor}-imports-downwards`, strictly)] : []),
    ...(typesUpward.length
      ? [
          rule(`core-${floor}-imports-types-of-${typesUpward.join('-')}`, typesUpward, {
            dependencyTypesNot: ['type-only'],
          }),
        ]
      : []),
  ];
});

const inOnePlace = Object.entries(onePlace).map(([module, place]) => ({
  name: `${module}-in-one-place`,
  comment: `${module} is imported in ${place} and nowhere else.`,
  severity: 'error',
  from: { path: '^(packages|templates|examples)/', pathNot: `^${place}/` },
  to: { path: `node_modules/${module}/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'No cycles, except through an import of types.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment:
        'Every import leads somewhere; the programs that measurements compare with are installed by those who want them.',
      severity: 'error',
      from: { pathNot: '^bench/peers/' },
      to: { couldNotResolve: true },
    },
    ...betweenPackages,
    ...betweenFloors.flat(),
    ...inOnePlace,
    {
      name: 'no-foreign-internals',
      comment: "Nobody imports another package's src/internal.",
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/[^/]+/src/internal/', pathNot: '^packages/$1/' },
    },
    {
      name: 'packages-by-name',
      comment: 'Another package is imported by its name, so only through its entry points.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src/' },
      to: { path: '^packages/[^/]+/', pathNot: '^packages/$1/', dependencyTypesNot: byName },
    },
    {
      name: 'public-entry-points-only',
      comment: 'Examples, templates, benchmarks and end-to-end tests use what a user can import.',
      severity: 'error',
      from: { path: '^(examples|templates|bench|test/e2e)/', pathNot: '[.]config[.]ts$' },
      to: { path: '^packages/', dependencyTypesNot: byName },
    },
    {
      name: 'runs-without-node',
      comment: 'Node built-ins stay out of the parts that run anywhere.',
      severity: 'error',
      from: { path: `^${anyOf(withoutNode)}/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'declared-dependencies',
      comment: "What a package imports stands in its own package.json, not only in the root's.",
      severity: 'error',
      from: { path: '^(packages|examples)/[^/]+/src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm-peer'] },
    },
    {
      name: 'no-tests-in-sources',
      comment: 'Sources do not import tests, examples or benchmarks.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(test|examples|bench|templates|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^((packages|examples)/[^/]+/dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
