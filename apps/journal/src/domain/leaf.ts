// SPDX-License-Identifier: Apache-2.0
import type { Leaf } from '@corridor/proof'

/** The facts that leave a line in the journal, with what of them is used. */
export interface JournalledFacts {
  'intake.recorded.v1': ReceiptTold
  'intake.recorded-internally.v1': ReceiptTold
  'intake.refused.v1': ReceiptTold
  'access.agreement-act.v1': AgreementTold
  'access.releasing-office-named.v1': CommittedTold
  'access.key-act.v1': ActTold
  'intake.doubt-act.v1': ActTold
  'delivery.released.v1': StatementTold
  'delivery.withdrawn.v1': StatementTold
  'intake.erased.v1': ErasureTold
  'reconciliation.reported.v1': StatementTold
  'reconciliation.case-act.v1': ReviewTold
  'reconciliation.report-act.v1': ReviewTold
  'aggregation.fed.v1': StatementTold
}

interface ReceiptTold {
  readonly receiptDigest: string
  readonly at: string
}

interface CommittedTold {
  /** Salted, or of a signature: whoever does not hold the document learns nothing from it. */
  readonly commitment: string
  readonly at: string
}

interface AgreementTold extends CommittedTold {
  /** What has happened, such as signed. */
  readonly act: string
}

interface StatementTold {
  /** Of the salted statement; a report of an earlier version of the hub was told without. */
  readonly digest?: string
  readonly at: string
}

/** Of the salted statement about a key, or of the signed order that clears a message. */
interface ActTold {
  /** What has happened, such as `passkey-confirmed`. */
  readonly act: string
  readonly digest: string
  readonly at: string
}

interface ReviewTold extends StatementTold {
  /** What has happened, such as signed. */
  readonly act: string
}

interface ErasureTold {
  /** Of the receipt of the message that was deleted, which stays; the first version told none. */
  readonly receiptDigest?: string
  readonly at: string
}

/** A fact with its name. */
export type JournalledFact = {
  [Name in keyof JournalledFacts]: { readonly name: Name; readonly fact: JournalledFacts[Name] }
}[keyof JournalledFacts]

/** The line that a fact leaves: a digest, never a figure and never who has what with whom; none where no digest was told. */
export function leafOf({ name, fact }: JournalledFact): Leaf | undefined {
  switch (name) {
    case 'intake.recorded.v1':
    // Whoever reads the journal does not learn that an office has said something inside its state.
    case 'intake.recorded-internally.v1':
      return line('accepted', fact.receiptDigest, fact.at)
    case 'intake.refused.v1':
      return line('refused', fact.receiptDigest, fact.at)
    case 'intake.erased.v1':
      return line('erased', fact.receiptDigest, fact.at)
    case 'access.agreement-act.v1':
      return line(`agreement-${fact.act}`, fact.commitment, fact.at)
    case 'access.releasing-office-named.v1':
      return line('office-named', fact.commitment, fact.at)
    case 'access.key-act.v1':
    case 'intake.doubt-act.v1':
      return line(fact.act, fact.digest, fact.at)
    case 'delivery.released.v1':
      return line('delivery', fact.digest, fact.at)
    case 'delivery.withdrawn.v1':
      return line('withdrawal', fact.digest, fact.at)
    case 'reconciliation.reported.v1':
      return line('report', fact.digest, fact.at)
    case 'reconciliation.case-act.v1':
      return line('case-notice', fact.digest, fact.at)
    case 'reconciliation.report-act.v1':
      return line(fact.act === 'released' ? 'signed-report' : 'report-notice', fact.digest, fact.at)
    case 'aggregation.fed.v1':
      return line('feed', fact.digest, fact.at)
  }
}

function line(kind: string, digest: string | undefined, at: string): Leaf | undefined {
  return digest === undefined ? undefined : { kind, digest, at }
}
