// SPDX-License-Identifier: Apache-2.0
import { validate, type AgreementAct } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { decideAct } from '@corridor/message'
import { Refused } from '@corridor/platform'
import type { ActLine, ActWords, AgreementProps, SignedActName, SigningProps } from '../../views'
import { openActs, type Situation } from '../../domain/acts-open'
import type { Edge } from '../edge'
import { frameOf } from '../frame'
import { factsOf, placesOf } from '../page-props'
import { actsOf, agreementsOf, type ActRow, type AgreementRow } from '../reading'
import type { Reader } from '../send-page'
import { toBeSigned } from './passkey-signing'

const names: readonly SignedActName[] = [
  ...(['sign', 'decline', 'reserve', 'notify', 'suspend', 'resume', 'terminate'] as const),
  ...(['withdraw', 'accede', 'consent', 'refuse'] as const),
]

/** What has to be said with an act, by its kind (`commandOf` of access asks for the same). */
const needsOf: Readonly<Record<SignedActName, readonly (keyof ActWords)[]>> = {
  ...{ sign: [], notify: [], resume: [], accede: [] },
  ...{ decline: ['reason'], suspend: ['reason'], terminate: ['reason'], withdraw: ['reason'] },
  ...{ reserve: ['clauses'], consent: ['participant'], refuse: ['participant', 'reason'] },
}

/** What may be said with an act, and is asked for too: an empty answer is one. */
const mayNeed: Partial<Record<SignedActName, keyof ActWords>> = { accede: 'clauses' }

/** The act with a name, or undefined. */
export function actNamed(name: string): SignedActName | undefined {
  return names.find((known) => known === name)
}

/** An agreement that a reader may see, or undefined. */
export async function agreementFor(
  edge: Edge,
  { actor }: Reader,
  id: string,
): Promise<AgreementRow | undefined> {
  return (await agreementsOf(edge.store, actor)).find((row) => row.id === id)
}

/** The page of an agreement, or null where there is none for this reader. */
export async function agreementProps(
  edge: Edge,
  reader: Reader,
  { id, done }: { readonly id: string; readonly done: boolean },
): Promise<AgreementProps | null> {
  const row = await agreementFor(edge, reader, id)
  if (row === undefined) return null
  const [places, acts] = await Promise.all([placesOf(edge), actsOf(edge.store, reader.actor, id)])
  const signs = reader.person !== null && decideAct(reader.actor, 'sign').ok
  const proposes = reader.person !== null && decideAct(reader.actor, 'propose').ok
  const open = openActs(situationOf(row), reader.actor.participant).filter(({ act }) =>
    act === 'counter' ? proposes : signs,
  )
  return {
    ...{
      frame: frameOf(edge, reader.actor),
      agreement: factsOf(row, places, edge),
      digest: row.digest,
    },
    history: (acts ?? []).map((act) => lineOf(act, (code) => places(code).name)),
    mayDo:
      reader.person === null
        ? null
        : open.map(({ act, about }) => ({ act, href: hrefOf(id, act, about) })),
    ...{ done, command: `corridor agreements show ${id}` },
  }
}

function hrefOf(id: string, act: string, about?: string): string {
  if (act === 'counter') return `/proposals?answers=${encodeURIComponent(id)}`
  const page = `/agreements/${encodeURIComponent(id)}/acts/${act}`
  return about === undefined ? page : `${page}?participant=${encodeURIComponent(about)}`
}

function situationOf({ terms, ...row }: AgreementRow): Situation {
  return {
    ...{ status: row.state, asked: terms.parties, parties: row.parties },
    signed: row.signatures.map(({ participant }) => participant),
    onNotices: terms.entryIntoForce.rule === 'on-notices',
    ...{ noticed: row.notices, suspendedBy: row.suspendedBy },
    isOpen: terms.accession.rule === 'with-consent',
    accessions: row.accessions,
  }
}

function lineOf(row: ActRow, nameOf: (code: string) => string): ActLine {
  const { number, at, act, by, detail, signedWith, signerName } = row
  const reason = typeof detail['reason'] === 'string' ? detail['reason'] : ''
  const signer = signedWith === null ? null : { with: signedWith, name: signerName }
  return { number, at, act, by: by === null ? null : nameOf(by), reason, signer }
}

/** The page of one act, or null where there is none for this reader. */
export async function signingProps(
  edge: Edge,
  reader: Reader,
  {
    id,
    act,
    words,
  }: { readonly id: string; readonly act: SignedActName; readonly words: ActWords },
): Promise<SigningProps | null> {
  const row = await agreementFor(edge, reader, id)
  if (row === undefined) return null
  const { actor } = reader
  const places = await placesOf(edge)
  const optional = mayNeed[act]
  const needs = [
    ...needsOf[act].filter((need) => (words[need] ?? '') === ''),
    ...(optional === undefined || words[optional] !== undefined ? [] : [optional]),
  ]
  const text = needs.length > 0 ? null : documentOf(row, { act, words, at: edge.clock() })
  const typ = act === 'sign' ? ('corridor-agreement' as const) : ('corridor-agreement-act' as const)
  const asked = {
    typ,
    role: 'sign' as const,
    action: hrefOf(id, act),
    command: commandOf(id, act, words),
  }
  return {
    ...{ frame: frameOf(edge, actor), act, needs, words },
    ...{ agreement: factsOf(row, places, edge), digest: row.digest },
    toSign: text === null ? null : await toBeSigned(edge, reader, { ...asked, text }),
  }
}

/** The canonical bytes that are signed, as text: the terms, or the document of the act about them. */
function documentOf(
  { id, terms, digest }: AgreementRow,
  { act, words, at }: { readonly act: SignedActName; readonly words: ActWords; readonly at: Date },
): string {
  if (act === 'sign') return canonicalJson(terms)
  const { reason, participant } = words
  const clauses = clausesIn(words)
  const document: AgreementAct = {
    ...{ agreement: id, act, digest, at: at.toISOString() },
    ...(reason === undefined ? {} : { reason }),
    ...(clauses.length === 0 ? {} : { clauses }),
    ...(participant === undefined ? {} : { participant }),
  }
  const judged = validate('agreement-act', '1.0.0', document)
  if (!judged.ok) throw new Refused(judged.refusal)
  return canonicalJson(document)
}

function clausesIn({ clauses = '' }: ActWords): readonly string[] {
  return clauses.split(/[\s,]+/).filter((clause) => clause !== '')
}

function commandOf(id: string, act: SignedActName, words: ActWords): string {
  const operand = words.participant === undefined ? '' : ` ${words.participant}`
  const reason = words.reason === undefined ? '' : ` --reason ${JSON.stringify(words.reason)}`
  const left = clausesIn(words)
  const clauses = left.length === 0 ? '' : ` --clauses ${left.join(',')}`
  return `corridor agreements ${act} ${id}${operand}${reason}${clauses}`
}
