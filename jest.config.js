// SPDX-License-Identifier: Apache-2.0
// Tests run on the sources (no build needed): SWC turns TypeScript into CommonJS, `tsc -b` checks the types.
const fs = require('node:fs')
const path = require('node:path')

const named = (folder, name) => [`^@corridor/${name}$`, `<rootDir>/${folder}/${name}/src`]
const workspaces = ['libs', 'apps'].flatMap((folder) =>
  fs
    .readdirSync(path.join(__dirname, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => named(folder, entry.name)),
)

const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'json', 'ts', 'tsx'],
  transform: { '^.+\\.[cm]?[jt]sx?$': ['@swc/jest'] },
  // jose is published as ECMAScript modules only, so it is transformed like our own code.
  transformIgnorePatterns: ['/node_modules/(?!(jose|oidc-provider|openid-client|oauth4webapi)/)'],
  moduleNameMapper: {
    '^@corridor/contracts/dto$': '<rootDir>/libs/contracts/src/dto',
    '^@corridor/platform/at-rest$': '<rootDir>/libs/platform/src/at-rest',
    '^@corridor/platform/settings$': '<rootDir>/libs/platform/src/config/settings',
    ...Object.fromEntries(workspaces),
  },
  // Workspaces are linked under node_modules and emitted beside themselves: without this every module has a double.
  modulePathIgnorePatterns: [
    '<rootDir>/(libs|apps)/[^/]+/dist/',
    '<rootDir>/\\.cache/',
    '<rootDir>/\\.corridor/',
  ],
  watchPathIgnorePatterns: ['<rootDir>/\\.cache/', '<rootDir>/\\.corridor/'],
}

// PostgreSQL and nats-server are started once a run, for the tests that need them.
const globalSetup = path.join(__dirname, 'libs/testing/src/global-setup.ts')
const globalTeardown = path.join(__dirname, 'libs/testing/src/global-teardown.ts')
const servers = {
  ...(fs.existsSync(globalSetup) ? { globalSetup } : {}),
  ...(fs.existsSync(globalTeardown) ? { globalTeardown } : {}),
}

module.exports = {
  // Journeys mostly wait for servers, so two cores have room for a third.
  maxWorkers: 3,
  // In milliseconds; Jest knows no timeout of a project's own.
  testTimeout: 60_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      roots: ['<rootDir>/libs', '<rootDir>/apps'],
      testRegex: '\\.test\\.tsx?$',
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.(pg|nats)\\.test\\.tsx?$'],
    },
    {
      ...base,
      ...servers,
      displayName: 'servers',
      roots: ['<rootDir>/libs', '<rootDir>/apps'],
      testRegex: '\\.(pg|nats)\\.test\\.ts$',
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
    {
      ...base,
      ...servers,
      displayName: 'journeys',
      testRegex: '/test/(journeys|faults)/.*\\.test\\.ts$',
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/(libs|apps)/'],
    },
    {
      ...base,
      displayName: 'house',
      testRegex: '/test/(boundaries|docs)/.*\\.test\\.ts$',
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/(libs|apps)/'],
    },
  ],
}
