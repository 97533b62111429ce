// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, serviceContext, type ServiceContext, type Tx } from '@corridor/platform'
import { holds, type KnownAgreement } from '@corridor/policy'
import { Inject, Injectable } from '@nestjs/common'
import { keepBehind, type BehindTold } from './behind'
import { askCatchUp } from './ask-catch-up'
import { datasetErased, type ErasedTold } from './erase-releases'
import { keepOpened, type OpenedTold } from './opened'
import { releaseDatasets } from './release-datasets'
import { lockStanding } from './standing-lock'
import { withdrawNarrowed } from './withdraw-narrowed'
import { withdrawUngranted } from './withdraw-ungranted'

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
    // They travel together, and are worked in this order.
    const locked = lockStanding(tx, 'together')
    const inserted = tx.query(insertDatasets, [
      told.map(({ position }) => position),
      told.map(({ participant }) => participant),
      told.map(({ contract }) => contract),
      told.map(({ id }) => id),
      told.map(({ version }) => version),
      told.map(({ digest }) => digest),
      told.map(({ at }) => at),
    ])
    const positions = told.map(({ position }) => position)
    await Promise.all([locked, inserted, releaseDatasets(tx, this.context, positions)])
  }

  /**
   * Where an agreement stands now. While it holds, the messages that were there before are released too, each once; from the moment
   * that it does not, nothing more is released under it, and what waits is withdrawn. What waits under others and is granted only in
   * part now goes as that part.
   */
  async stands(tx: Tx, agreement: KnownAgreement): Promise<void> {
    const { terms, standing } = agreement
    const at = this.context.clock()
    await lockStanding(tx, 'alone')
    await tx.query(upsertAgreement, [
      terms.id,
      JSON.stringify(terms),
      standing.parties,
      JSON.stringify(standing),
    ])
    await withdrawUngranted(tx, this.context, agreement)
    if (!holds(agreement, at)) return
    await withdrawNarrowed(tx, this.context, agreement)
    await askCatchUp(tx, { agreement: terms.id, at })
  }

  /**
   * Who is behind under an agreement now: it receives nothing more under the clauses that are tied to what it owes, what waits for it is
   * withdrawn, and once it has caught up it gets what was kept back.
   */
  async behind(tx: Tx, told: BehindTold): Promise<void> {
    await lockStanding(tx, 'alone')
    // From here on delivery decides by it: what was released before was rightly released.
    const at = this.context.clock()
    await keepBehind(tx, { ...told, at: at.toISOString() })
    const [agreement] = await rowsOfQuery<KnownAgreement>(
      tx,
      'select terms, standing from agreement where id = $1',
      [told.agreement],
    )
    if (agreement === undefined) return
    await withdrawUngranted(tx, this.context, agreement)
    if (holds(agreement, at)) await askCatchUp(tx, { agreement: told.agreement, at })
  }

  /** Both sides have committed to figures of these periods: what waited for the other side is handed over. */
  async opened(tx: Tx, told: OpenedTold): Promise<void> {
    await lockStanding(tx, 'alone')
    const at = this.context.clock()
    await keepOpened(tx, told, at)
    await askCatchUp(tx, { agreement: told.agreement, at })
  }

  /** A message was deleted: what was handed over of it goes. */
  async erased(tx: Tx, told: ErasedTold): Promise<void> {
    await lockStanding(tx, 'together')
    await datasetErased(tx, this.context, told)
  }

  /** From here on this participant gets figures of the contract in this version. */
  async versionAccepted(tx: Tx, told: VersionAcceptedTold): Promise<void> {
    const { participant, contract, version } = told
    await tx.query(upsertVersion, [participant, contract, version])
  }
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
