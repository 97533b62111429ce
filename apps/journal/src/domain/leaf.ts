// SPDX-License-Identifier: Apache-2.0
import type { Leaf } from '@corridor/proof'

/** The facts that leave a line in the journal, with what of them is used. */
export interface JournalledFacts {
  'intake.recorded.v1': ReceiptTold
  'intake.refused.v1': ReceiptTold
  'access.agreement-act.v1': AgreementTold
  'delivery.released.v1': DeliveryTold
}

interface ReceiptTold {
  readonly receiptDigest: string
  readonly at: string
}

interface AgreementTold {
  /** What has happened, such as signed. */
  readonly act: string
  /** Salted, or of a signature: whoever does not hold the agreement learns nothing from it. */
  readonly commitment: string
  readonly at: string
}

interface DeliveryTold {
  readonly digest: string
  readonly at: string
}

/** A fact with its name. */
export type JournalledFact = {
  [Name in keyof JournalledFacts]: { readonly name: Name; readonly fact: JournalledFacts[Name] }
}[keyof JournalledFacts]

/** The line that a fact leaves: a digest, never a figure and never who has what with whom. */
export function leafOf({ name, fact }: JournalledFact): Leaf {
  switch (name) {
    case 'intake.recorded.v1':
      return { kind: 'accepted', digest: fact.receiptDigest, at: fact.at }
    case 'intake.refused.v1':
      return { kind: 'refused', digest: fact.receiptDigest, at: fact.at }
    case 'access.agreement-act.v1':
      return { kind: `agreement-${fact.act}`, digest: fact.commitment, at: fact.at }
    case 'delivery.released.v1':
      return { kind: 'delivery', digest: fact.digest, at: fact.at }
  }
}
