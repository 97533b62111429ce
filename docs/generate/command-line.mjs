// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module'
import { code, page, table } from './markdown.mjs'

const require = createRequire(import.meta.url)

/** Every command with its use, examples, options and notes, as help shows them. */
export function commandLinePage() {
  const { commands } = require('../../apps/cli/dist/catalogue/commands.js')
  const { generalOptions } = require('../../apps/cli/dist/arguments.js')
  const { exitWords } = require('../../apps/cli/dist/exit-code.js')
  return page('The command line', '`apps/cli/src/catalogue`', [
    'Run it as `npx corridor <command>` in a clone. `corridor help <command>` says the same as this page.',
    ...commands.filter(({ hidden }) => hidden !== true).map(commandPart),
    `## Options of every command\n\n${optionTable(generalOptions)}`,
    `## Exit codes\n\n${table(['Exit', 'Meaning'], exitWords)}`,
  ])
}

function commandPart({ name, about, examples, operands = [], options = {}, notes = [] }) {
  const words = operands.map((one) => (one.optional ? `[${one.name}]` : one.name))
  const use = ['corridor', name, ...words, '[options]'].join(' ')
  const lines = examples.map(([line, why]) => `# ${why}\n${line}`)
  const parts = [
    `## corridor ${name}`,
    `${about[0].toUpperCase()}${about.slice(1)}.`,
    `Use: \`${use}\``,
    `\`\`\`sh\n${lines.join('\n')}\n\`\`\``,
  ]
  if (operands.length > 0)
    parts.push(operands.map((one) => `- \`${one.name}\`: ${one.about}`).join('\n'))
  if (Object.keys(options).length > 0) parts.push(optionTable(options))
  return [...parts, ...notes].join('\n\n')
}

function optionTable(options) {
  const rows = Object.entries(options).map(([name, { value, about }]) => [
    code(`--${name}${value === undefined ? '' : ` ${value}`}`),
    about,
  ])
  return table(['Option', 'What it does'], rows)
}
