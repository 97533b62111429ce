// SPDX-License-Identifier: Apache-2.0
import { structure, type Dataset } from '@corridor/contracts'
import { claimOf } from '@corridor/message'
import { rowsOfQuery, serviceContext, wayIn, type ServiceContext } from '@corridor/platform'
import { cellKeys, type Earlier } from '@corridor/rules'
import { Inject, Injectable } from '@nestjs/common'
import {
  dryRun,
  findIn,
  type DryRun,
  type EarlierOf,
  type UnjudgedDataset,
} from '../domain/dry-run'
import type { PartnerRights } from '../domain/partner-reports'
import { staysInside, type SenderOffice } from '../domain/releasing'
import type { SenderKey } from '../domain/sender-rights'
import { reportOf, type Report } from '../domain/report'
import { partnerRights } from './partner-rights'
import { senderOffices } from './sender-offices'
import { EarlierFigures } from './vintages-earlier'

/** How long a dry run waits for messages that are really sent. */
const giveWayMs = 100

/** Judges by all rules and records nothing. */
@Injectable()
export class DryRunService {
  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly figures: EarlierFigures,
  ) {}

  /** A sealed message, as the way in would judge it now. */
  async message(
    sealed: { readonly bytes: Uint8Array; readonly signature: string },
    subject: string,
  ): Promise<DryRun> {
    await wayIn.giveWay(giveWayMs)
    const key = await this.keyOf(claimOf(sealed.signature)?.kid)
    const { hubId } = this.context.environment
    const bench = { hubId, at: this.context.clock(), keyOf: () => key }
    const participant = subject.split('.')[2] ?? ''
    return dryRun(sealed, subject, { bench, earlierOf: this.earlierOf(participant, key) })
  }

  /** A dataset that a participant has not sealed yet. */
  async dataset(
    { participant, kid }: { readonly participant: string; readonly kid: string },
    dataset: UnjudgedDataset,
  ): Promise<Report> {
    await wayIn.giveWay(giveWayMs)
    const officeOf = await senderOffices(this.context.store, [kid])
    const by = {
      sender: participant,
      partner: await this.partner(participant),
      at: this.context.clock(),
      earlierOf: this.earlierOf(participant, officeOf(kid)),
    }
    return reportOf([await findIn(dataset, by)])
  }

  /** What a participant stated before of the cells of a dataset; what stays inside a state is compared with nothing. */
  private earlierOf(participant: string, sender: SenderOffice | undefined): EarlierOf {
    return async (contract, dataset: Dataset): Promise<Earlier | undefined> => {
      if (sender === undefined || staysInside(contract, sender)) return undefined
      const known = structure(contract)
      if (known === undefined) throw new RangeError(`could not compare figures of ${contract}`)
      const variants = ['same', 'year-before', 'reversed'] as const
      const asks = variants.map((variant) => ({
        participant,
        contract,
        test: false,
        keys: cellKeys(dataset, known, variant),
      }))
      const none = new Float64Array(0)
      const [same = none, yearBefore = none, reversed = none] = await this.figures.lookUp(asks)
      return { same, yearBefore, reversed }
    }
  }

  /** What a participant may report that is no state; null for a state. */
  private async partner(participant: string): Promise<PartnerRights | null> {
    const { store } = this.context
    const rows = await rowsOfQuery(
      store,
      `select 1 from participant_key where participant = $1 and kind = 'partner' limit 1`,
      [participant],
    )
    if (rows.length === 0) return null
    const none = { organisation: null, rights: [] }
    return (await partnerRights(store, [participant])).get(participant) ?? none
  }

  private async keyOf(kid: string | undefined): Promise<SenderKey | undefined> {
    if (kid === undefined) return undefined
    const [row] = await rowsOfQuery<Omit<SenderKey, 'partner' | 'office' | 'releasing'>>(
      this.context.store,
      `select kid, participant, jwk, to_json(valid_from) #>> '{}' as "validFrom", to_json(valid_until) #>> '{}' as "validUntil",
         to_json(revoked_from) #>> '{}' as "revokedFrom", coalesce(production, false) as production,
         coalesce(suspended, false) as suspended
       from participant_key left join sender using (participant) where kid = $1`,
      [kid],
    )
    if (row === undefined) return undefined
    const sender = (await senderOffices(this.context.store, [kid]))(kid)
    return sender && { ...row, ...sender, partner: await this.partner(row.participant) }
  }
}
