// SPDX-License-Identifier: Apache-2.0
import { accept, canonicalJson, refuse, type Outcome } from '@corridor/kernel'
import { digestOf } from '@corridor/message'
import { partiesOf } from '@corridor/policy'
import { rowsOfQuery, serviceContext, tell, type ServiceContext, type Tx } from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import type { AgreementCommand } from '../domain/agreement/acts'
import { agreementDecider, mayTakePlaceOf } from '../domain/agreement/decide'
import { judgePartners, type Registered } from '../domain/agreement/registered-partners'
import { standingOf, type KnownState } from '../domain/agreement/state'
import { commandOf, readAct, readTerms } from './agreement-acts'
import { toldOf } from './agreement-facts'
import { agreementsDue, loadAgreement, saveAgreement, type Evidence } from './agreement-store'
import { proveAct } from './prove-act'
import { proveOnce } from './prove-once'

/** Where an agreement stands after an act. */
export interface AgreementTold {
  readonly agreement: string
  readonly state: string
  readonly digest: string
}

/** A signed statement about an agreement: its canonical terms, or an act. */
export interface SignedAct {
  readonly agreement: string
  readonly bytes: Uint8Array
  readonly signature: string
}

/** A signed proposal: the act (it has the digest of the terms), and the terms. */
export interface SignedProposal extends Omit<SignedAct, 'agreement'> {
  readonly terms: unknown
}

/** The agreements: loads, asks the domain, saves, tells. */
@Injectable()
export class AgreementsService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** A party proposes terms, or answers the ones of an agreement that have a digest by others. What this hub would not keep is refused now. */
  async propose({
    terms: body,
    bytes,
    signature,
  }: SignedProposal): Promise<Outcome<AgreementTold>> {
    const terms = readTerms(body)
    if (!terms.ok) return terms
    const { id } = terms.value
    const digest = digestOf(Buffer.from(canonicalJson(terms.value)))
    const act = readAct(bytes)
    if (!act.ok) return act
    const { agreement, act: what, answers } = act.value
    if (what !== 'propose' || agreement !== id || act.value.digest !== digest)
      return refuse('AGREEMENT_DIFFERENT_TERMS', 'the signature is over other terms')
    return this.context.store.transaction(async (tx) => {
      const statement = { bytes, signature, typ: 'corridor-agreement-act' } as const
      const proved = await proveOnce(tx, statement, { ...this.judge(), act: 'propose' })
      if (!proved.ok) return proved
      const registered = await registeredOf(tx, partiesOf(terms.value))
      const judged = judgePartners(terms.value, registered)
      if (!judged.ok) return judged
      const { participant: by, evidence } = proved.value
      const offer = { by, at: this.now(), terms: terms.value, digest }
      const command: AgreementCommand =
        answers === undefined ? { do: 'propose', ...offer } : { do: 'counter', ...offer, answers }
      return this.act(tx, command, { id, evidence })
    })
  }

  /** A person signs the canonical bytes of the terms for a party, with an office key or a passkey. */
  async sign({ agreement: id, bytes, signature }: SignedAct): Promise<Outcome<AgreementTold>> {
    return this.context.store.transaction(async (tx) => {
      const statement = { bytes, signature, typ: 'corridor-agreement' } as const
      const proved = await proveAct(tx, statement, { ...this.judge(), act: 'sign' })
      if (!proved.ok) return proved
      const { participant: by, signer, evidence } = proved.value
      const command = { do: 'sign', by, signer, digest: digestOf(bytes), at: this.now() } as const
      return this.act(tx, command, { id, evidence })
    })
  }

  /** Any other act of a party: a signed statement that names the agreement and the digest of its terms. */
  async perform({ agreement: id, bytes, signature }: SignedAct): Promise<Outcome<AgreementTold>> {
    return this.context.store.transaction(async (tx) => {
      const statement = { bytes, signature, typ: 'corridor-agreement-act' } as const
      // Every party can read the acts of the others, and must not be able to repeat them.
      const proved = await proveOnce(tx, statement, { ...this.judge(), act: 'sign' })
      if (!proved.ok) return proved
      const act = readAct(bytes)
      if (!act.ok) return act
      if (act.value.agreement !== id)
        return refuse('AGREEMENT_DIFFERENT_TERMS', 'the act names another agreement')
      const { participant: by, evidence } = proved.value
      const command = commandOf(act.value, { by, at: this.now() })
      if (!command.ok) return command
      const about = { id, evidence, digest: act.value.digest }
      return this.act(tx, command.value, about)
    })
  }

  /** Agreements that the clock may have changed by now, those due for longest first. */
  due(most: number): Promise<readonly string[]> {
    return agreementsDue(this.context.store, this.context.clock(), most)
  }

  /** What the clock alone has changed of an agreement. */
  async pass(id: string): Promise<void> {
    const command = { do: 'pass', by: '', at: this.now() } as const
    await this.context.store.transaction((tx) =>
      this.act(tx, command, { id, evidence: { kid: null } }),
    )
  }

  private judge(): { readonly hubId: string; readonly at: Date } {
    return { hubId: this.context.environment.hubId, at: this.context.clock() }
  }

  private now(): string {
    return this.context.clock().toISOString()
  }

  private async act(
    tx: Tx,
    command: AgreementCommand,
    {
      id,
      evidence,
      digest,
    }: { readonly id: string; readonly evidence: Evidence; readonly digest?: string },
  ): Promise<Outcome<AgreementTold>> {
    const { state, salt } = await loadAgreement(tx, id)
    const decided = agreementDecider.decide(command, state)
    if (!decided.ok) return decided
    // After the decision: a stranger is told what strangers are told, whatever terms it has seen.
    if (digest !== undefined && state.status !== 'none' && digest !== state.digest)
      return refuse('AGREEMENT_DIFFERENT_TERMS', `the act is not about the terms of ${id}`)
    const now = decided.value.reduce(agreementDecider.evolve, state)
    if (now.status === 'none')
      throw new Error(`could not act on agreement ${id}: nothing came of it`)
    await saveAgreement(tx, decided.value, { state: now, salt, evidence })
    if (decided.value.some(({ fact }) => fact === 'entered-into-force'))
      await this.takePlace(tx, now)
    const told = toldOf(decided.value, { state: now, salt, evidence })
    if (told.length > 0) await tell(tx, told)
    return accept({ agreement: id, state: standingOf(now).status, digest: now.digest })
  }

  /** The agreement that a new one takes the place of ends in the same transaction: at no time do both hold, or neither. */
  private async takePlace(tx: Tx, next: KnownState): Promise<void> {
    const id = next.terms.supersedes
    if (id === undefined) return
    const { state } = await loadAgreement(tx, id)
    if (state.status === 'none' || !mayTakePlaceOf(state, next)) return
    const command = { do: 'supersede', by: next.terms.id, at: this.now() } as const
    await this.act(tx, command, { id, evidence: { kid: null } })
  }
}

function registeredOf(tx: Tx, participants: readonly string[]): Promise<readonly Registered[]> {
  return rowsOfQuery<Registered>(
    tx,
    'select id, kind, organisation from participant where id = any($1::text[])',
    [participants],
  )
}
