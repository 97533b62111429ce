// SPDX-License-Identifier: Apache-2.0
import type { AppliedProtection } from '@corridor/contracts'
import {
  flowOf,
  readAccepted,
  rowsOfQuery,
  serviceContext,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import {
  decideAccess,
  holds,
  needsNoProtection,
  protectionsOf,
  type Granted,
  type KnownAgreement,
} from '@corridor/policy'
import { Inject, Injectable } from '@nestjs/common'
import { releaseOf, type Release } from '../domain/release'
import { handOver } from './hand-over'
import { insertReleases } from './insert-releases'

/** A message that was recorded. */
export interface RecordedTold {
  readonly position: number
  readonly participant: string
  readonly contract: string
  readonly version: string
  /** The sender's own id of the message, and the digest of its bytes. */
  readonly id: string
  readonly digest: string
  readonly at: string
}

/** A participant takes the figures of a contract in this version. */
export interface VersionAcceptedTold {
  readonly participant: string
  readonly contract: string
  readonly version: string
}

/** Hands over what an agreement in force grants, and nothing else. */
@Injectable()
export class DeliveryService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** New datasets: each is released to every partner whose agreement grants something of it. */
  async recorded(tx: Tx, told: readonly RecordedTold[]): Promise<void> {
    await tx.query(insertDatasets, [
      told.map(({ position }) => position),
      told.map(({ participant }) => participant),
      told.map(({ contract }) => contract),
      told.map(({ id }) => id),
      told.map(({ version }) => version),
      told.map(({ digest }) => digest),
      told.map(({ at }) => at),
    ])
    const agreements = await agreementsOf(tx, [
      ...new Set(told.map(({ participant }) => participant)),
    ])
    for (const { position, participant } of told) {
      const own = agreements.filter(({ standing }) => standing.parties.includes(participant))
      await this.release(tx, own, [position])
    }
  }

  /**
   * Where an agreement stands now. While it holds, the messages that were there before are released too, each once; from the moment
   * that it does not, nothing more is released under it.
   */
  async stands(tx: Tx, agreement: KnownAgreement): Promise<void> {
    const { terms, standing } = agreement
    await tx.query(upsertAgreement, [
      terms.id,
      JSON.stringify(terms),
      standing.parties,
      JSON.stringify(standing),
    ])
    if (!holds(agreement, this.context.clock())) return
    const rows = await rowsOfQuery<{ position: string }>(
      tx,
      'select position from dataset where participant = any($1::text[]) order by position',
      [standing.parties],
    )
    await this.release(
      tx,
      [agreement],
      rows.map(({ position }) => Number(position)),
    )
  }

  /** From here on this participant gets figures of the contract in this version. */
  async versionAccepted(tx: Tx, told: VersionAcceptedTold): Promise<void> {
    const { participant, contract, version } = told
    await tx.query(upsertVersion, [participant, contract, version])
  }

  private async release(
    tx: Tx,
    agreements: readonly KnownAgreement[],
    positions: readonly number[],
  ): Promise<void> {
    if (agreements.length === 0 || positions.length === 0) return
    const at = this.context.clock()
    const { storage } = this.context.environment.keys
    const accepted = await acceptedVersions(tx)
    const before = await releasedBefore(tx, { agreements, positions })
    for (const dataset of await readAccepted(tx, positions, storage)) {
      const flow = flowOf(dataset)
      if (flow === null) continue
      const releases = recipientsOf(agreements, dataset.participant).flatMap((recipient) => {
        const request = { contract: dataset.contract, sender: dataset.participant, recipient }
        const decision = decideAccess(request, agreements, at)
        if ('decision' in decision) return []
        const version = accepted.get(`${recipient} ${dataset.contract}`) ?? dataset.version
        return decision.flatMap((granted) => {
          if (before.has(releaseKey({ ...granted, clause: granted.clause.id }, dataset.position)))
            return []
          const protection = protectionOf(agreements, granted)
          if (protection === undefined) return []
          return releaseOf({ ...dataset, flow }, granted, { version, protection }) ?? []
        })
      })
      await this.save(tx, releases, { dataset: dataset.position, at })
    }
  }

  private async save(
    tx: Tx,
    releases: readonly Release[],
    { dataset, at }: { readonly dataset: number; readonly at: Date },
  ): Promise<void> {
    if (releases.length === 0) return
    const items = releases.map((release) => {
      const tells = { subject: 'delivery.released.v1', body: toldOf(release, dataset) }
      const { recipient, figures: content } = release
      return { recipient, kind: 'figures' as const, content, tells }
    })
    const handed = await handOver(tx, this.context, { items, at })
    await insertReleases(tx, { releases, handed, dataset, at })
  }
}

function toldOf(release: Release, dataset: number): object {
  const { agreement, clause, recipient, rows, version, leftOut } = release
  return { agreement, clause, recipient, dataset, rows, version, leftOut }
}

const insertDatasets = `
insert into dataset (position, participant, contract, submission, version, digest, received_at)
select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])`

const upsertVersion = `
insert into accepted_version (participant, contract, version) values ($1, $2, $3)
on conflict (participant, contract) do update set version = excluded.version`

const upsertAgreement = `
insert into agreement (id, terms, parties, standing) values ($1, $2, $3, $4)
on conflict (id) do update set terms = excluded.terms, parties = excluded.parties, standing = excluded.standing`

function recipientsOf(agreements: readonly KnownAgreement[], sender: string): readonly string[] {
  const parties = agreements.flatMap(({ standing }) => standing.parties)
  return [...new Set(parties)].filter((party) => party !== sender)
}

// GAP(#4): figures that are to be protected stay here until protection is made; only published ones leave.
function protectionOf(
  agreements: readonly KnownAgreement[],
  granted: Granted,
): readonly AppliedProtection[] | undefined {
  const { agreement } = granted
  const known = agreements.find(({ terms }) => terms.id === agreement)
  if (known === undefined || !needsNoProtection(known, granted)) return undefined
  return protectionsOf(known, granted).map(({ id, rule }) => {
    return { agreement, clause: id, method: rule.method }
  })
}

/** The version that each participant has said it accepts, by `participant contract`: as many as there are statements. */
async function acceptedVersions(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOfQuery<VersionAcceptedTold>(
    tx,
    'select participant, contract, version from accepted_version',
  )
  return new Map(
    rows.map(({ participant, contract, version }) => [`${participant} ${contract}`, version]),
  )
}

interface ReleaseKey {
  readonly agreement: string
  readonly clause: string
  readonly recipient: string
}

// Hearing the same standing twice releases nothing twice.
async function releasedBefore(
  tx: Tx,
  asked: { readonly agreements: readonly KnownAgreement[]; readonly positions: readonly number[] },
): Promise<ReadonlySet<string>> {
  const rows = await rowsOfQuery<ReleaseKey & { readonly dataset: string }>(
    tx,
    `select g.agreement, g.clause, r.recipient, r.dataset from release r join granted_rows g on g.position = r.position
     where r.dataset = any($1::bigint[]) and g.agreement = any($2::text[])`,
    [asked.positions, asked.agreements.map(({ terms }) => terms.id)],
  )
  return new Set(rows.map((row) => releaseKey(row, Number(row.dataset))))
}

function releaseKey({ agreement, clause, recipient }: ReleaseKey, dataset: number): string {
  return [agreement, clause, recipient, String(dataset)].join(' ')
}

async function agreementsOf(
  tx: Tx,
  participants: readonly string[],
): Promise<readonly KnownAgreement[]> {
  return rowsOfQuery<KnownAgreement>(
    tx,
    'select terms, standing from agreement where parties && $1::text[]',
    [participants],
  )
}
