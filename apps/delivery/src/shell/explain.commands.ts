// SPDX-License-Identifier: Apache-2.0
import { addresseeIn } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  command,
  newestOf,
  readAcceptedOfAll,
  serviceContext,
  type ServiceContext,
} from '@corridor/platform'
import {
  agreementsAt,
  asOpened,
  compile,
  decide,
  explain,
  type AccessRequest,
  type AgreementHistory,
  type Policy,
  type RowExplained,
} from '@corridor/policy'
import { Controller, Inject } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { behindAt, type BehindSince } from '../domain/behind-at'
import { openedAt, type OpenedSince } from '../domain/opened-at'
import { explanationOf, type RowsExplained } from '../domain/explanation'
import { behindEver } from './behind'
import { openedEver } from './opened'
import { datasetsAsked, type DatasetAsked, type ExplainAsk } from './explanations'

/** Why rows of a dataset left or stayed. */
export interface DatasetExplained extends Omit<DatasetAsked, 'deletedUnder' | 'erased'> {
  /** As of when it was decided. */
  readonly at: string
  /** Empty where the dataset was taken back. */
  readonly rows: readonly RowsExplained[]
}

/** What decisions of the past went by. */
interface ExplainGround {
  readonly histories: readonly AgreementHistory[]
  readonly behind: readonly BehindSince[]
  readonly opened: readonly OpenedSince[]
}

/** Decisions explained later, to the sender of the figures. The edge has verified who asks. */
@Controller()
export class ExplainCommands {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  @MessagePattern('delivery.command.explain.v1')
  async explain(@Payload() ask: ExplainAsk): Promise<Outcome<readonly DatasetExplained[]>> {
    const { store, bus } = this.context
    const asked = await datasetsAsked(store, ask)
    const gone = asked.find(({ erased }) => erased)
    if (asked.length === 0)
      return refuse('NOT_FOUND', `no message ${ask.submission} of yours was recorded`)
    if (gone !== undefined)
      return refuse('FIGURES_DELETED', `deleted under ${gone.deletedUnder ?? 'an order'}`)
    const histories = await command<readonly AgreementHistory[]>(
      bus,
      'access.command.standing-history.v1',
      { participant: ask.origin },
    )
    if (!histories.ok) return histories
    const behind = await behindEver(store)
    const opened = await openedEver(store)
    const ground = { histories: histories.value, behind, opened }
    return accept(await Promise.all(asked.map((one) => this.one(one, ask, ground))))
  }

  private async one(
    { deletedUnder: _, erased: __, ...dataset }: DatasetAsked,
    { origin: sender, recipient: address, at: wanted }: ExplainAsk,
    { histories, behind, opened }: ExplainGround,
  ): Promise<DatasetExplained> {
    const { position, contract, release } = dataset
    const at = new Date(wanted ?? release?.releasedAt ?? this.context.clock())
    const policy: Policy = compile(
      asOpened(agreementsAt(histories, at), openedAt(opened, at)),
      behindAt(behind, at),
    )
    const { storage } = this.context.environment.keys
    const [accepted] = await readAcceptedOfAll(this.context.store, [position], storage)
    const { recipient, office } = addresseeIn(address)
    const rowsFor = (asked: Partial<AccessRequest>): readonly RowExplained[] =>
      accepted === undefined
        ? []
        : explain(
            newestOf(accepted),
            decide(policy, { contract, sender, recipient, ...asked }, at),
            at,
          )
    const whole = office === undefined ? [] : rowsFor({})
    const rows = explanationOf(rowsFor(office === undefined ? {} : { office }), {
      ...{ recipient: address, whole },
    })
    return { ...dataset, at: at.toISOString(), rows }
  }
}
