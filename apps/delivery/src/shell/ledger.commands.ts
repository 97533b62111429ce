// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { command, serviceContext, type ServiceContext } from '@corridor/platform'
import type { AgreementHistory } from '@corridor/policy'
import { Controller, Inject } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { auditLedger, type LedgerFinding } from '../domain/audit-ledger'
import { behindEver } from './behind'
import { openedEver } from './opened'
import { inOutbox, inStreams, type FoundPage } from './found-statements'

/** Whose disclosures are audited (all where null), and where to go on. */
export interface AuditAsk {
  readonly origin: string | null
  readonly after: string | null
}

/** One step of an audit. */
export interface AuditPage {
  readonly findings: readonly LedgerFinding[]
  /** Statements that were looked at. */
  readonly statements: number
  /** Where the next step begins; null at the end. */
  readonly next: string | null
}

/** Statements that one step looks at. */
const mostAtOnce = 500
const startOfStreams = 'stream:'

/** The audit of the disclosure ledger. The edge has verified who asks; an origin is told of its own figures only. */
@Controller()
export class LedgerCommands {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  @MessagePattern('delivery.command.audit-ledger.v1')
  async audit(@Payload() { origin, after }: AuditAsk): Promise<Outcome<AuditPage>> {
    const { bus } = this.context
    const page = await this.pageAfter(after ?? 'outbox:0')
    if (page === null)
      return refuse('QUERY_WRONG', 'after is the next of the step before, as it was told')
    const asked = { participant: origin }
    const histories = await command<readonly AgreementHistory[]>(
      bus,
      'access.command.standing-history.v1',
      asked,
    )
    if (!histories.ok) return histories
    const findings = auditLedger(page.statements, histories.value, {
      behind: await behindEver(this.context.store),
      opened: await openedEver(this.context.store),
    })
    return accept({
      findings: findings.filter(({ sender }) => origin === null || sender === origin),
      statements: page.statements.length,
      next: page.next,
    })
  }

  private async pageAfter(after: string): Promise<FoundPage | null> {
    const place = /^outbox:(\d{1,15})$/.exec(after)?.[1]
    if (place !== undefined) {
      const { statements, next } = await inOutbox(this.context, Number(place), mostAtOnce)
      return { statements, next: next === null ? startOfStreams : `outbox:${next}` }
    }
    if (!/^stream:([A-Z0-9-]{2,33}:\d{1,15})?$/.test(after)) return null
    const from = after.slice(startOfStreams.length)
    const { statements, next } = await inStreams(this.context, from, mostAtOnce)
    return { statements, next: next === null ? null : `${startOfStreams}${next}` }
  }
}
