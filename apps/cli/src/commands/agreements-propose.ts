// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { validate, type Agreement } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson } from '@corridor/message'
import { lintTerms } from '@corridor/policy'
import {
  counterAgreement,
  proposeAgreement,
  showAgreement,
  type AgreementStanding,
  type Profile,
} from '@corridor/sdk'
import { termsInWords } from '../agreement-words'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { profileOfCall } from '../profile-of-call'

/** Proposes terms, after the checks that the hub will make. */
export async function propose(call: Call): Promise<Outcome<Answer>> {
  const terms = readTerms(resolve(call.world.folder, call.operand(0) ?? ''))
  if (!terms.ok) return terms
  const { id } = terms.value
  const words = termsInWords(terms.value)
  if (call.flag('dry-run')) {
    const text = `${words}\n\nOK  The terms of ${id} can be proposed. Nothing was sent.`
    return accept({ text, json: { dryRun: true, terms: terms.value } })
  }
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  call.screen.note(words)
  const standing = call.flag('counter')
    ? await counter(profile.value, terms.value)
    : await proposeAgreement(profile.value, terms.value)
  if (!standing.ok) return standing
  return accept({
    text: `OK  Proposed ${id}. Nothing is shared until all parties have signed: corridor agreements sign ${id}`,
    json: { ...standing.value },
  })
}

/** Answers the terms that are on the table now. */
async function counter(profile: Profile, terms: Agreement): Promise<Outcome<AgreementStanding>> {
  const shown = await showAgreement(profile, terms.id)
  return shown.ok ? counterAgreement(profile, terms, shown.value.digest) : shown
}

function readTerms(file: string): Outcome<Agreement> {
  const body = readJson(file)
  if (!body.ok) return body
  const terms = validate('agreement', '1.0.0', body.value)
  return terms.ok ? lintTerms(terms.value) : terms
}

function readJson(file: string): Outcome<unknown> {
  if (!existsSync(file)) return refuse('COMMAND_WRONG', `there is no file ${clean(file)}`)
  try {
    const body = parseJson(readFileSync(file))
    return body.ok
      ? body
      : refuse('FILE_UNREADABLE', `${clean(file)} is not JSON: ${body.refusal.detail}`)
  } catch {
    return refuse('FILE_UNREADABLE', `${clean(file)} cannot be read`)
  }
}
