// SPDX-License-Identifier: Apache-2.0

/** Who signed, as far as two signatures have to be those of two people. */
export interface ActSigner {
  readonly kid: string
  readonly with: 'office-key' | 'passkey'
  /**
   * Tells one person from another: of a passkey the digest of the provider's subject, of an office key the first key of the row
   * of exchanges that it stands in.
   */
  readonly person: string
  /** The name in the register; null for an office key whose holder nobody named. */
  readonly name: string | null
}

/** A signer as facts keep it: before there were passkeys they kept the key alone. */
export type ActSignerKept = Pick<ActSigner, 'kid'> & Partial<ActSigner>

/**
 * True where two signatures may be one person's: the same key or an exchanged one, another passkey of the same person, the same
 * name, or a passkey beside an office key of which nobody knows whose it is.
 */
export function mayBeOnePerson(one: ActSigner, other: ActSigner): boolean {
  if (one.kid === other.kid || one.person === other.person) return true
  if (one.name !== null && other.name !== null) return spelt(one.name) === spelt(other.name)
  return one.with !== other.with
}

function spelt(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
