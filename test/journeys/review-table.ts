// SPDX-License-Identifier: Apache-2.0
// A hub at which Belgium and Denmark compare their moves and review what differs, with a second official each who signs.
import type { Agreement, FlowRow } from '@corridor/contracts'
import type { Outcome } from '@corridor/kernel'
import {
  actOnCase,
  actOnReport,
  connectParticipant,
  listCases,
  proposeAgreement,
  showCase,
  showReview,
  signAgreement,
  type CaseAct,
  type CaseShown,
  type Profile,
  type ReportAct,
  type ReviewShown,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { must, newColleague, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, send } from './raw-message'

/** What Belgium and Denmark agreed on: the secretariat gets what both have signed. */
export const terms: Agreement = withSecretariat(corridorTerms(['BE', 'DK']))

function withSecretariat(agreed: Agreement): Agreement {
  const enforced = agreed.enforced.map((clause) =>
    clause.kind === 'reconcile' ? { ...clause, reportTo: ['REGION'], reviewDays: 30 } : clause,
  )
  return { ...agreed, enforced }
}

/** Why somebody proposes, withdraws or returns. */
export const because = { reason: 'late registrations are in' } as const

/** A digest of nothing that there is. */
export const noDigest = `sha-256:${'A'.repeat(43)}`

/** The table of the review. */
export interface ReviewTable {
  readonly hub: Hub
  /** BE, DK, SE, REGION, BEDK, OPERATOR, and the signatories Ann (Belgium) and Bo (Denmark). */
  readonly as: (name: string) => Profile
  /** A state sends its figure of the moves from Belgium to Denmark in a year. */
  readonly says: (who: 'BE' | 'DK', value: number, period?: string) => Promise<void>
  /** The case of a period, once there is one. */
  readonly caseOf: (period: string) => Promise<CaseShown>
  /** Somebody acts on the one figure of a case. */
  readonly act: (who: string, own: CaseAct, period?: string) => Promise<Outcome<{ state: string }>>
  readonly review: (version?: number, period?: string) => Promise<ReviewShown>
  readonly onReport: (who: string, own: ReportAct) => Promise<Outcome<{ state: string }>>
  readonly reachesVersion: (version: number) => Promise<ReviewShown>
}

/** Raises the hub; both have said what they count of 2016. */
export async function raiseReview(): Promise<ReviewTable> {
  const hub = await raiseHub('in one process')
  const cast = await enrolled(hub)
  const as = (name: string): Profile => {
    const profile = cast.get(name)
    if (profile === undefined) throw new Error(`${name} is not enrolled`)
    return profile
  }
  must(await proposeAgreement(as('BE'), terms), 'propose')
  for (const who of ['BE', 'DK']) must(await signAgreement(as(who), terms), 'sign the agreement')
  const table = tableOf(hub, as)
  await table.says('BE', 44_701)
  await table.says('DK', 50_903)
  return table
}

async function enrolled(hub: Hub): Promise<ReadonlyMap<string, Profile>> {
  const cast = new Map<string, Profile>()
  const operator = await operatorOf(hub)
  cast.set('OPERATOR', operator)
  for (const [participant, kind] of [
    ['BE', 'state'],
    ['DK', 'state'],
    ['SE', 'state'],
    ['REGION', 'secretariat'],
    ['BEDK', 'committee'],
  ] as const)
    cast.set(participant, await newParticipant(hub, operator, { participant, kind }))
  // In a small office one person reviews; another one signs.
  for (const [holder, participant] of [
    ['Ann', 'BE'],
    ['Bo', 'DK'],
  ] as const) {
    const who = { participant, holder, roles: ['signatory'] }
    cast.set(holder, await newColleague(hub, operator, who))
  }
  return cast
}

function tableOf(hub: Hub, as: ReviewTable['as']): ReviewTable {
  const caseOf: ReviewTable['caseOf'] = async (period) => {
    const cases = await eventually(
      async () => must(await listCases(as('BE'), terms.id), 'list cases'),
      (all) => all.some((one) => one.period === period),
    )
    const found = cases.find((one) => one.period === period)
    return must(await showCase(as('BE'), found?.id ?? ''), 'show the case')
  }
  const review: ReviewTable['review'] = async (version, period = '2016') => {
    const named = { agreement: terms.id, period, ...(version === undefined ? {} : { version }) }
    return must(await showReview(as('BE'), named), 'show the review')
  }
  return {
    ...{ hub, as, caseOf, review },
    says: (who, value, period = '2016') => says(as(who), value, period),
    act: async (who, own, period = '2016') => {
      const shown = await caseOf(period)
      return actOnCase(as(who), shown, { figure: figureOf(shown), ...own })
    },
    onReport: async (who, own) => actOnReport(as(who), await review(), own),
    reachesVersion: (version) =>
      eventually(
        () => review(),
        (shown) => shown.version >= version,
      ),
  }
}

async function says(profile: Profile, value: number, period: string): Promise<void> {
  const { participant } = profile
  const mirrored = { reporter: 'DK', direction: 'inflow', origin: 'BE' } as const
  const row: Partial<FlowRow> = { value, period, ...(participant === 'DK' ? mirrored : {}) }
  const connection = must(await connectParticipant(profile), 'connect')
  const bytes = messageBytes(participant, { data: outflow(participant, row) })
  await send(connection, await sealedBy(profile, bytes))
  await connection.close()
}

/** The name of the one figure of a case. */
export function figureOf({ cells }: CaseShown): string {
  return Object.keys(cells)[0] ?? ''
}
