// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import { code, table } from './markdown.mjs'

/** The rules of one version of a contract, from the files of its folder; nothing where it has none. */
export function rulesPart(folder) {
  if (!fs.existsSync(folder)) return []
  const rules = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => listOf(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))))
  if (rules.length === 0) return []
  const rows = rules.map((rule) => [rule.number ?? code(rule.problem), rule.about ?? rule.id])
  return ['### Rules beyond the schema', table(['Problem', 'What is asked'], rows)]
}

function listOf(content) {
  return Array.isArray(content) ? content : (content.rules ?? [])
}
