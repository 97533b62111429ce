// SPDX-License-Identifier: Apache-2.0
import { FactContext, together } from '@corridor/platform'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern, Payload } from '@nestjs/microservices'
import type { JournalledFacts } from '../domain/leaf'
import { JournalService } from './journal.service'

type Told<Name extends keyof JournalledFacts> = JournalledFacts[Name]

/** What the journal hears: every statement that somebody may later want proved. */
@Controller()
export class JournalConsumer {
  constructor(private readonly journal: JournalService) {}

  @EventPattern('intake.recorded.v1', together)
  recorded(
    @Payload() facts: readonly Told<'intake.recorded.v1'>[],
    @Ctx() { tx }: FactContext,
  ): Promise<void> {
    return this.journal.append(
      tx,
      facts.map((fact) => ({ name: 'intake.recorded.v1', fact })),
    )
  }

  @EventPattern('intake.refused.v1')
  refused(@Payload() fact: Told<'intake.refused.v1'>, @Ctx() { tx }: FactContext): Promise<void> {
    return this.journal.append(tx, [{ name: 'intake.refused.v1', fact }])
  }

  @EventPattern('access.agreement-act.v1')
  acted(
    @Payload() fact: Told<'access.agreement-act.v1'>,
    @Ctx() { tx }: FactContext,
  ): Promise<void> {
    return this.journal.append(tx, [{ name: 'access.agreement-act.v1', fact }])
  }

  @EventPattern('delivery.released.v1')
  released(
    @Payload() fact: Told<'delivery.released.v1'>,
    @Ctx() { tx }: FactContext,
  ): Promise<void> {
    return this.journal.append(tx, [{ name: 'delivery.released.v1', fact }])
  }

  @EventPattern('delivery.withdrawn.v1')
  withdrawn(
    @Payload() fact: Told<'delivery.withdrawn.v1'>,
    @Ctx() { tx }: FactContext,
  ): Promise<void> {
    return this.journal.append(tx, [{ name: 'delivery.withdrawn.v1', fact }])
  }

  @EventPattern('intake.erased.v1')
  erased(@Payload() fact: Told<'intake.erased.v1'>, @Ctx() { tx }: FactContext): Promise<void> {
    return this.journal.append(tx, [{ name: 'intake.erased.v1', fact }])
  }

  @EventPattern('reconciliation.reported.v1')
  reported(
    @Payload() fact: Told<'reconciliation.reported.v1'>,
    @Ctx() { tx }: FactContext,
  ): Promise<void> {
    return this.journal.append(tx, [{ name: 'reconciliation.reported.v1', fact }])
  }

  @EventPattern('reconciliation.case-act.v1')
  reviewed(
    @Payload() fact: Told<'reconciliation.case-act.v1'>,
    @Ctx() { tx }: FactContext,
  ): Promise<void> {
    return this.journal.append(tx, [{ name: 'reconciliation.case-act.v1', fact }])
  }

  @EventPattern('reconciliation.report-act.v1')
  signed(
    @Payload() fact: Told<'reconciliation.report-act.v1'>,
    @Ctx() { tx }: FactContext,
  ): Promise<void> {
    return this.journal.append(tx, [{ name: 'reconciliation.report-act.v1', fact }])
  }

  @EventPattern('aggregation.fed.v1')
  fed(@Payload() fact: Told<'aggregation.fed.v1'>, @Ctx() { tx }: FactContext): Promise<void> {
    return this.journal.append(tx, [{ name: 'aggregation.fed.v1', fact }])
  }
}
