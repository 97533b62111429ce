// SPDX-License-Identifier: Apache-2.0
// Sixteen states that publish their genuine flows (Eurostat, credit due) over the bus, one message a year and direction.
import { rowsOf, toColumns, type Agreement, type MigrationFlow } from '@corridor/contracts'
import {
  connectParticipant,
  proposeAgreement,
  publish,
  putInOutbox,
  signAgreement,
  submissionOf,
  type Profile,
} from '@corridor/sdk'
import type { RealFigure } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { must, newParticipant } from './cast'
import type { Hub } from './raise-hub'
import { outflow } from './raw-message'

/** What a state sends in one message: what it counted of one year in one direction. */
export interface StateFile {
  readonly state: string
  readonly direction: 'inflow' | 'outflow'
  readonly period: string
  readonly figures: readonly RealFigure[]
}

/** The figures as the files of their reporters. */
export function filesOf(figures: readonly RealFigure[]): readonly StateFile[] {
  const files = new Map<string, StateFile>()
  for (const figure of figures) {
    const { reportedBy, origin, destination, period } = figure
    const state = reportedBy === 'origin' ? origin : destination
    const direction = reportedBy === 'origin' ? 'outflow' : 'inflow'
    const key = `${period} ${state} ${direction}`
    const file = files.get(key) ?? { state, direction, period, figures: [] }
    files.set(key, { ...file, figures: [...file.figures, figure] })
  }
  return [...files.values()]
}

/** Enrols every state, with an agreement of every pair: published totals both ways, of 2010 to 2016. */
export async function enrolStates(
  hub: Hub,
  operator: Profile,
  states: readonly string[],
): Promise<ReadonlyMap<string, Profile>> {
  const profiles = new Map<string, Profile>()
  for (const participant of states)
    profiles.set(participant, await newParticipant(hub, operator, { participant, kind: 'state' }))
  const as = (state: string): Profile => profiles.get(state)!
  for (const [place, first] of states.entries())
    for (const second of states.slice(place + 1)) {
      const terms = termsOf(first, second)
      must(await proposeAgreement(as(first), terms), 'propose')
      for (const party of [first, second]) must(await signAgreement(as(party), terms), 'sign')
    }
  return profiles
}

function termsOf(first: string, second: string): Agreement {
  const terms = corridorTerms([first, second])
  const enforced = terms.enforced.map((clause) => {
    if (clause.kind === 'share') return { ...clause, periods: { from: '2010', until: '2016' } }
    // Nobody takes up cases while history is published: what is under investigation teaches nothing.
    return clause.kind === 'reconcile' ? { ...clause, budget: 0 } : clause
  })
  return { ...terms, enforced }
}

/** What the way in warns of is explained, as an office would that is sure of itself; each message says something of its own. */
function noted(flow: MigrationFlow, why: string): MigrationFlow {
  const notes = ['W510', 'W513', 'W514', 'W515'].map((problem) => ({ problem, text: why }))
  return { ...flow, notes }
}

/** Publishes files over the bus, each state over a connection of its own; all of them have to be accepted. */
export async function publishFiles(
  profiles: ReadonlyMap<string, Profile>,
  files: readonly StateFile[],
  why: string | null,
): Promise<readonly string[]> {
  const answers: string[] = []
  for (const [state, profile] of profiles) {
    const own = files.filter((file) => file.state === state)
    if (own.length === 0) continue
    const connection = must(await connectParticipant(profile), `connect as ${state}`)
    try {
      const flows = own.map(contentOf).map((flow) => (why === null ? flow : noted(flow, why)))
      const outgoing = []
      for (const flow of flows)
        outgoing.push(await putInOutbox(profile, submissionOf('migration-flow', flow)))
      const receipts = must(await publish(connection, outgoing), `publish as ${state}`)
      answers.push(...[...receipts.values()].map(({ event }) => String(event.data['statement'])))
    } finally {
      await connection.close()
    }
  }
  return answers
}

function contentOf({ state, direction, figures }: StateFile): MigrationFlow {
  const rows = figures.map(({ origin, destination, period, value }) => {
    const change = { reporter: state, direction, origin, destination, period, value }
    return [...rowsOf(outflow(state, change))][0]!
  })
  const { definition } = outflow(state)
  const minimumStay = figures[0]?.minimumStay ?? 'P12M'
  return toColumns({ ...definition, minimumStay }, rows)
}
