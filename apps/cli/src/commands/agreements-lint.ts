// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Agreement } from '@corridor/contracts'
import { accept, type Outcome } from '@corridor/kernel'
import {
  clausesOf,
  compare,
  completed,
  lint as lintOf,
  type RegisteredOffices,
} from '@corridor/policy'
import type { Answer, Call } from '../command'
import { differencesInWords } from '../difference-words'
import { exitCodes } from '../exit-code'
import { findingInWords } from '../finding-words'
import { clean } from '../output/clean'
import { count } from '../output/words'
import { participantsListed } from '../participants-listed'
import { profileOfCall } from '../profile-of-call'
import { readTerms } from '../terms-file'

/** Tells all that is wrong with a draft, and what its authors may not have meant; nothing of it is sent. */
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
  const registered = await registeredFor(call, draft)
  const findings = lintOf(draft, registered?.ok === true ? registered.value : undefined)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const differences = other === undefined ? [] : compare(other.value, draft)
  const parts = [
    ...findings.map(findingInWords),
    ...(other === undefined ? [] : ['', differencesInWords(differences)]),
    ...(out === undefined ? [] : ['', `  Written to ${clean(out)}, with what is not agreed.`]),
    ...(registered?.ok === false
      ? ['', `  Offices were not looked up: ${clean(registered.refusal.detail)}.`]
      : []),
    '',
    verdict(draft.id, errors, findings.length - errors),
  ]
  return accept({
    text: parts.join('\n').trimStart(),
    json: { agreement: draft.id, findings, ...(other === undefined ? {} : { differences }) },
    exit: errors > 0 ? exitCodes.refused : exitCodes.done,
  })
}

/** The register, where a clause names offices; undefined where none does. A draft is read without a hub too, and then says so. */
async function registeredFor(
  call: Call,
  terms: Agreement,
): Promise<Outcome<readonly RegisteredOffices[]> | undefined> {
  if (!clausesOf(terms, 'share').some(({ audience }) => audience !== undefined)) return undefined
  const profile = await profileOfCall(call)
  return profile.ok ? participantsListed(profile.value) : profile
}

function verdict(id: string, errors: number, warnings: number): string {
  const noted = warnings === 0 ? '' : ` ${count(warnings, 'note')} to look at.`
  return errors === 0
    ? `OK  ${id} can be proposed.${noted}`
    : `STOP  ${id} cannot be proposed: ${count(errors, 'error')}.${noted}`
}
