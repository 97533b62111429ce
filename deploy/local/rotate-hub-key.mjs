// SPDX-License-Identifier: Apache-2.0
// Gives the hub its next signing key, while it does not run; the old key signs a statement that participants follow.
//   node deploy/local/rotate-hub-key.mjs --keep 90
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { prepare, projectRoot } from './prepare.mjs'

const days = /^\d{1,3}$/.exec(optionOf('--keep') ?? '90')?.[0]
const failed =
  days === undefined ? '--keep is a number of days' : await prepare({ say: console.log })
if (failed === undefined) await rotate(Number(days))
else {
  console.error(failed)
  process.exitCode = 2
}

async function rotate(keepDays) {
  const require = createRequire(join(projectRoot, 'package.json'))
  const platform = require(join(projectRoot, 'libs', 'platform', 'dist', 'index.js'))
  const { homeFolder, readSettings, rotateHubKey } = platform
  const settings = readSettings(process.env)
  if (!settings.ok) throw new Error(settings.refusal.detail)
  const { home, hubId } = settings.value
  const folder = join(homeFolder(home, projectRoot), 'keys')
  const kid = await rotateHubKey(folder, { hubId, keepDays, at: new Date() })
  console.log(`OK  The hub has a new key from its next start on: ${kid}`)
}

function optionOf(name) {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}
