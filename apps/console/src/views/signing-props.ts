// SPDX-License-Identifier: Apache-2.0
// What the pages show on which people sign.
import type { Catalogue } from '../i18n/catalogue'
import type { AgreementFacts, Frame, Place } from './props'

/** An act about an agreement: signing its terms, or one of the acts of its contract. */
export type SignedActName = Exclude<keyof Catalogue['signing']['acts'], 'propose' | 'counter'>

/** What a form asks a passkey for. The script on the page takes it from there; nothing else of the page needs the script. */
export interface PasskeyAsk {
  /** Where the form is sent. */
  readonly action: string
  readonly kind: 'create' | 'get'
  /** Options of WebAuthn as JSON, bytes in base64url. */
  readonly options: object
  /** What goes back beside the passkey's answer. */
  readonly hidden: Readonly<Record<string, string>>
}

/** Why nobody can sign on this page. */
export type NoSigning = 'not-person' | 'no-role' | 'no-passkey' | 'no-name'

/** What an act needs to be said with it. */
export interface ActWords {
  readonly reason?: string
  readonly clauses?: string
  readonly participant?: string
}

/** What somebody is asked to sign, and with what. */
export interface ToSign {
  /** Address of the script that asks the passkey. */
  readonly script: string
  readonly signer: { readonly participant: Place; readonly office: string; readonly person: string }
  /** The canonical bytes that are signed, as text. */
  readonly document: { readonly text: string; readonly digest: string }
  readonly ask: PasskeyAsk | null
  /** Why there is nothing to ask a passkey for. */
  readonly why: NoSigning | null
  /** The address of the hub, where it is no name. */
  readonly address: string
  /** The command that does the same with an office's key. */
  readonly command: string
}

/** The page of one act: what has to be said with it first (`toSign` null), then what is signed. */
export interface SigningProps {
  readonly frame: Frame
  readonly agreement: AgreementFacts
  readonly act: SignedActName
  /** Digest of the terms. */
  readonly digest: string
  readonly needs: readonly (keyof ActWords)[]
  readonly words: ActWords
  readonly toSign: ToSign | null
}

/** One act of an agreement's history. */
export interface ActLine {
  readonly number: number
  readonly at: string
  readonly act: string
  readonly by: string | null
  readonly reason: string
  readonly signer: {
    readonly with: 'office-key' | 'passkey'
    readonly name: string | null
  } | null
}

/** The page of one agreement: its terms, its history, and what the reader can sign. */
export interface AgreementProps {
  readonly frame: Frame
  readonly agreement: AgreementFacts
  readonly digest: string
  readonly history: readonly ActLine[]
  /** Acts that are open to the reader now; null where the reader is no person. */
  readonly mayDo:
    readonly { readonly act: SignedActName | 'counter'; readonly href: string }[] | null
  /** True right after a signature. */
  readonly done: boolean
  readonly command: string
}

/** The page of releasing offices: what holds, a form, then (`toSign`) what is signed. */
export interface ReleasingOfficesProps {
  readonly frame: Frame
  /** Of each contract that figures are sent by: the office, null where the last message of any holds. */
  readonly named: readonly {
    readonly contract: string
    readonly office: string | null
    /** Null where nobody has ever said. */
    readonly signed: {
      readonly at: string
      readonly by: string | null
      readonly office: string | null
    } | null
  }[]
  /** Codes of the reader's offices. */
  readonly offices: readonly string[]
  readonly asked: { readonly contract: string; readonly office: string | null } | null
  /** True right after a signature. */
  readonly done: boolean
  readonly toSign: ToSign | null
}

/** One passkey in a list. */
export interface PasskeyLine {
  readonly kid: string
  readonly name: string
  readonly person: string
  readonly registeredAt: string
  readonly state: 'good' | 'waits' | 'removed'
  readonly synced: boolean
}

/** The page of a person's passkeys. */
export interface PasskeysProps {
  readonly frame: Frame
  readonly script: string
  readonly own: readonly PasskeyLine[]
  readonly colleagues: readonly PasskeyLine[]
  readonly ask: PasskeyAsk | null
  readonly why: 'sign-in-again' | 'signs-nothing' | 'no-name' | null
  readonly address: string
  readonly said: 'registered' | 'removed' | null
}
