// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { digestOf, newSalt, type ActKey, type ActSigner } from '@corridor/message'
import {
  command,
  rowsOfQuery,
  serviceContext,
  statement,
  takePositions,
  tellAt,
  type ServiceContext,
  type Statement,
  type Tx,
} from '@corridor/platform'
import { holds, type KnownAgreement } from '@corridor/policy'
import type { ReporterBreak } from '@corridor/statistics'
import { Inject, Injectable } from '@nestjs/common'
import type { Round } from '../domain/round'
import { breaksOf, leastParties } from '../domain/review/breaks-of'
import { compareRound } from '../domain/review/compare-round'
import { comparedCell } from '../domain/review/compared-cell'
import {
  daysAfter,
  readersOf,
  reviewDefaults,
  reviewTerms,
  twoSigning,
} from '../domain/review/review-terms'
import {
  actOnCase,
  actOnReport,
  passRound,
  type RoundAfter,
  type RoundDecided,
} from '../domain/review/round'
import { signedReportBytes, type SignatureKept } from '../domain/review/signed-report'
import { comparisonTerms } from '../domain/terms'
import { agreementOf } from './agreements'
import { pairsTested, pairsUnderReview } from './pairs'
import { askReports } from './report-due'
import { askedBy, readReviewAct, roleOf, type ActAsked } from './review-acts'
import {
  casesKnown,
  loadRound,
  roundOf,
  roundsDue,
  saveRound,
  type ReviewEvidence,
} from './review-store'
import { toldOfRound } from './review-told'
import { keepSaidUnder } from './said-under'

/** A new version of the hub's report of a round. */
export interface MadeReport {
  readonly round: Round
  readonly version: number
  readonly source: Uint8Array
}

/** A signed act as it came. */
export interface SignedReviewAct {
  readonly bytes: Uint8Array
  readonly signature: string
}

/** Where a case or a report stands after an act. */
export interface ReviewTold {
  readonly case?: string
  readonly report: { readonly agreement: string; readonly period: string; readonly version: number }
  readonly state: string
  /** Of the case, for the next act. */
  readonly version?: number
  /** Of what there is to sign; null while figures are open. */
  readonly digest: string | null
}

/** What access says of who signed. */
interface Proved {
  readonly participant: string
  readonly office: string
  readonly signer: ActSigner
  readonly key: ActKey
}

/** The review of what was compared: loads, asks the domain, saves, tells. */
@Injectable()
export class ReviewService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** A new version of the report of a round: its cases are opened, opened again, corrected or carried over. */
  async compared(tx: Tx, agreement: KnownAgreement, made: MadeReport): Promise<void> {
    const { round, version, source } = made
    const at = this.context.clock().toISOString()
    const { reviewDays, budget } = reviewTerms(agreement, round.contract)
    const before = await loadRound(tx, round)
    const dueAt = daysAfter(at, reviewDays)
    const report = {
      ...{ ...round, version, parties: agreement.standing.parties, source: digestOf(source) },
      twoSign: twoSigning(agreement),
      ...{ dueAt, escalateAt: daysAfter(dueAt, reviewDefaults.graceDays) },
    }
    const breaks = await breaksIn(tx, agreement, round)
    const known = before.cases.flatMap(({ figures }) => Object.keys(figures))
    const keys = [...known, ...breaks.flatMap(({ cells }) => cells)]
    const cells = (await pairsUnderReview(tx, round, keys)).map(comparedCell)
    const numbered = await casesKnown(tx, round)
    const after = compareRound(before, { at, report, cells, breaks, budget, known: numbered })
    await this.save(tx, after, { agreement, source })
  }

  /** A person acts on a case or a report; access proves who it is, once. */
  async act(signed: SignedReviewAct): Promise<Outcome<ReviewTold>> {
    const act = readReviewAct(signed.bytes)
    if (!act.ok) return act
    const proved: Outcome<Proved> = await command(this.context.bus, 'access.command.prove-act.v1', {
      bytes: Buffer.from(signed.bytes).toString('base64'),
      signature: signed.signature,
      typ: 'corridor-review-act',
      act: roleOf(act.value),
    })
    if (!proved.ok) return proved
    const { participant: by, office, signer: person, key } = proved.value
    const at = this.context.clock().toISOString()
    const asked = askedBy(act.value, { by, office, person, at })
    if (!asked.ok) return asked
    return this.context.store.transaction(async (tx) => {
      const place = await placeOf(tx, act.value.agreement, asked.value)
      const agreement = await agreementOf(tx, act.value.agreement)
      if (place === undefined || agreement === undefined) return unknown(asked.value)
      if (!readersOf(agreement, place.contract).includes(by)) return unknown(asked.value)
      if (!holds(agreement, this.context.clock()))
        return refuse('AGREEMENT_NOT_IN_FORCE', `${agreement.terms.id} is not in force`)
      const evidence = { ...signed, key }
      return this.decide(tx, asked.value, { agreement, place, evidence })
    })
  }

  private async decide(
    tx: Tx,
    asked: ActAsked,
    about: {
      readonly agreement: KnownAgreement
      readonly place: Round
      readonly evidence: ReviewEvidence
    },
  ): Promise<Outcome<ReviewTold>> {
    const { report, cases } = await loadRound(tx, about.place)
    if (report === null) return unknown(asked)
    if (asked.of === 'report' && asked.version !== report.version)
      return refuse('REPORT_DIFFERENT', `version ${String(report.version)} is the newest`)
    const decided: RoundDecided =
      asked.of === 'case'
        ? actOnCase({ report, cases }, asked.id, asked.command)
        : actOnReport({ report, cases }, asked.command, asked.figures)
    if (!decided.ok) return decided
    await this.save(tx, decided.value, about)
    return accept(toldOf(asked, decided.value))
  }

  /** Rounds that the clock may have changed by now. */
  due(most: number): Promise<readonly Round[]> {
    return roundsDue(this.context.store, this.context.clock(), most)
  }

  /** What the clock alone has changed of a round. */
  async pass(place: Round): Promise<void> {
    await this.context.store.transaction(async (tx) => {
      const { report, cases } = await loadRound(tx, place)
      const agreement = await agreementOf(tx, place.agreement)
      if (report === null || agreement === undefined) return
      const after = passRound({ report, cases }, this.context.clock().toISOString())
      await this.save(tx, after, { agreement })
    })
  }

  private async save(
    tx: Tx,
    after: RoundAfter,
    about: {
      readonly agreement: KnownAgreement
      readonly source?: Uint8Array
      readonly evidence?: ReviewEvidence
    },
  ): Promise<void> {
    if (after.facts.length === 0) return
    const numbered = await saveRound(tx, after, about)
    const { hubId } = this.context.environment
    const at = this.context.clock()
    // Where all parties want it, what all have signed is compared anew: a new version of it begins.
    if (numbered.some(({ fact }) => fact.fact === 'replaced'))
      await askReports(tx, [roundIn(after)], at)
    const released = await this.releasedIn(tx, after, about.agreement)
    const digest = released.map(({ bytes }) => ({ signed: digestOf(bytes) }))[0]
    const told = [...released, ...toldOfRound(numbered, { ...about, ...digest, hubId, at })]
    const first = await takePositions(tx, told.length)
    await tellAt(tx, first, told)
    await keepSaidUnder(tx, after.round.report.agreement, { first, told })
    const [signed] = released
    if (signed === undefined) return
    const { agreement, period, version } = after.round.report
    await tx.query(
      'update review_report set position = $4, signed = $5 where agreement = $1 and period = $2 and version = $3',
      [agreement, period, version, first, Buffer.from(signed.bytes)],
    )
  }

  /** The signed report, whole, for the parties, their committee, and whom the agreement names: to nobody else. */
  private async releasedIn(
    tx: Tx,
    { round: { report }, facts }: RoundAfter,
    agreement: KnownAgreement,
  ): Promise<readonly Statement[]> {
    if (!facts.some(({ fact }) => fact.fact === 'released')) return []
    const place = [report.agreement, report.period, report.version]
    const [kept] = await rowsOfQuery<{ source: Buffer; reviewed: string }>(
      tx,
      'select source, reviewed from review_report where agreement = $1 and period = $2 and version = $3',
      place,
    )
    if (kept === undefined) throw new Error('could not release a report: it is not there')
    const signatures = await rowsOfQuery<SignatureKept>(tx, selectSignatures, place)
    const bytes = signedReportBytes(report, {
      hubId: this.context.environment.hubId,
      ...{ at: this.context.clock(), salt: newSalt(), reviewed: kept.reviewed },
      ...{ source: kept.source.toString('utf8'), signatures },
    })
    return readersOf(agreement, report.contract).map((recipient) =>
      statement(recipient, 'report', bytes),
    )
  }
}

/** Comparisons of a round that breaks are looked for among; of more none are found. */
const mostTested = 50_000

// One agreement does not see the others: a break shows where it has parties enough.
async function breaksIn(
  tx: Tx,
  agreement: KnownAgreement,
  round: Round,
): Promise<readonly ReporterBreak[]> {
  const terms = comparisonTerms(agreement).find(({ contract }) => contract === round.contract)
  const { length: parties } = agreement.standing.parties
  if (terms === undefined || parties < leastParties) return []
  return breaksOf(await pairsTested(tx, round, mostTested), terms, parties)
}

// Those that stand: what was withdrawn or became void before is not among them. A person signs once.
const selectSignatures = `
select e.by as participant, e.detail ->> 'at' as "signedAt", convert_from(e.bytes, 'UTF8') as act, e.signature,
  jsonb_strip_nulls(jsonb_build_object('with', key -> 'with', 'kid', key -> 'key' -> 'kid', 'jwk', key -> 'key' -> 'jwk', 'rpId',
    key -> 'key' -> 'rpId', 'origin', key -> 'key' -> 'origin', 'validFrom', key -> 'key' -> 'validFrom', 'validUntil',
    key -> 'key' -> 'validUntil')) as key
from review_report r cross join jsonb_array_elements(r.state -> 'signatures') s
join review_report_event e using (agreement, period, version)
where agreement = $1 and period = $2 and version = $3 and e.fact = 'signed' and e.by = s ->> 'participant'
  and e.detail ->> 'at' = s ->> 'at' and e.detail -> 'person' ->> 'kid' = s -> 'person' ->> 'kid'
order by e.by, e.number`

async function placeOf(tx: Tx, agreement: string, asked: ActAsked): Promise<Round | undefined> {
  return roundOf(tx, agreement, asked.of === 'case' ? { case: asked.id } : asked)
}

// The same words for what does not exist and for what is not shared: a stranger learns nothing.
function unknown({ of }: ActAsked): Outcome<never> {
  return of === 'case'
    ? refuse('CASE_UNKNOWN', 'there is no such case, or it is not shared with you')
    : refuse('REPORT_UNKNOWN', 'there is no such report, or it is not shared with you')
}

function roundIn({ round: { report } }: RoundAfter): Round {
  const { agreement, contract, period } = report
  return { agreement, contract, period }
}

function toldOf(asked: ActAsked, { round: { report, cases } }: RoundAfter): ReviewTold {
  const { agreement, period, version, digest, status } = report
  const about = { report: { agreement, period, version }, digest }
  if (asked.of === 'report') return { ...about, state: status }
  const found = cases.find(({ id }) => id === asked.id)
  if (found === undefined) throw new Error(`could not find case ${asked.id} after an act on it`)
  return { case: found.id, state: found.status, version: found.version, ...about }
}
