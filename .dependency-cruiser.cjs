// SPDX-License-Identifier: Apache-2.0
// Who may import whom: one rule a row of the table in ARCHITECTURE.md. test/boundaries plants one forbidden import a rule.
// Workspaces resolve to their sources through the paths of tsconfig.check.json, never to what was emitted.
const tests = '\\.test\\.tsx?$'
const services = 'access|intake|journal|delivery|reconciliation|aggregation|console'
const inner = 'contracts|message|proof|policy|rules|statistics|formats'
const frontDoor = (names) => `^libs/(${names})/src/index\\.ts$`
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`

/**
 * A rule that names what a room may import: everything else is forbidden, save what other rules speak of
 * (test helpers, imports that do not resolve).
 */
const onlyFrom = (name, room, allowed) => ({
  name,
  comment: room.comment,
  severity: 'error',
  from: { path: room.path, pathNot: tests },
  to: {
    pathNot: [...allowed, '^libs/testing/'],
    couldNotResolve: false,
    ...(room.mayUseNode ? { dependencyTypesNot: ['core'] } : {}),
  },
})

module.exports = {
  forbidden: [
    onlyFrom(
      'kernel-imports-nothing',
      { path: '^libs/kernel/src/', comment: 'the kernel is what everybody may rely on' },
      ['^libs/kernel/src/'],
    ),
    onlyFrom(
      'inner-libs',
      {
        path: `^libs/(${inner})/src/`,
        mayUseNode: true,
        comment:
          'inner libs import the kernel, contracts, parsers and a solver: no servers, no frameworks',
      },
      [
        '^libs/$1/src/',
        '^contracts/',
        frontDoor('kernel|contracts'),
        packages(
          'ajv',
          'ajv-formats',
          'jose',
          'csv-parse',
          'saxes',
          'chardet',
          'iconv-lite',
          'highs',
          'class-validator',
          'class-transformer',
          'reflect-metadata',
          'ml-matrix',
        ),
      ],
    ),
    {
      name: 'platform-no-apps',
      comment:
        'the platform knows servers, not services: kernel, contracts and message are all it needs',
      severity: 'error',
      from: { path: '^libs/platform/src/', pathNot: tests },
      to: {
        path: '^(apps|libs)/',
        pathNot: ['^libs/(platform|testing)/', frontDoor('kernel|contracts|message')],
      },
    },
    {
      name: 'testing-only-in-tests',
      comment: 'what helps tests never runs at a hub',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [tests, '^libs/testing/'] },
      to: { path: '^libs/testing/' },
    },
    onlyFrom(
      'domain-pure',
      {
        path: `^apps/(${services})/src/domain/`,
        comment:
          'a domain decides: no framework, no node:*, no shell, no platform, no other service',
      },
      ['^apps/$1/src/domain/', frontDoor(`kernel|${inner}`)],
    ),
    {
      name: 'shell-no-other-service',
      comment: 'services hear facts of each other, they never call each other',
      severity: 'error',
      from: {
        path: `^apps/(${services})/src/`,
        // What is not a test in these folders has a stricter rule of its own.
        pathNot: `^apps/(${services})/src/(domain|views|charts|i18n)/(?!.*${tests})`,
      },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'console-keeps-nothing',
      comment:
        'the console reads views and asks owners; it writes what it reads in the formats of offices: no rules, no proofs, no SDK',
      severity: 'error',
      from: {
        path: '^apps/console/src/',
        pathNot: [tests, '^apps/console/src/(domain|views|charts|i18n)/'],
      },
      to: {
        path: '^libs/',
        pathNot: [
          frontDoor('kernel|contracts|message|policy|statistics|formats|platform'),
          '^libs/contracts/src/dto',
          '^libs/testing/',
        ],
      },
    },
    onlyFrom(
      'console-views-pure',
      {
        path: '^apps/console/src/(views|charts|i18n)/',
        comment: 'a page is a function of what it shows: no input, no output',
      },
      [
        '^apps/console/src/(views|charts|i18n|domain)/',
        frontDoor('kernel|contracts'),
        packages('preact', 'preact-render-to-string'),
      ],
    ),
    onlyFrom(
      'sdk-no-nest',
      {
        path: '^libs/sdk/src/',
        mayUseNode: true,
        comment:
          'a statistics office installs this: inner libs and the NATS client, no services, no Nest',
      },
      [
        '^libs/sdk/src/',
        frontDoor('kernel|contracts|message|proof|policy|rules|formats'),
        packages('nats', '@nats-io/nkeys', 'nkeys\\.js'),
      ],
    ),
    onlyFrom(
      'cli-no-nest',
      {
        path: '^apps/cli/src/',
        mayUseNode: true,
        comment:
          'the command starts fast: the SDK, inner libs and the table of settings, no services, no Nest',
      },
      [
        '^apps/cli/',
        frontDoor('kernel|contracts|message|proof|policy|rules|formats|sdk'),
        '^libs/platform/src/config/settings\\.ts$',
        packages('nats', '@nats-io/nkeys', 'nkeys\\.js'),
      ],
    ),
    {
      name: 'hub-front-doors-only',
      comment: "the hub starts every service by its front door and knows nobody's rooms",
      severity: 'error',
      from: { path: '^apps/hub/src/', pathNot: tests },
      to: {
        path: '^(apps|libs)/',
        pathNot: [
          '^apps/hub/',
          `^apps/(${services})/src/index\\.ts$`,
          frontDoor('kernel|platform'),
          '^libs/testing/',
        ],
      },
    },
    {
      name: 'libs-no-apps',
      comment: 'libs know no service, not even in their tests and in what helps tests',
      severity: 'error',
      from: { path: ['^libs/testing/src/', `^libs/.*${tests}`] },
      to: { path: '^apps/' },
    },
    {
      name: 'no-deep-imports',
      comment: 'a package is entered by its front door: @corridor/x, never a file inside it',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/', pathNot: ['/dist/', '^apps/hub/src/'] },
      to: {
        path: '^(apps|libs)/',
        pathNot: [
          '^$1/$2/',
          '^(apps|libs)/[^/]+/src/index\\.ts$',
          '^libs/contracts/src/dto(/index)?\\.ts$',
          '^libs/platform/src/config/settings\\.ts$',
          // What a thread that judges needs of the store: keys and ciphers, no server.
          '^libs/platform/src/at-rest\\.ts$',
        ],
      },
    },
    {
      name: 'no-unresolved',
      comment: 'an import that does not resolve would pass every rule above in silence',
      severity: 'error',
      // The command's launcher requires what is emitted, which need not be there yet.
      from: { path: '^(apps|libs)/', pathNot: ['/dist/', '^apps/cli/bin/'] },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circular',
      comment: 'what depends on itself cannot be read from the top',
      severity: 'error',
      from: { pathNot: '/dist/' },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules/', '/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      mainFields: ['main'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
