// SPDX-License-Identifier: Apache-2.0
import type { Dataset } from '@corridor/contracts'
import type { ReportRight } from '@corridor/policy'
import { partnerReport } from './partner-reports'

const at = new Date('2026-11-23T09:12:00Z')
const right: ReportRight = {
  agreement: 'DK-EMPDK-SE',
  clause: {
    ...({ id: '1', kind: 'report', by: ['EMPDK'], as: 'employers', areas: ['DK'] } as const),
    ...{ contract: 'labour-market', only: [{ dimension: 'sector', codes: ['F'] }] },
  },
  from: Date.parse('2026-01-01'),
  until: Date.parse('2027-01-01'),
}
// As far as the test of rows reads it.
const dataset = {
  ...{ rows: 2, classifications: { sector: 'ISIC-4' }, reporter: 'DK', indicator: 'VAC' },
  ...{ period: '2024-Q4', sector: ['F', 'C'] },
} as unknown as Dataset
const sent = { contract: 'labour-market', dataset }

const rowsOf = (report: ReturnType<typeof partnerReport>): readonly boolean[] =>
  [0, 1].map((row) => report.mayReport(row))

describe('what a partner reports', () => {
  it('is row by row what a clause names, in its role', () => {
    const report = partnerReport(sent, { organisation: 'employers', rights: [right] }, at)
    expect(report.role).toBe('employers')
    expect(rowsOf(report)).toEqual([true, false])
  })

  it('is what several clauses name together', () => {
    const only = [{ dimension: 'sector', codes: ['C'] }]
    const other = { ...right, clause: { ...right.clause, id: '2', only } }
    const report = partnerReport(sent, { organisation: 'employers', rights: [right, other] }, at)
    expect(rowsOf(report)).toEqual([true, true])
  })

  it.each([
    ['without a clause', { organisation: 'employers', rights: [] }],
    ['in another role', { organisation: 'workers', rights: [right] }],
    ['as a researcher', { organisation: 'research', rights: [right] }],
    ['as nobody', { organisation: null, rights: [right] }],
    [
      'before its time',
      { organisation: 'employers', rights: [{ ...right, from: at.getTime() + 1 }] },
    ],
    ['after its time', { organisation: 'employers', rights: [{ ...right, until: at.getTime() }] }],
  ])('is nothing %s', (_, rights) => {
    const report = partnerReport(sent, rights, at)
    expect(report.role).toBeNull()
    expect(rowsOf(report)).toEqual([false, false])
  })

  it('is nothing by another contract', () => {
    const rights = { organisation: 'employers', rights: [right] }
    expect(partnerReport({ ...sent, contract: 'deployment' }, rights, at).role).toBeNull()
  })
})
