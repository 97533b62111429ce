// SPDX-License-Identifier: Apache-2.0
// What the page shows on which terms are proposed, and answered by other terms.
import type { Catalogue } from '../i18n/catalogue'
import type { Frame } from './props'
import type { ToSign } from './signing-props'

/** A clause in plain words. */
export interface ClauseSaid {
  readonly id: string
  readonly says: string
}

/** Terms, to be read before they are signed. */
export interface TermsSaid {
  readonly head: readonly { readonly member: string; readonly says: string }[]
  readonly enforced: readonly ClauseSaid[]
  readonly recorded: readonly ClauseSaid[]
  readonly digest: string
  /** The canonical bytes, as text. */
  readonly letter: string
  readonly findings: readonly FindingSaid[]
}

/** What the linter has found; an error stops the proposal. */
export interface FindingSaid {
  readonly severity: 'error' | 'warning'
  readonly clauses: readonly string[]
  readonly says: string
  /** What to do about it. */
  readonly remedy: string
}

/** What differs between the terms on the table and the proposed ones; null: what is not there. */
export interface DifferenceSaid {
  readonly part: 'head' | 'enforced' | 'recorded'
  readonly of: string
  readonly change: 'added' | 'removed' | 'changed' | 'renumbered'
  readonly members: readonly string[]
  readonly before: string | null
  readonly after: string | null
}

/** What is the matter with what was sent. */
export interface WrongTerms {
  readonly why: keyof Catalogue['proposals']['wrong']
  /** In a sentence; empty where there is no more to say. */
  readonly detail: string
}

/** The page of a proposal: first its form, then (`terms`) what is proposed, and what is signed. */
export interface ProposalProps {
  readonly frame: Frame
  /** The terms on the table that are answered; null where the agreement is new. */
  readonly answers: { readonly id: string; readonly digest: string } | null
  /** What stands in the form. */
  readonly text: string
  readonly wrong: WrongTerms | null
  readonly terms: TermsSaid | null
  /** Null where nothing is answered. */
  readonly differences: readonly DifferenceSaid[] | null
  readonly toSign: ToSign | null
}
