// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module'
import { code, page, table } from './markdown.mjs'

const require = createRequire(import.meta.url)

/** Every setting of the environment. */
export function settingsPage() {
  const { settingsTable } = require('../../libs/platform/dist/config/settings.js')
  const rows = settingsTable.map((setting) => [
    code(setting.name),
    setting.kind,
    code(setting.default),
    `${setting.about}${setting.secret ? '; a password in it is never printed' : ''}`,
  ])
  return page('Settings', '`libs/platform/src/config/settings.ts`', [
    `Settings are variables of the environment, read once at start. What cannot be meant is refused in a plain sentence and never
replaced by a default. A variable that is set to nothing counts as not set. \`corridor config\` shows the values.`,
    table(['Name', 'Kind', 'Default', 'What it is'], rows),
  ])
}
