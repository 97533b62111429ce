// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { validate, type Agreement } from '@corridor/contracts'
import { accept, canonicalJson, refuse, type Outcome } from '@corridor/kernel'
import { digestOf } from '@corridor/message'
import { compare, type Difference } from '@corridor/policy'
import { agreementHistory, type AgreementActShown } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { differencesInWords } from '../difference-words'
import { clean } from '../output/clean'
import { profileOfCall } from '../profile-of-call'
import { readTerms } from '../terms-file'

/** Tells two drafts apart, clause by clause: files, or what was proposed at the hub, any revision of it. */
export async function compareTerms(call: Call): Promise<Outcome<Answer>> {
  const before = await termsNamed(call, call.operand(0) ?? '')
  if (!before.ok) return before
  const after = await termsNamed(call, call.operand(1) ?? '')
  if (!after.ok) return after
  const differences: readonly Difference[] = compare(before.value.terms, after.value.terms)
  const names = `${clean(before.value.name)} and ${clean(after.value.name)}`
  const text = `${names}\n${differencesInWords(differences)}`
  const [from, to] = [before.value.name, after.value.name]
  return accept({ text, json: { before: from, after: to, differences } })
}

interface NamedTerms {
  readonly name: string
  readonly terms: Agreement
}

// A file of that name goes before an agreement.
async function termsNamed(call: Call, name: string): Promise<Outcome<NamedTerms>> {
  if (existsSync(resolve(call.world.folder, name))) {
    const terms = readTerms(call, name)
    return terms.ok ? accept({ name, terms: terms.value }) : terms
  }
  const [, id, revision] = /^([A-Z0-9-]{3,64})(?:@([1-9]\d{0,3}))?$/.exec(name) ?? []
  if (id === undefined)
    return refuse(
      'COMMAND_WRONG',
      `${clean(name)} is neither a file nor an agreement such as BE-DK-2026 or BE-DK-2026@1`,
    )
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const told = await agreementHistory(profile.value, id)
  if (!told.ok) return told
  const proposals = told.value.acts.filter(({ act }) => act === 'proposed')
  const proposal = revision === undefined ? proposals.at(-1) : proposals[Number(revision) - 1]
  if (proposal === undefined)
    return refuse('NOT_FOUND', `${id} was proposed ${String(proposals.length)} times`)
  return termsOf(id, proposal, revision ?? String(proposals.length))
}

function termsOf(id: string, { detail }: AgreementActShown, revision: string): Outcome<NamedTerms> {
  const terms = validate('agreement', '1.0.0', detail['terms'])
  if (!terms.ok) return terms
  const digest = digestOf(Buffer.from(canonicalJson(terms.value)))
  return digest === detail['digest'] && terms.value.id === id
    ? accept({ name: `${id}@${revision}`, terms: terms.value })
    : refuse('DIGEST_DIFFERENT', `the hub shows terms of ${id} that do not have their digest`)
}
