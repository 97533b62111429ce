// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { signedRequest, type Profile } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { exitCodes } from '../exit-code'
import { clean } from '../output/clean'
import { count, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

interface Finding {
  readonly code: string
  readonly where: 'outbox' | 'stream'
  readonly place: number
  readonly sender: string
  readonly recipient: string
  readonly detail: string
}

interface Step {
  readonly findings: readonly Finding[]
  readonly statements: number
  readonly next: string | null
}

/** Audits the disclosure ledger, step by step to the end. */
export async function auditOfLedger(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const findings: Finding[] = []
  let statements = 0
  for (let after: string | null = 'outbox:0'; after !== null;) {
    const step: Outcome<Step> = await stepAfter(profile.value, after)
    if (!step.ok) return step
    findings.push(...step.value.findings)
    statements += step.value.statements
    after = step.value.next
  }
  return accept(answerOf(findings, statements))
}

function stepAfter(profile: Profile, after: string): Promise<Outcome<Step>> {
  const query = new URLSearchParams({ after }).toString()
  return signedRequest<Step>(profile, { method: 'GET', target: `/api/ledger/audit?${query}` })
}

function answerOf(findings: readonly Finding[], statements: number): Answer {
  const json = { statements, findings }
  const looked = `${count(statements, 'statement')} in outbox and streams`
  if (findings.length === 0)
    return {
      text: `OK  ${looked}: each that hands over figures is in the ledger, each row under one clause that granted it.`,
      json,
    }
  const lines = findings.map(
    ({ code, where, place, sender, recipient, detail }) =>
      `    ${clean(code)}  ${clean(sender)} to ${clean(recipient)}, ${where} ${whole(place)}: ${clean(detail, 300)}`,
  )
  const text = `STOP  ${looked}: ${count(findings.length, 'finding')}.\n${lines.join('\n')}`
  return { text, json, exit: exitCodes.notGenuine }
}
