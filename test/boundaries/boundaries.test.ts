// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import { cruise, plant, root, type Cruise } from './planted-tree'

interface Plant {
  readonly rule: string
  readonly file: string
  readonly text: string
}

const from = (target: string): string => `import * as it from '${target}'\nexport const used = it\n`

/** One forbidden import a line: where it is planted, and the one rule that must speak up. */
const forbidden: readonly Plant[] = [
  ...(
    [
      ['kernel-imports-nothing', 'libs/kernel/src/node.ts', 'node:crypto'],
      ['kernel-imports-nothing', 'libs/kernel/src/package.ts', 'jose'],
      ['kernel-imports-nothing', 'libs/kernel/src/lib.ts', '@corridor/contracts'],
      ['inner-libs', 'libs/policy/src/platform.ts', '@corridor/platform'],
      ['inner-libs', 'libs/proof/src/nest.ts', '@nestjs/common'],
      ['inner-libs', 'libs/statistics/src/table.ts', 'typeorm'],
      ['inner-libs', 'libs/formats/src/service.ts', '@corridor/intake'],
      ['inner-libs', 'libs/contracts/src/upwards.ts', '@corridor/message'],
      ['platform-no-apps', 'libs/platform/src/service.ts', '@corridor/access'],
      ['platform-no-apps', 'libs/platform/src/policy.ts', '@corridor/policy'],
      ['testing-only-in-tests', 'apps/intake/src/shell/builder.ts', '@corridor/testing'],
      ['testing-only-in-tests', 'libs/message/src/builder.ts', '@corridor/testing'],
      ['testing-only-in-tests', 'apps/hub/src/builder.ts', '@corridor/testing'],
      ['domain-pure', 'apps/access/src/domain/node.ts', 'node:fs'],
      ['domain-pure', 'apps/access/src/domain/nest.ts', '@nestjs/common'],
      ['domain-pure', 'apps/access/src/domain/shell.ts', '../shell/store'],
      ['domain-pure', 'apps/access/src/domain/platform.ts', '@corridor/platform'],
      ['domain-pure', 'apps/access/src/domain/other.ts', '@corridor/intake'],
      ['shell-no-other-service', 'apps/delivery/src/shell/door.ts', '@corridor/access'],
      ['shell-no-other-service', 'apps/delivery/src/main.ts', '@corridor/hub'],
      ['shell-no-other-service', 'apps/delivery/src/domain/a.test.ts', '@corridor/access'],
      ['console-keeps-nothing', 'apps/console/src/shell/rules.ts', '@corridor/rules'],
      ['console-views-pure', 'apps/console/src/views/store.tsx', '@corridor/platform'],
      ['console-views-pure', 'apps/console/src/views/node.tsx', 'node:fs'],
      ['console-views-pure', 'apps/console/src/i18n/shell.ts', '../shell/pages'],
      ['sdk-no-nest', 'libs/sdk/src/nest.ts', '@nestjs/common'],
      ['sdk-no-nest', 'libs/sdk/src/platform.ts', '@corridor/platform'],
      ['sdk-no-nest', 'libs/sdk/src/service.ts', '@corridor/intake'],
      ['cli-no-nest', 'apps/cli/src/nest.ts', '@nestjs/core'],
      ['cli-no-nest', 'apps/cli/src/platform.ts', '@corridor/platform'],
      ['cli-no-nest', 'apps/cli/src/service.ts', '@corridor/intake'],
      ['hub-front-doors-only', 'apps/hub/src/room.ts', '../../access/src/shell/store'],
      ['hub-front-doors-only', 'apps/hub/src/lib.ts', '@corridor/policy'],
      ['libs-no-apps', 'libs/testing/src/hub.ts', '@corridor/hub'],
      ['libs-no-apps', 'libs/message/src/hub.test.ts', '@corridor/hub'],
      ['no-deep-imports', 'apps/intake/src/shell/path.ts', '../../../../libs/kernel/src/room'],
      ['no-deep-imports', 'apps/intake/src/shell/source.ts', '@corridor/kernel/src/room'],
      ['no-deep-imports', 'apps/intake/src/shell/emitted.ts', '@corridor/kernel/dist/room'],
      ['no-unresolved', 'apps/intake/src/shell/nowhere.ts', '@corridor/kernel/nowhere'],
      ['no-circular', 'apps/journal/src/shell/egg.ts', './hen'],
    ] as const
  ).map(([rule, file, target]) => ({ rule, file, text: from(target) })),
  {
    rule: 'domain-pure',
    file: 'apps/access/src/domain/type-only.ts',
    text: "import type { Store } from '@corridor/platform'\nexport type Kept = Store\n",
  },
]

/** What the table allows, in places where a rule that is too broad would forbid it. */
const allowed: Readonly<Record<string, string>> = {
  'libs/kernel/src/own.test.ts': from('fast-check'),
  'libs/message/src/parsers.ts': from('jose') + "import 'node:crypto'\n",
  'libs/contracts/src/lists.ts': from('../../../contracts/codelists/CL_SEX.json'),
  'libs/platform/src/servers.ts': from('@corridor/message') + "import 'nats'\nimport 'typeorm'\n",
  'apps/access/src/domain/policy.ts': from('@corridor/policy'),
  'apps/access/src/domain/policy.test.ts': from('@corridor/testing') + "import 'node:fs'\n",
  'apps/access/src/shell/dto.ts': from('@corridor/contracts/dto') + "import '@nestjs/common'\n",
  'apps/console/src/views/label.tsx': from('@corridor/contracts') + "import 'preact'\n",
  'apps/cli/src/settings.ts': from('@corridor/platform/settings') + "import '@corridor/sdk'\n",
  'libs/sdk/src/bus.ts': from('nats') + "import '@corridor/message'\n",
  'apps/hub/src/all.ts': from('@corridor/access') + "import '@corridor/platform'\n",
}

/** What the planted imports lead to. */
const targets: Readonly<Record<string, string>> = {
  'contracts/codelists/CL_SEX.json': '{}',
  'apps/access/src/shell/store.ts': 'export const store = 1\n',
  'apps/console/src/shell/pages.ts': 'export const pages = 1\n',
  'apps/journal/src/shell/hen.ts': "import './egg'\nexport const hen = 1\n",
  'libs/kernel/src/room.ts': 'export const room = 1\n',
  'libs/kernel/dist/room.js': 'exports.room = 1\n',
  'libs/contracts/src/dto.ts': 'export const dto = 1\n',
  'libs/platform/src/config/settings.ts': 'export const settings = 1\n',
}

describe('a tree with one forbidden import a file', () => {
  let folder: string
  let met: Cruise

  beforeAll(() => {
    const planted = Object.fromEntries(forbidden.map(({ file, text }) => [file, text]))
    folder = plant({ ...targets, ...allowed, ...planted })
    met = cruise(folder)
  })
  afterAll(() => {
    fs.rmSync(folder, { recursive: true, force: true })
  })

  it.each(forbidden)('$file breaks $rule and no other rule', ({ rule, file }) => {
    const broken = met.violations.filter((violation) => violation.from === file)
    expect(new Set(broken.map((violation) => violation.rule))).toEqual(new Set([rule]))
  })

  it.each(Object.keys(allowed))('%s breaks no rule', (file) => {
    expect(met.violations.filter((violation) => violation.from === file)).toEqual([])
  })

  it('has a forbidden import for every rule there is', () => {
    expect(new Set(forbidden.map(({ rule }) => rule))).toEqual(new Set(ruleNames()))
  })
})

describe('this repository', () => {
  let met: Cruise

  beforeAll(() => {
    met = cruise(root)
  })

  it('breaks no rule', () => {
    expect(met.violations).toEqual([])
  })

  it('is seen whole: every import of a package of ours leads to its sources', () => {
    const ours = met.imports.filter(
      ({ from: file, written }) => written.startsWith('@corridor/') && file.includes('/src/'),
    )
    expect(ours.length).toBeGreaterThan(0)
    const elsewhere = ours.filter(({ resolved }) => !/^(libs|apps)\/[^/]+\/src\//.test(resolved))
    expect(elsewhere).toEqual([])
  })
})

function ruleNames(): string[] {
  const read: unknown = jest.requireActual(path.join(root, '.dependency-cruiser.cjs'))
  const { forbidden: rules } = read as { forbidden: { name: string }[] }
  return rules.map(({ name }) => name)
}
