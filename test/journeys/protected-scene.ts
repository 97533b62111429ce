// SPDX-License-Identifier: Apache-2.0
// Agreements that want figures protected, and what their partners are told. All figures are synthetic.
import {
  cell,
  rowsOf,
  toColumns,
  type Agreement,
  type Dataset,
  type FlowRow,
} from '@corridor/contracts'
import { completed } from '@corridor/policy'
import { connectParticipant, takeStatements, type Profile } from '@corridor/sdk'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { must } from './cast'
import type { Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'

type ProtectionRule = Extract<Agreement['enforced'][number], { kind: 'protect' }>['rule']

/** Counts of one to three are hidden. */
export const suppression: ProtectionRule = {
  ...{ method: 'suppression', threshold: 3, zeros: false, protectionPercent: 100 },
}
/** To multiples of five. */
export const rounding: ProtectionRule = { method: 'random-rounding', base: 5 }
const concentrated: ProtectionRule = {
  ...suppression,
  dominance: { contributors: 2, percent: 85 },
}
/** By cell keys, by three at most. */
export const perturbing: ProtectionRule = {
  ...{ method: 'cell-key', maximumNoise: 3, variance: 1.5, smallest: 0 },
}

/** Belgium gives a partner its flows to it by sex, under a rule. */
export function termsWith(partner: string, rule: ProtectionRule): Agreement {
  const agreed = corridorTerms(['BE', partner])
  return {
    ...agreed,
    enforced: agreed.enforced.map((clause) => {
      if (clause.kind === 'protect') return { ...clause, rule }
      return clause.kind === 'share'
        ? { ...clause, levels: [{ dimension: 'sex', level: 'all' }] }
        : clause
    }),
  }
}

/** Belgium gives a partner its vacancies by section, without those that two employers have most of. */
export function vacanciesTo(partner: string): Agreement {
  const slice = { indicator: 'VAC', basis: 'observed', scenario: '_Z' }
  const whole = ['citizenship', 'sex', 'age', 'education', 'statusInEmployment']
  const only = [...Object.entries(slice), ...whole.map((dimension) => [dimension, '_Z'] as const)]
  return completed({
    ...corridorTerms(['BE', partner]),
    enforced: [
      {
        ...{ id: '1', kind: 'share', from: ['BE'], to: [partner], contract: 'labour-market' },
        only: only.map(([dimension, code]) => ({ dimension, codes: [code] })),
        levels: [{ dimension: 'sector', level: 'level-1' }],
        confStatus: ['F'],
      },
      { id: '2', kind: 'protect', rule: concentrated },
    ],
  })
}

/** A flow of 2015 from Belgium as Belgium reports it. */
export const flow = (destination: string, sex: string, value: number): FlowRow => {
  const [row] = rowsOf(outflow('BE', { destination, sex, value, period: '2015' }))
  if (row === undefined) throw new Error('there is no row')
  return row
}

/** The same flow as its destination reports it. */
export const inflow = (destination: string, sex: string, value: number): FlowRow => ({
  ...flow(destination, sex, value),
  ...{ reporter: destination, direction: 'inflow' },
})

/** Publishes rows, and what is said of them to the hub alone. */
export async function publishRows(
  hub: Hub,
  who: Profile,
  { rows, hubOnly = {} }: { readonly rows: readonly FlowRow[]; readonly hubOnly?: object },
): Promise<void> {
  const data = {
    ...toColumns(outflow('BE').definition, rows),
    ...hubOnly,
    notes: [{ problem: 'W510', text: 'made up for a test' }],
  }
  const sealed = await sealedBy(who, messageBytes(who.participant, { data }))
  const sent = await submit(hub, sealed)
  expect(sent.status).toBe(200)
}

/** A figure as a partner was told it. */
export interface Told {
  readonly sex: string
  readonly value: number | null
  readonly status: string
  readonly lower: number | null
  readonly upper: number | null
}

/** The figures of the next delivery to a partner, and how it says that they are protected. */
export async function next(
  partner: Profile,
): Promise<{ rows: readonly Told[]; methods: readonly unknown[]; text: string }> {
  const found: { dataset: Dataset & { sex: string }; protection: { method: string }[] }[] = []
  const connection = must(await connectParticipant(partner), 'connect')
  await takeStatements(connection, {
    keep: ({ channel, event }) => {
      const { figures } = event.data as { figures?: (typeof found)[number] }
      if (channel === 'delivery' && figures !== undefined) found.push(figures)
    },
    enough: () => found.length > 0,
    idleMs: 10_000,
  })
  await connection.close()
  const [figures] = found
  if (figures === undefined) throw new Error('nothing was delivered')
  const { dataset, protection } = figures
  const rows = Array.from({ length: dataset.rows }, (_, row) => ({
    sex: cell(dataset.sex, row),
    value: cell(dataset.value, row),
    status: cell(dataset.valueStatus, row),
    lower: cell(dataset.lower ?? null, row),
    upper: cell(dataset.upper ?? null, row),
  }))
  return { rows, methods: protection.map(({ method }) => method), text: JSON.stringify(figures) }
}

/** Figures by sex. */
export const bySex = (rows: readonly Told[]): ReadonlyMap<string, Told> =>
  new Map(rows.map((row) => [row.sex, row]))
