// SPDX-License-Identifier: Apache-2.0
import type { Leaf } from '@corridor/proof'

/** The facts that leave a line in the journal, with what of them is used. */
export interface JournalledFacts {
  'intake.recorded.v1': {
    readonly participant: string
    readonly id: string
    readonly receiptDigest: string
    readonly at: string
  }
  'intake.refused.v1': {
    readonly participant: string
    readonly receiptDigest: string
    readonly at: string
  }
  'access.agreement-proposed.v1': AgreementTold
  'access.agreement-signed.v1': AgreementTold
  'access.agreement-in-force.v1': Omit<AgreementTold, 'by'>
  'access.agreement-revoked.v1': AgreementTold
  'delivery.released.v1': {
    readonly agreement: string
    readonly clause: string
    readonly recipient: string
    readonly digest: string
    readonly at: string
  }
}

interface AgreementTold {
  readonly agreement: string
  readonly digest: string
  readonly by: string
  readonly at: string
}

/** A fact with its name. */
export type JournalledFact = {
  [Name in keyof JournalledFacts]: { readonly name: Name; readonly fact: JournalledFacts[Name] }
}[keyof JournalledFacts]

/** The line that a fact leaves: digests and ids, never a figure. */
export function leafOf({ name, fact }: JournalledFact): Leaf {
  switch (name) {
    case 'intake.recorded.v1':
      return {
        kind: 'accepted',
        subject: `${fact.participant}/${fact.id}`,
        digest: fact.receiptDigest,
        at: fact.at,
      }
    case 'intake.refused.v1':
      return { kind: 'refused', subject: fact.participant, digest: fact.receiptDigest, at: fact.at }
    case 'access.agreement-proposed.v1':
      return {
        kind: 'agreement-proposed',
        subject: `${fact.agreement}/${fact.by}`,
        digest: fact.digest,
        at: fact.at,
      }
    case 'access.agreement-signed.v1':
      return {
        kind: 'agreement-signed',
        subject: `${fact.agreement}/${fact.by}`,
        digest: fact.digest,
        at: fact.at,
      }
    case 'access.agreement-in-force.v1':
      return {
        kind: 'agreement-in-force',
        subject: fact.agreement,
        digest: fact.digest,
        at: fact.at,
      }
    case 'access.agreement-revoked.v1':
      return {
        kind: 'agreement-revoked',
        subject: `${fact.agreement}/${fact.by}`,
        digest: fact.digest,
        at: fact.at,
      }
    case 'delivery.released.v1':
      return {
        kind: 'delivery',
        subject: `${fact.recipient}/${fact.agreement}/${fact.clause}`,
        digest: fact.digest,
        at: fact.at,
      }
  }
}
