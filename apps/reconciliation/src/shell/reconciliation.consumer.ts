// SPDX-License-Identifier: Apache-2.0
import { datasetsAbout, FactContext, together, type DoubtTold, type Tx } from '@corridor/platform'
import type { KnownAgreement } from '@corridor/policy'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern, Payload } from '@nestjs/microservices'
import type { ErasedTold } from './erase-statements'
import { OfficesService, type OfficeNamedTold } from './offices/offices.service'
import {
  ReconciliationService,
  type ProtectedTold,
  type RecordedTold,
} from './reconciliation.service'
import { TimetableService } from './timetable.service'
import { StagesService } from './stages.service'

/** What reconciliation hears of figures: new messages, and those in doubt or deleted. */
@Controller()
export class ReconciliationConsumer {
  constructor(
    private readonly reconciliation: ReconciliationService,
    private readonly stages: StagesService,
    private readonly timetable: TimetableService,
    private readonly offices: OfficesService,
  ) {}

  @EventPattern('intake.recorded.v1', together)
  async recorded(
    @Payload() told: readonly RecordedTold[],
    @Ctx() { tx }: FactContext,
  ): Promise<void> {
    // Inside a state first.
    await this.offices.recorded(tx, told, false)
    const changed = await this.timetable.recorded(tx, told)
    await this.reconciliation.recorded(tx, told)
    await this.stages.recorded(tx, told)
    await this.shown(tx, changed)
  }

  @EventPattern('intake.doubted.v1')
  doubted(@Payload() told: DoubtTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.restated(tx, told)
  }

  @EventPattern('intake.doubt-cleared.v1')
  cleared(@Payload() told: DoubtTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.restated(tx, told)
  }

  @EventPattern('delivery.protected.v1', together)
  async told(@Payload() told: readonly ProtectedTold[], @Ctx() { tx }: FactContext): Promise<void> {
    await this.reconciliation.told(tx, told)
    await this.stages.told(tx, told)
  }

  @EventPattern('intake.recorded-internally.v1', together)
  recordedInternally(
    @Payload() told: readonly RecordedTold[],
    @Ctx() { tx }: FactContext,
  ): Promise<void> {
    return this.offices.recorded(tx, told, true)
  }

  @EventPattern('access.releasing-office-named.v1')
  officeNamed(@Payload() told: OfficeNamedTold, @Ctx() { tx }: FactContext): Promise<void> {
    return this.offices.named(tx, told)
  }

  @EventPattern('intake.erased.v1')
  async erased(@Payload() told: ErasedTold, @Ctx() { tx }: FactContext): Promise<void> {
    await this.reconciliation.erased(tx, told)
    await this.stages.erased(tx, told)
    await this.offices.erased(tx, told)
  }

  // What is in doubt counts nowhere: what else was said about its cells does. When it is cleared it has its place again.
  private async restated(tx: Tx, told: DoubtTold): Promise<void> {
    await this.offices.restated(tx, told)
    const about = await datasetsAbout(tx, told.datasets)
    const changed = await this.timetable.recorded(
      tx,
      about.filter(({ position }) => told.datasets.includes(position)),
    )
    await this.reconciliation.restated(tx, told, about)
    for (const dataset of told.datasets) await this.stages.erased(tx, { ...told, dataset })
    await this.stages.recorded(tx, about)
    await this.shown(tx, changed)
  }

  // Who has caught up is given what was kept back, and what is open now is compared.
  private async shown(tx: Tx, changed: readonly KnownAgreement[]): Promise<void> {
    for (const agreement of changed) {
      await this.reconciliation.stands(tx, agreement)
      await this.stages.stands(tx, agreement)
    }
  }
}
