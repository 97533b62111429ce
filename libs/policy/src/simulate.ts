// SPDX-License-Identifier: Apache-2.0
import type { Agreement, Dataset } from '@corridor/contracts'
import { compile } from './compile'
import { decide, officesNamed } from './decide'
import { explain, type RowExplained } from './explain'
import type { DenialCode, Permit, Policy } from './policy'
import type { RowDenial } from './grain'
import { projectFor } from './project-for'
import type { KnownAgreement } from './standing'
import { partiesOf } from './terms'

/** A dataset that a participant sent, in the newest version of its contract. */
export interface SentDataset {
  readonly sender: string
  readonly contract: string
  readonly recordedAt: Date
  readonly dataset: Dataset
}

/** What would have gone to one recipient, or to one of its offices, of what one sender sent by one contract. */
export interface Simulated {
  readonly sender: string
  readonly recipient: string
  /** Null for what every office of the recipient may read; for an office only what it may read besides is sent to it. */
  readonly office: string | null
  readonly contract: string
  readonly datasets: number
  readonly rows: number
  /** Rows that would have been sent, each under one clause. */
  readonly sent: number
  readonly byClause: Readonly<Record<string, number>>
  /** Rows that went into a sum, and rows that stayed, by why. */
  readonly addedUp: number
  readonly stayed: Readonly<Partial<Record<RowDenial | DenialCode, number>>>
  /** How what is sent would have been protected before. */
  readonly protection: readonly string[]
}

/**
 * Replays what was sent against a draft, as if it had been in force: what would have gone to whom, by which clause. Other agreements
 * that are in force can be given: each of them has to grant too.
 */
export function simulate(
  draft: Agreement,
  sent: readonly SentDataset[],
  others: readonly KnownAgreement[] = [],
): readonly Simulated[] {
  const parties = partiesOf(draft)
  const standing = {
    status: 'in-force',
    parties,
    reservations: [],
    provisionalUntil: null,
  } as const
  const policy = compile([{ terms: draft, standing }, ...others])
  const at = new Date(draft.term.from)
  const senders = parties.filter((party) => sent.some(({ sender }) => sender === party))
  return senders.flatMap((sender) => {
    const contracts = [
      ...new Set(sent.filter((one) => one.sender === sender).map((one) => one.contract)),
    ]
    return contracts.sort().flatMap((contract) => {
      const datasets = sent.filter((one) => one.sender === sender && one.contract === contract)
      return parties
        .filter((recipient) => recipient !== sender)
        .flatMap((recipient) => {
          const offices = officesNamed(policy, { contract, sender, recipient })
          return [null, ...offices].map((office) =>
            replay(policy, datasets, { sender, recipient, contract, office, at }),
          )
        })
    })
  })
}

interface Asked {
  readonly sender: string
  readonly recipient: string
  readonly contract: string
  readonly office: string | null
  readonly at: Date
}

function replay(policy: Policy, datasets: readonly SentDataset[], asked: Asked): Simulated {
  const { at, office, ...flow } = asked
  const decision = decide(policy, { ...flow, ...(office === null ? {} : { office }) }, at)
  const explained = datasets.flatMap(({ dataset, recordedAt }) =>
    explain(dataset, decision, recordedAt),
  )
  const out =
    decision.decision === 'DENY'
      ? []
      : datasets.flatMap(
          ({ dataset, recordedAt }) => projectFor(dataset, decision, recordedAt).rows,
        )
  return {
    ...flow,
    office,
    datasets: datasets.length,
    rows: explained.length,
    sent: out.length,
    byClause: counted(out.map(({ agreement, clause }) => `${agreement}/${clause}`)),
    addedUp: explained.filter(({ became }) => became === 'added-up').length,
    stayed: counted(explained.flatMap(codeOf)),
    protection: decision.decision === 'DENY' ? [] : methodsOf(decision),
  }
}

function codeOf(row: RowExplained): readonly (RowDenial | DenialCode)[] {
  return row.became === 'stayed' ? [row.code] : []
}

function methodsOf({ grants }: Permit): readonly string[] {
  return [
    ...new Set(grants.flatMap(({ protections }) => protections.map(({ rule }) => rule.method))),
  ]
}

function counted<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  const counts = new Map<Name, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  // Made of nothing but the names that were counted.
  return Object.fromEntries([...counts].sort()) as Record<Name, number>
}
