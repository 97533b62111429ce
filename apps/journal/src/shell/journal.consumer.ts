// SPDX-License-Identifier: Apache-2.0
import { FactContext, inOneLine } from '@corridor/platform'
import { Controller } from '@nestjs/common'
import { Ctx, EventPattern } from '@nestjs/microservices'
import type { JournalledFact } from '../domain/leaf'
import { JournalService } from './journal.service'

const journalled: JournalledFact['name'][] = [
  'intake.recorded.v1',
  'intake.recorded-internally.v1',
  'intake.refused.v1',
  'intake.erased.v1',
  'access.agreement-act.v1',
  'access.releasing-office-named.v1',
  'access.key-act.v1',
  'intake.doubt-act.v1',
  'delivery.released.v1',
  'delivery.withdrawn.v1',
  'reconciliation.reported.v1',
  'reconciliation.case-act.v1',
  'reconciliation.report-act.v1',
  'aggregation.fed.v1',
]

/** What the journal hears: every statement that somebody may later want proved. */
@Controller()
export class JournalConsumer {
  constructor(private readonly journal: JournalService) {}

  @EventPattern(journalled, inOneLine)
  told(@Ctx() { tx, facts }: FactContext): Promise<void> {
    // Each service tells its facts in the shape that is written beside their names.
    return this.journal.append(
      tx,
      facts.map(({ subject, body }) => ({ name: subject, fact: body }) as JournalledFact),
    )
  }
}
