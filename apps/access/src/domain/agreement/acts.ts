// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import type { Outcome } from '@corridor/kernel'
import type { AgreementRefusal } from '../refusals'
import type { Signer, SignerKept } from './signer'
import type { Accession } from './state'

interface ByParty {
  readonly by: string
  /** The instant of the hub's clock, as an ISO string. */
  readonly at: string
}

/** What a participant, another agreement (supersede) or the clock (pass) asks of an agreement. */
export type AgreementCommand = ByParty &
  (
    | { readonly do: 'propose'; readonly terms: Agreement; readonly digest: string }
    | {
        readonly do: 'counter'
        readonly terms: Agreement
        readonly digest: string
        /** The digest of the terms that it answers. */
        readonly answers: string
      }
    | { readonly do: 'decline'; readonly reason: string }
    | { readonly do: 'sign'; readonly digest: string; readonly signer: Signer }
    | { readonly do: 'reserve'; readonly clauses: readonly string[] }
    | { readonly do: 'notify' }
    | { readonly do: 'suspend'; readonly reason: string }
    | { readonly do: 'resume' }
    | { readonly do: 'terminate'; readonly reason: string }
    | { readonly do: 'withdraw'; readonly reason: string }
    | { readonly do: 'accede'; readonly digest: string; readonly clauses: readonly string[] }
    | { readonly do: 'consent'; readonly to: string }
    | { readonly do: 'refuse'; readonly to: string; readonly reason: string }
    | { readonly do: 'supersede' }
    | { readonly do: 'pass' }
  )

/** A command of one kind. */
export type CommandTo<Verb extends AgreementCommand['do']> = Extract<AgreementCommand, { do: Verb }>

/** What then has happened. `by` is null where it was the clock. */
export type AgreementFact = { readonly by: string | null; readonly at: string } & (
  | {
      readonly fact: 'proposed'
      readonly terms: Agreement
      readonly digest: string
      readonly revision: number
      readonly until: string
    }
  | { readonly fact: 'declined'; readonly reason: string }
  | ({ readonly fact: 'signed' } & SignerKept)
  | { readonly fact: 'reserved'; readonly clauses: readonly string[] }
  | { readonly fact: 'completed'; readonly until: string }
  | { readonly fact: 'noticed' }
  | { readonly fact: 'applied-provisionally' }
  | { readonly fact: 'entered-into-force' }
  | { readonly fact: 'suspended'; readonly reason: string }
  | { readonly fact: 'resumed' }
  | { readonly fact: 'terminated'; readonly reason: string }
  | { readonly fact: 'left'; readonly reason: string }
  | { readonly fact: 'accession-asked'; readonly accession: Accession }
  | { readonly fact: 'consented'; readonly to: string }
  | { readonly fact: 'acceded'; readonly participant: string }
  | { readonly fact: 'accession-refused'; readonly participant: string; readonly reason: string }
  | { readonly fact: 'superseded' }
  | { readonly fact: 'lapsed'; readonly reason: string }
  | { readonly fact: 'expired' }
)

/** A fact of one kind. */
export type FactOf<Kind extends AgreementFact['fact']> = Extract<AgreementFact, { fact: Kind }>

/** What an act comes to: what has happened, or why it was refused. */
export type Decided = Outcome<readonly AgreementFact[], AgreementRefusal>
