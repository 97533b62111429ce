// SPDX-License-Identifier: Apache-2.0
import {
  rowsOf,
  toColumns,
  type Agreement,
  type FlowRow,
  type MigrationFlow,
} from '@corridor/contracts'
import { deliveriesOf, terms, type DeliveringHub } from './delivered-figures'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'

/** Belgium gives Denmark its totals, and Denmark's statistics office alone the figures by sex, protected. */
export const agreed: Agreement = {
  ...terms,
  enforced: terms.enforced.flatMap((clause): Agreement['enforced'] => {
    if (clause.kind === 'share' && clause.id === '1') {
      const levels = [{ dimension: 'sex', level: 'all' } as const]
      return [clause, { ...clause, id: '1a', levels, audience: ['STAT'] }]
    }
    const suppression = { threshold: 3, zeros: false, protectionPercent: 100 }
    const rule = { method: 'suppression', ...suppression } as const
    return clause.kind === 'protect' ? [{ ...clause, rule }] : [clause]
  }),
}

/** One figure of Belgium. */
export const flow = (sex: string, value: number, period = '2015'): FlowRow => {
  const [row] = rowsOf(outflow('BE', { sex, value, period }))
  if (row === undefined) throw new Error('there is no row')
  return row
}

/** Publishes figures in one message. */
export async function publish(
  at: DeliveringHub,
  id: string,
  ...rows: readonly FlowRow[]
): Promise<void> {
  const notes = [{ problem: 'W510', text: 'made up for a test' }]
  const data = { ...toColumns(outflow('BE').definition, rows), notes }
  const sent = await submit(at.hub, await sealedBy(at.be, messageBytes('BE', { id, data })))
  expect(sent.status).toBe(200)
}

/** The figures that Denmark, or its office, was told. */
export async function told(at: DeliveringHub, recipient: string): Promise<readonly FlowRow[]> {
  const deliveries = await deliveriesOf(at.dk)
  return deliveries
    .filter((one) => one['recipient'] === recipient)
    .flatMap(({ figures }) => [...rowsOf((figures as { dataset: MigrationFlow }).dataset)])
}
