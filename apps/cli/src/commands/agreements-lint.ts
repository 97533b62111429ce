// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { problem } from '@corridor/contracts'
import { accept, type Outcome } from '@corridor/kernel'
import { compare, completed, lint as lintOf, type Finding } from '@corridor/policy'
import type { Answer, Call } from '../command'
import { differencesInWords } from '../difference-words'
import { exitCodes } from '../exit-code'
import { clean } from '../output/clean'
import { count, sentence } from '../output/words'
import { readTerms } from '../terms-file'

/** Tells all that is wrong with a draft, and what its authors may not have meant; nothing is sent. */
export async function lint(call: Call): Promise<Outcome<Answer>> {
  const terms = readTerms(call, call.operand(0) ?? '')
  if (!terms.ok) return terms
  const against = call.option('against')
  const other = against === undefined ? undefined : readTerms(call, against)
  if (other?.ok === false) return other
  const out = call.option('complete')
  const draft = out === undefined ? terms.value : completed(terms.value)
  if (out !== undefined)
    writeFileSync(resolve(call.world.folder, out), `${JSON.stringify(draft, undefined, 2)}\n`)
  const findings = lintOf(draft)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const differences = other === undefined ? [] : compare(other.value, draft)
  const parts = [
    ...findings.map(lineOf),
    ...(other === undefined ? [] : ['', differencesInWords(differences)]),
    ...(out === undefined ? [] : ['', `  Written to ${clean(out)}, with what is not agreed.`]),
    '',
    verdict(draft.id, errors, findings.length - errors),
  ]
  return Promise.resolve(
    accept({
      text: parts.join('\n').trimStart(),
      json: { agreement: draft.id, findings, ...(other === undefined ? {} : { differences }) },
      exit: errors > 0 ? exitCodes.refused : exitCodes.done,
    }),
  )
}

function lineOf({ code, severity, clauses, detail }: Finding): string {
  const { number, remedy } = problem(code)
  const where = clauses.length === 0 ? '' : `clause ${clauses.join(' and ')}: `
  const mark = severity === 'error' ? 'STOP' : 'NOTE'
  return `${mark}  ${number} ${sentence(clean(`${where}${detail}`, 600))}\n      ${remedy}`
}

function verdict(id: string, errors: number, warnings: number): string {
  const noted = warnings === 0 ? '' : ` ${count(warnings, 'note')} to look at.`
  return errors === 0
    ? `OK  ${id} can be proposed.${noted}`
    : `STOP  ${id} cannot be proposed: ${count(errors, 'error')}.${noted}`
}
