// SPDX-License-Identifier: Apache-2.0
import { problem, validate, type Agreement, type AgreementAct } from '@corridor/contracts'
import { accept, canonicalJson, refuse, type Outcome } from '@corridor/kernel'
import { digestOf, parseJson } from '@corridor/message'
import { clauseInWords, compare, headInWords, lint, recordInWords } from '@corridor/policy'
import { Refused } from '@corridor/platform'
import type { ProposalProps, TermsSaid, WrongTerms } from '../../views'
import type { Edge } from '../edge'
import { frameOf } from '../frame'
import type { AgreementRow } from '../reading'
import { participantsOf } from '../register-reading'
import type { Reader } from '../send-page'
import { toBeSigned } from './passkey-signing'
import { agreementFor } from './signing-props'

/** The longest terms that a page takes, in bytes. */
const mostBytes = 262_144

/** What the page of a proposal is asked for. */
export interface ProposalAsked {
  /** The agreement whose terms are answered; null for a new one. */
  readonly answers: string | null
  /** What was sent as terms; null before anything was. */
  readonly text: string | null
  /** Why the hub did not take what was signed; null before anything was. */
  readonly refused: string | null
}

/** The page of a proposal, or null where there is no agreement to answer for this reader. */
export async function proposalProps(
  edge: Edge,
  reader: Reader,
  { answers, text, refused }: ProposalAsked,
): Promise<ProposalProps | null> {
  const table = answers === null ? null : await onTheTable(edge, reader, answers)
  if (table === undefined) return null
  const base = {
    frame: frameOf(edge, reader.actor),
    answers: table === null ? null : { id: table.id, digest: table.digest },
    text: text ?? (table === null ? '' : written(table.terms)),
  }
  const nothing = { terms: null, differences: null, toSign: null }
  if (text === null) return { ...base, ...nothing, wrong: null }
  const read = readTerms(text, table)
  if ('why' in read) return { ...base, ...nothing, wrong: read }
  const said = await saidOf(edge, read)
  const isStopped = said.findings.some(({ severity }) => severity === 'error')
  return {
    ...base,
    wrong: refused === null ? null : { why: 'refused', detail: refused },
    terms: said,
    differences: table === null ? null : compare(table.terms, read),
    toSign: isStopped ? null : await signable(edge, reader, { terms: read, said, table }),
  }
}

/** The agreement whose terms can be answered now; undefined where there is none for this reader. */
async function onTheTable(
  edge: Edge,
  reader: Reader,
  id: string,
): Promise<AgreementRow | undefined> {
  const row = await agreementFor(edge, reader, id)
  if (row === undefined || row.state === 'proposed' || row.state === 'signing') return row
  const detail = `${id} is ${row.state}: its terms stand`
  throw new Refused(refuse('AGREEMENT_NOT_NOW', detail).refusal)
}

// As people write it.
function written(terms: unknown): string {
  return JSON.stringify(terms, undefined, 2)
}

function readTerms(text: string, table: AgreementRow | null): Agreement | WrongTerms {
  if (text.trim() === '') return { why: 'missing', detail: '' }
  if (Buffer.byteLength(text) > mostBytes) return { why: 'too-long', detail: '' }
  const body = parseJson(Buffer.from(text))
  if (!body.ok) return { why: 'not-json', detail: body.refusal.detail }
  const terms = validate('agreement', '1.0.0', body.value)
  if (!terms.ok) return { why: 'not-terms', detail: terms.refusal.detail }
  if (table !== null && terms.value.id !== table.id) return { why: 'other-agreement', detail: '' }
  return terms.value
}

async function saidOf({ store }: Edge, terms: Agreement): Promise<TermsSaid> {
  const letter = canonicalJson(terms)
  const findings = lint(terms, await participantsOf(store))
  return {
    head: headInWords(terms),
    enforced: terms.enforced.map((clause) => ({ id: clause.id, says: clauseInWords(clause) })),
    recorded: terms.recorded.map((clause) => ({ id: clause.id, says: recordInWords(clause) })),
    ...{ digest: digestOf(Buffer.from(letter)), letter },
    findings: findings.map(({ code, severity, clauses, detail }) => {
      return { severity, clauses, says: detail, remedy: problem(code).remedy }
    }),
  }
}

interface Meant {
  readonly terms: Agreement
  readonly said: TermsSaid
  readonly table: AgreementRow | null
}

function signable(edge: Edge, reader: Reader, { terms, said, table }: Meant) {
  const at = edge.clock().toISOString()
  const answers = table === null ? {} : { answers: table.digest }
  const about = { agreement: terms.id, act: 'propose', digest: said.digest } as const
  const act: AgreementAct = { ...about, at, ...answers }
  const counter = table === null ? '' : ' --counter'
  return toBeSigned(edge, reader, {
    ...{ typ: 'corridor-agreement-act', role: 'propose', text: canonicalJson(act) },
    action: '/proposals',
    command: `corridor agreements propose ${terms.id}.json${counter}`,
    // The signature is over their digest, by which access knows other terms.
    beside: { terms: Buffer.from(said.letter).toString('base64url') },
  })
}

/** The terms that a signed form has brought, with their text as people write it. */
export function termsIn(
  form: URLSearchParams,
): Outcome<{ readonly text: string; readonly terms: unknown }> {
  const body = parseJson(Buffer.from(form.get('terms') ?? '', 'base64url'))
  return body.ok
    ? accept({ text: written(body.value), terms: body.value })
    : refuse('CONTENT_WRONG', 'the form has no terms')
}

/** The agreement that a signed form answers; null where it answers none. */
export function answeredIn(bytes: string): string | null {
  const body = parseJson(Buffer.from(bytes, 'base64'))
  const act = body.ok ? validate('agreement-act', '1.0.0', body.value) : body
  return act.ok && act.value.answers !== undefined ? act.value.agreement : null
}
