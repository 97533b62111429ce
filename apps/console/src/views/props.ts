// SPDX-License-Identifier: Apache-2.0
// What a page shows. The shell fills these from the services' views; a page computes every sentence and total from them.
import type { Language } from '../i18n/catalogue'

/** A participant as people read it: `code` "BE", `name` "Belgium". */
export interface Place {
  readonly code: string
  readonly name: string
}

/** What stands around every page: address of the sheet and the icon, the bar at the top, who is signed in. */
export interface Frame {
  readonly language: Language
  /** Addresses that the hub itself serves, such as "/assets/console.1a2b3c4d.css". */
  readonly stylesheet: string
  readonly icon: string
  readonly hubName: string
  /** Version of the hub's software, such as "0.1.0". */
  readonly version: string
  /** One line at the very top, such as "Demonstration. Published figures; the offices took no part." */
  readonly notice: string | null
  readonly viewer: Viewer | null
  readonly addresses: Addresses
}

/** Where the links of the frame lead; `signOut` takes a POST, null draws no button. */
export interface Addresses {
  readonly corridors: string
  readonly agreements: string
  /** Null for an operator, who reads neither. */
  readonly cases: string | null
  readonly reports: string | null
  readonly signOut: string | null
  /** Null where nobody has signed in with a name of their own. */
  readonly passkeys: string | null
  /** Null for whoever is no state: only states have offices that release figures. */
  readonly offices: string | null
}

/** Who reads the page. */
export interface Viewer {
  readonly participant: Place
  readonly office: string
  readonly kind: 'state' | 'committee' | 'secretariat' | 'partner' | 'operator'
}

/** What one side says. Four things that are never mixed, and none of the last three is a zero. */
export type Said =
  | { readonly kind: 'value'; readonly persons: number }
  | { readonly kind: 'no-report' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'not-applicable' }

/** How a side counts: the definition record of its message, in codes. */
export interface Definition {
  /** "P12M" or "permanent". */
  readonly minimumStay: string
  readonly population: string
  readonly source: string
  readonly partnerConcept: string
}

/** The judgement of the report. `difference` = origin minus destination, in persons, sign kept; asymmetry in percent, 0 to 200. */
export type Judgement =
  | {
      readonly outcome: 'within' | 'outside'
      readonly difference: number
      readonly asymmetryPercent: number
    }
  | {
      readonly outcome: 'not-comparable'
      readonly difference: number | null
      readonly asymmetryPercent: number | null
      /** The report's own words; shown where the definition records are not given. */
      readonly reason: string
    }
  | { readonly outcome: 'one-sided'; readonly reason: string }

/** One compared figure: one direction of a corridor in one period. */
export interface Figure {
  readonly origin: Place
  readonly destination: Place
  /** "2016", "2016-Q4" or "2016-12": sorts as text. */
  readonly period: string
  /** Words of what the figure is broken down by ("Women, 25 to 29 years"); null for the total. */
  readonly breakdown: string | null
  readonly originSays: Said
  readonly destinationSays: Said
  readonly originCounts: Definition | null
  readonly destinationCounts: Definition | null
  readonly judgement: Judgement
  /** Address of the review page with this figure selected. */
  readonly href: string
}

/** Where an agreement stands. Moments and days in RFC 3339. `in-force` may have `periods` not yet reported. */
export type AgreementState =
  | {
      readonly state: 'proposed'
      readonly proposedAt: string
      readonly waitingFor: readonly Place[]
    }
  | { readonly state: 'signed' | 'provisional'; readonly until: string }
  | { readonly state: 'in-force'; readonly since: string }
  | { readonly state: 'suspended'; readonly by: readonly Place[] }
  | {
      readonly state: 'revoked'
      readonly at: string
      readonly by: Place
      readonly reason: string
    }
  | { readonly state: 'ended'; readonly on: string }

/** An agreement in a list. */
export interface AgreementLine {
  readonly id: string
  readonly title: string
  readonly parties: readonly Place[]
  readonly term: { readonly from: string; readonly until: string }
  readonly standing: AgreementState
  /** Address of the corridor's review page; null where there is nothing to see. */
  readonly href: string | null
}

/** One corridor of the home page: its agreement and every figure compared under it (empty where nothing is, or denied). */
export interface Corridor {
  readonly agreement: AgreementLine
  readonly tolerancePercent: number
  readonly figures: readonly Figure[]
}

/** One corridor as the operator may see it: counts, never figures. */
export interface CorridorCounts {
  readonly agreement: AgreementLine
  readonly within: number
  readonly outside: number
  readonly notComparable: number
  readonly oneSided: number
}

/** The region's feed, as the secretariat may see it. Persons; null where nobody reported. */
export interface Feed {
  readonly region: string
  readonly version: number
  readonly madeAt: string
  readonly members: readonly Place[]
  /** Codes of the members that consented. */
  readonly consented: readonly string[]
  /** Directed corridors that the sums hold. */
  readonly corridors: number
  readonly moves: readonly FeedMoves[]
  readonly byMember: readonly FeedMember[]
}

/** Moves among the members in one period, as each side reports them. */
export interface FeedMoves {
  readonly period: string
  readonly asReportedByOrigins: number | null
  readonly asReportedByDestinations: number | null
}

/** Moves to (`fromMembers`) and from (`toMembers`) one member in one period. Never subtracted from each other. */
export interface FeedMember {
  readonly member: Place
  readonly period: string
  readonly fromMembers: number | null
  readonly toMembers: number | null
}

/** The home page. What each audience may not see has no place in its props. `credit` is the source line of the figures, where there is one. */
export type CorridorsProps = { readonly frame: Frame; readonly credit: string | null } & (
  | { readonly audience: 'party'; readonly corridors: readonly Corridor[] }
  | { readonly audience: 'secretariat'; readonly feed: Feed | null }
  | { readonly audience: 'operator'; readonly corridors: readonly CorridorCounts[] }
)

/** One clause of an agreement; the codes are those of the agreement contract. */
export type Clause =
  | {
      readonly kind: 'share'
      readonly id: string
      readonly from: readonly Place[]
      readonly to: readonly Place[]
      readonly periods: { readonly from: string; readonly until: string } | null
      /** True where only totals are shared, not figures by sex, age, occupation, sector or stay. */
      readonly totalsOnly: boolean
    }
  | { readonly kind: 'protect'; readonly id: string; readonly rule: string }
  | { readonly kind: 'reconcile'; readonly id: string; readonly tolerancePercent: number }
  | { readonly kind: 'aggregate'; readonly id: string; readonly from: readonly Place[] }
  /** A clause that has no words of the console's own; a recorded one is nothing that the hub keeps anybody to. */
  | {
      readonly kind: 'said'
      readonly id: string
      readonly says: string
      readonly isRecorded: boolean
    }

/** The facts of the agreement under which a report was made. */
export interface AgreementFacts extends AgreementLine {
  readonly committee: Place | null
  readonly clauses: readonly Clause[]
  /** Topics that the parties say they have not agreed on. */
  readonly notAgreed: readonly string[]
  readonly signatures: readonly { readonly by: Place; readonly at: string }[]
}

/** The review page of one corridor. `selected` is one of `figures` (its `href`); where it is not, the latest is shown. */
export interface ReviewProps {
  readonly frame: Frame
  readonly credit: string | null
  readonly agreement: AgreementFacts
  readonly tolerancePercent: number
  /** Null before the first report. */
  readonly report: { readonly version: number; readonly madeAt: string } | null
  readonly figures: readonly Figure[]
  readonly selected: string | null
}

/** The list of agreements of the participant. */
export interface AgreementsProps {
  readonly frame: Frame
  readonly agreements: readonly AgreementLine[]
  /** Where the reader proposes one; null where its roles do not. */
  readonly propose: string | null
}

/** Why the reader is not signed in. */
export interface SignedOutProps {
  readonly frame: Frame
  readonly why: 'not-signed-in' | 'session-ended' | 'link-not-good' | 'signed-out' | 'sign-in-wrong'
}

/** The form of the local provider of sign-ins. */
export interface LocalSignInProps {
  readonly frame: Frame
  readonly uid: string
  /** True where what was entered was not right. */
  readonly wrong: boolean
}

/** What was refused: the catalogue's words, and where to go back to. */
export interface RefusedProps {
  readonly frame: Frame
  readonly code: string
  readonly detail: string
  readonly back: string
}

/** A page that does not exist, or is not for this reader: the same words for both. */
export interface NotFoundProps {
  readonly frame: Frame
}

/** A fault of ours. `code` and `reference` are what the reader tells the operator. */
export interface ProblemProps {
  readonly frame: Frame
  readonly code: string | null
  readonly reference: string | null
}
