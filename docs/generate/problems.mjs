// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module'
import { code, page, table } from './markdown.mjs'

const require = createRequire(import.meta.url)

// The first letter of a number. What is `met` on the caller's own machine never travels over HTTP.
const families = [
  ['S', 'Signatures'],
  ['K', 'Keys and clocks'],
  ['E', 'Figures'],
  ['W', 'Warnings: figures to look at, with a note where they are right'],
  ['M', 'Messages'],
  ['A', 'Agreements, rights, requests'],
  ['R', 'Review: cases and reports'],
  ['N', 'The way to the hub', { met: true }],
  ['V', 'Verification', { met: true }],
  ['C', 'The command, settings and servers', { met: true }],
  ['H', 'The hub itself'],
]

/** Every problem: number, code, what it is, what to do, and how HTTP and the command tell it. */
export function problemsPage(problems) {
  const { httpNumber } = require('../../libs/platform/dist/http/http-numbers.js')
  const { exitCodeOf } = require('../../apps/cli/dist/exit-code.js')
  const stray = problems.filter(({ number }) => families.every(([letter]) => letter !== number[0]))
  if (stray.length > 0)
    throw new Error(`could not write the problems: ${stray[0].number} has no family`)
  const parts = families.map(([letter, title, { met = false } = {}]) => {
    const rows = problems
      .filter(({ number }) => number.startsWith(letter))
      .sort((a, b) => (a.number < b.number ? -1 : 1))
      .map((one) => [
        one.number,
        code(one.code),
        one.title,
        one.remedy,
        met ? '' : httpNumber(one.code),
        exitCodeOf(one),
      ])
    return `## ${letter}: ${title}\n\n${table(['Number', 'Code', 'What it is', 'What to do', 'HTTP', 'Exit'], rows)}`
  })
  return page('Problems', '`contracts/problems/problems.json`', [
    `A refusal has one code, stable for ever, and one number for people. Programs go by the code; texts may change.
"HTTP" is the status where the HTTP interface answers with the problem (as RFC 9457 problem+json); at the way in it travels in a
signed receipt instead. "Exit" is how the command ends on it.`,
    ...parts,
  ])
}
