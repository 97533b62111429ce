// SPDX-License-Identifier: Apache-2.0
import { healthReport, rowsOfQuery, type HealthReport } from '@corridor/platform'
import { Controller, Get, Inject, Res, UseGuards } from '@nestjs/common'
import type { Response } from 'express'
import type { Actor } from './actor'
import { edgeToken, hubVersion, type Edge } from './edge'
import { Signed, SignedRequestGuard } from './signed-request.guard'
import { Told } from './told'

/** What the hub says of itself. Counts only, never figures. */
@Controller()
export class HubController {
  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  @Told({ summary: 'Whether the hub lives', answers: { 200: 'It does' } })
  @Get('health/live')
  live(): object {
    return { status: 'live' }
  }

  @Told({
    summary: 'Whether the hub is ready for traffic',
    answers: { 200: 'It is', 503: 'It is not: which check fails' },
  })
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<HealthReport> {
    const report = await healthReport(this.edge.checks)
    response.status(report.status === 'ready' ? 200 : 503)
    return report
  }

  /** The first contact: whose signatures to expect, and where the broker is. */
  @Told({
    summary: 'The first contact: id, key and broker of the hub',
    answers: { 200: 'Id, key, which key followed which, broker, version' },
  })
  @Get('api/hub')
  hub(): object {
    const { hubId, natsUrl, keys } = this.edge.environment
    const { publicJwk: key, succession } = keys
    return { id: hubId, nats: natsUrl, key, succession, version: hubVersion }
  }

  @Told({
    summary: 'Who asks',
    answers: { 200: 'Participant, kind, office, roles, until when the key is valid' },
  })
  @Get('api/me')
  @UseGuards(SignedRequestGuard)
  me(@Signed() { participant, kind, office, roles, validUntil }: Actor): object {
    return { participant, kind, office, roles, validUntil }
  }

  @Told({ summary: 'Counts of the hub, never figures', answers: { 200: 'Counts' } })
  @Get('api/status')
  @UseGuards(SignedRequestGuard)
  async status(): Promise<object> {
    const report = await healthReport(this.edge.checks)
    const [counts] = await rowsOfQuery<{ counts: Record<string, number>; journal: object | null }>(
      this.edge.store,
      selectCounts,
    )
    const { hubId, ownRoles } = this.edge.environment
    return {
      hub: hubId,
      version: hubVersion,
      ready: report.status === 'ready',
      checks: report.checks,
      ownRoles,
      ...counts,
    }
  }
}

const selectCounts = `
select json_build_object(
    'accepted', (select count(*) from intake.receipt_v1 where code is null),
    'refused', (select count(*) from intake.receipt_v1 where code is not null),
    'receipts', (select count(*) from intake.receipt_v1),
    'observations', (select coalesce(sum(rows), 0) from intake.receipt_v1),
    'agreementsInForce', (select count(*) from access.agreement_v1 where state = 'in-force'),
    'agreementsProposed', (select count(*) from access.agreement_v1 where state in ('proposed', 'signing')),
    'agreementsEnded', (select count(*) from access.agreement_v1 where ended_at is not null),
    'corridorsInForce', (select count(*) from access.agreement_v1 where state = 'in-force'
      and terms @? '$.enforced[*] ? (@.kind == "reconcile")'),
    'consentsInForce', (select count(*) from access.agreement_v1 where state = 'in-force'
      and terms @? '$.enforced[*] ? (@.kind == "aggregate")'),
    'deliveries', (select count(*) from delivery.release_v1),
    'deliveriesAcknowledged', (select count(*) from delivery.release_v1 where state = 'DELIVERED'),
    'reports', (select count(*) from reconciliation.report_v1),
    'pairs', (select count(*) from reconciliation.pair_v1),
    'pairsCompared', (select count(*) from reconciliation.pair_v1 where outcome in ('within', 'outside')),
    'pairsOutside', (select count(*) from reconciliation.pair_v1 where outcome = 'outside'),
    'pairsNotComparable', (select count(*) from reconciliation.pair_v1 where outcome = 'not-comparable'),
    'feeds', (select count(*) from aggregation.feed_v1),
    'keysEndSoon', (select count(*) from access.signing_key_v1 where revoked_from is null and replaced_by is null
      and valid_until > now() and valid_until < now() + interval '60 days')
  ) as counts,
  (select json_build_object('position', position, 'hash', hash) from journal.entry_v1 order by position desc limit 1) as journal`
