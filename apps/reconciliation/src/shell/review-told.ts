// SPDX-License-Identifier: Apache-2.0
import { digestOf, eventBytes, hubSource, newSalt } from '@corridor/message'
import { fact, statement, type Fact, type Statement } from '@corridor/platform'
import type { KnownAgreement } from '@corridor/policy'
import { mentionsIn } from '../domain/review/mentions'
import { caseNotice, reportNotice } from '../domain/review/notice'
import type { NumberedFact, ReviewEvidence } from './review-store'

/** Of which agreement's review, at which hub and when, with what was signed. */
export interface AboutRound {
  readonly agreement: KnownAgreement
  readonly hubId: string
  readonly at: Date
  readonly evidence?: ReviewEvidence
  /** The digest of the report that all have signed, where it is released. */
  readonly signed?: string
}

/** What is told of what has happened in a round: facts with ids and no figures, and notices to those whose business it is. */
export function toldOfRound(
  facts: readonly NumberedFact[],
  about: AboutRound,
): readonly (Fact | Statement)[] {
  const own = facts.findIndex(({ fact: { by } }) => by !== null)
  return facts.flatMap((one, at) => {
    const act = at === own ? about.evidence : undefined
    const commitment = act === undefined ? null : digestOf(Buffer.from(act.signature))
    const notice = noticeOf(one, about)
    const digest = one.fact.fact === 'released' ? about.signed : digestIn(notice)
    return [...factsOf(one, { commitment, digest }), ...noticesOf(one, notice, about.agreement)]
  })
}

function digestIn(notice: Uint8Array | undefined): string | undefined {
  return notice === undefined ? undefined : digestOf(notice)
}

/** The journal keeps the digest of what was stated: whoever holds it can look for it there. */
function factsOf(
  one: NumberedFact,
  proof: { readonly commitment: string | null; readonly digest: string | undefined },
): readonly Fact[] {
  const { agreement, period, version, status } = one.state
  const { fact: act, by, at } = one.fact
  const common = { agreement, period, version, status, act, by, at, ...proof }
  if (one.of === 'report') return [fact('reconciliation.report-act.v1', common)]
  // What an office keeps to itself is told to nobody.
  if (one.fact.fact === 'comment-edited') return []
  if (one.fact.fact === 'commented' && one.fact.audience === 'office') return []
  const mentions =
    one.fact.fact === 'commented' ? mentionsIn(one.fact.text, one.state.sides) : undefined
  return [fact('reconciliation.case-act.v1', { case: one.id, ...common, mentions })]
}

function noticeOf(one: NumberedFact, { hubId, at }: AboutRound): Uint8Array | undefined {
  const data =
    one.of === 'case' ? caseNotice(one.state, one.fact) : reportNotice(one.state, one.fact)
  if (data === undefined) return undefined
  const { agreement, period, version } = one.state
  const place = one.of === 'case' ? one.id : `${agreement}.${period}:${String(version)}`
  return eventBytes({
    id: `review:${place}:${String(one.number)}`,
    source: hubSource(hubId),
    type: 'corridor.report.v1',
    time: at,
    contract: { name: 'review-notice', version: '1.0.0' },
    salt: newSalt(),
    data,
  })
}

function noticesOf(
  one: NumberedFact,
  notice: Uint8Array | undefined,
  { terms, standing }: KnownAgreement,
): readonly Statement[] {
  if (notice === undefined) return []
  // The committee's chairs hear of what nobody has answered; the rest they look up.
  const chairs =
    one.fact.fact === 'escalated' && terms.committee !== undefined ? [terms.committee] : []
  const sides = one.of === 'case' ? one.state.sides : standing.parties
  const recipients = sides.filter((side) => standing.parties.includes(side))
  return [...recipients, ...chairs].map((recipient) => statement(recipient, 'report', notice))
}
