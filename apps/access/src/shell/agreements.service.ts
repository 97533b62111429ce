// SPDX-License-Identifier: Apache-2.0
import { validate, type Agreement } from '@corridor/contracts'
import { accept, canonicalJson, refuse, type Outcome } from '@corridor/kernel'
import { digestOf, newSalt, parseJson } from '@corridor/message'
import {
  fact,
  serviceContext,
  tell,
  type Fact,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import {
  agreementDecider,
  standingOf,
  type AgreementCommand,
  type AgreementFact,
  type AgreementState,
} from '../domain/agreement'
import { proveRequest, proveStatement, type Proof } from './proof'
import { agreementSignatureTable, agreementTable, type AgreementRow } from './agreement-tables'

/** Where an agreement stands after an act. */
export interface AgreementTold {
  readonly agreement: string
  readonly state: AgreementState['status']
  readonly digest: string
}

/** A party's signature over the canonical terms, or over its revocation. */
export interface SignedAct {
  readonly agreement: string
  readonly bytes: Uint8Array
  readonly signature: string
}

/** What an act came with: the statement that was signed, where there was one. */
interface Evidence {
  readonly agreement: string
  readonly bytes?: Uint8Array
  readonly signature?: string
}

/** The agreements: loads, asks the domain, saves, tells. */
@Injectable()
export class AgreementsService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** A party proposes terms. They are closed under contract: what this hub does not know or cannot enforce is refused now. */
  async propose(proof: Proof): Promise<Outcome<AgreementTold>> {
    const terms = readTerms(Buffer.from(proof.body, 'base64'))
    if (!terms.ok) return terms
    return this.context.store.transaction(async (tx) => {
      const proved = await proveRequest(tx, proof, { ...this.judge(), act: 'propose' })
      if (!proved.ok) return proved
      const digest = digestOf(Buffer.from(canonicalJson(terms.value)))
      const by = proved.value.participant
      const command = { do: 'propose', by, terms: terms.value, digest } as const
      return this.act(tx, command, { agreement: terms.value.id })
    })
  }

  /** A party signs the canonical bytes of the terms. */
  async sign(act: SignedAct): Promise<Outcome<AgreementTold>> {
    return this.context.store.transaction(async (tx) => {
      const proved = await proveStatement(tx, { ...act, typ: 'corridor-agreement' }, this.judge())
      if (!proved.ok) return proved
      const at = this.judge().at
      const by = proved.value.participant
      const command = { do: 'sign', by, digest: digestOf(act.bytes), at: at.toISOString() } as const
      const told = await this.act(tx, command, act)
      if (told.ok) {
        const row = {
          agreement: act.agreement,
          participant: by,
          kid: proved.value.kid,
          signature: act.signature,
          signedAt: at,
        }
        await tx.getRepository(agreementSignatureTable).insert(row)
      }
      return told
    })
  }

  /** A party revokes. Delivery releases nothing more from the moment that it hears the fact; measured revocation comes later. */
  async revoke(act: SignedAct): Promise<Outcome<AgreementTold>> {
    return this.context.store.transaction(async (tx) => {
      const proved = await proveStatement(tx, { ...act, typ: 'corridor-revocation' }, this.judge())
      if (!proved.ok) return proved
      const revocation = readRevocation(act.bytes)
      if (!revocation.ok) return revocation
      if (revocation.value.agreement !== act.agreement) {
        return refuse('AGREEMENT_DIFFERENT_TERMS', 'the revocation names another agreement')
      }
      const at = this.judge().at.toISOString()
      const { reason } = revocation.value
      return this.act(tx, { do: 'revoke', by: proved.value.participant, at, reason }, act)
    })
  }

  private judge(): { readonly hubId: string; readonly at: Date } {
    return { hubId: this.context.environment.hubId, at: this.context.clock() }
  }

  private async act(
    tx: Tx,
    command: AgreementCommand,
    evidence: Evidence,
  ): Promise<Outcome<AgreementTold>> {
    const id = evidence.agreement
    // One decision at a time for an agreement, also for one that has no row yet.
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`agreement ${id}`])
    const state = await loadAgreement(tx, id)
    const decided = agreementDecider.decide(command, state)
    if (!decided.ok) return decided
    const at = this.judge().at
    for (const happened of decided.value) await save(tx, happened, { ...evidence, at })
    const now = decided.value.reduce(agreementDecider.evolve, state)
    if (now.status === 'none')
      throw new Error(`could not act on agreement ${id}: nothing came of it`)
    const { salt } = await tx.getRepository(agreementTable).findOneByOrFail({ id })
    const told = decided.value.map((happened) => factOf(happened, now, { ...evidence, salt, at }))
    if (told.length > 0) await tell(tx, told)
    return accept({ agreement: id, state: now.status, digest: now.digest })
  }
}

function readTerms(bytes: Uint8Array): Outcome<Agreement> {
  const body = parseJson(bytes)
  if (!body.ok) return refuse('CONTENT_WRONG', 'the terms are not JSON')
  const terms = validate('agreement', '1.0.0', body.value)
  if (terms.ok) return terms
  // The contract is closed: a member or clause that it does not have is a term that nobody would enforce.
  return refuse('AGREEMENT_TERM_UNKNOWN', terms.refusal.detail)
}

function readRevocation(bytes: Uint8Array) {
  const body = parseJson(bytes)
  return body.ok
    ? validate('revocation', '0.1.0', body.value)
    : refuse('CONTENT_WRONG', 'the revocation is not JSON')
}

async function loadAgreement(tx: Tx, id: string): Promise<AgreementState> {
  const row = await tx.getRepository(agreementTable).findOneBy({ id })
  if (row === null) return { status: 'none' }
  const { terms, digest } = row
  if (row.revokedAt !== null)
    return { status: 'revoked', terms, digest, at: row.revokedAt.toISOString() }
  if (row.inForceAt !== null)
    return { status: 'in-force', terms, digest, since: row.inForceAt.toISOString() }
  const signatures = await tx.getRepository(agreementSignatureTable).findBy({ agreement: id })
  return {
    status: 'proposed',
    terms,
    digest,
    signedBy: signatures.map(({ participant }) => participant),
  }
}

async function save(
  tx: Tx,
  happened: AgreementFact,
  { agreement: id, signature, bytes, at }: Evidence & { readonly at: Date },
): Promise<void> {
  const agreements = tx.getRepository(agreementTable)
  switch (happened.fact) {
    case 'proposed': {
      const { terms, digest, by } = happened
      const row: AgreementRow = {
        id,
        terms,
        digest,
        salt: newSalt(),
        proposedBy: by,
        proposedAt: at,
        inForceAt: null,
        revokedAt: null,
        revokedBy: null,
        revocationReason: null,
        revocationSignature: null,
        revocationBytes: null,
      }
      await agreements.insert(row)
      return
    }
    case 'signed':
      return
    case 'in-force':
      await agreements.update({ id }, { inForceAt: at })
      return
    case 'revoked':
      await agreements.update(
        { id },
        {
          revokedAt: at,
          revokedBy: happened.by,
          revocationReason: happened.reason,
          revocationSignature: signature ?? null,
          revocationBytes: bytes === undefined ? null : Buffer.from(bytes),
        },
      )
  }
}

function factOf(
  happened: AgreementFact,
  now: Exclude<AgreementState, { readonly status: 'none' }>,
  { signature, salt, at }: Evidence & { readonly salt: string; readonly at: Date },
): Fact {
  const { terms, digest } = now
  // Terms can be guessed, a salt or a signature cannot: the journal tells a stranger nothing.
  const salted = digestOf(Buffer.from(`${salt}.${digest}`))
  const signed = signature === undefined ? salted : digestOf(Buffer.from(signature))
  const told = { agreement: terms.id, at: at.toISOString() }
  switch (happened.fact) {
    case 'proposed':
      return fact('access.agreement-proposed.v1', { ...told, commitment: salted, terms })
    case 'signed':
      return fact('access.agreement-signed.v1', { ...told, commitment: signed, by: happened.by })
    case 'in-force':
      return fact('access.agreement-in-force.v1', {
        ...told,
        commitment: salted,
        terms,
        standing: standingOf(now),
      })
    case 'revoked':
      return fact('access.agreement-revoked.v1', {
        ...told,
        commitment: signed,
        by: happened.by,
        terms,
        standing: standingOf(now),
      })
  }
}
