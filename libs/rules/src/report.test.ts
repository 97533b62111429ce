// SPDX-License-Identifier: Apache-2.0
import { newestVersion, validate, type Report } from '@corridor/contracts'
import type { Found } from './found'
import { flow, foundIn } from './given'
import { mergeReports, problemsOf, reportOf } from './index'

const rows = 30
const many = {
  rows,
  destination: Array.from({ length: rows }, (_, row) => (row < 25 ? 'QQ' : 'DK')),
  period: Array.from({ length: rows }, (_, row) => String(1900 + row)),
  value: Array.from({ length: rows }, (_, row) => (row === 29 ? 20_000_001 : row)),
  confStatus: Array.from({ length: rows }, (_, row) => (row < 3 ? 'E' : 'F')),
}

/** A signed statement is judged by its contract, so what goes into it has to follow it. */
function accepted(report: Report): boolean {
  const receipt = {
    statement: 'refused',
    submission: { id: 'a', source: null, contract: null, version: null },
    digest: 'sha-256:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
    receivedAt: '2026-11-23T09:12:00.000Z',
    problem: { code: 'CODE_UNKNOWN', detail: 'see the report' },
    report,
  }
  return validate('receipt', newestVersion('receipt'), receipt).ok
}

describe('the report of a refused message', () => {
  const report = reportOf(foundIn(many))

  it('groups rows by cause, errors first and the most frequent of each first', () => {
    expect(report.lines.map(({ problem, rows: count }) => [problem, count])).toEqual([
      ['CODE_UNKNOWN', 25],
      ['EMBARGO_MISSING', 3],
      ...Array.from({ length: 30 }, () => ['PERIOD_LONG_AGO', 1]),
      ['VALUE_LARGE', 1],
    ])
    expect(report).toMatchObject({ errors: 28, warnings: 31, groups: 33 })
  })

  it('names the first twenty rows of a cause, counted from 1', () => {
    expect(report.lines[0]).toEqual({
      problem: 'CODE_UNKNOWN',
      level: 'error',
      column: 'destination',
      value: 'QQ',
      detail: 'code QQ is not in CL_AREA',
      rows: 25,
      first: Array.from({ length: 20 }, (_, i) => i + 1),
    })
  })

  it('follows the contract of a receipt', () => {
    expect(accepted(report)).toBe(true)
    expect(accepted(reportOf(foundIn(many), { dataset: 2 }))).toBe(true)
  })

  it('lists a hundred causes and counts them all', () => {
    const destination = Array.from({ length: 200 }, (_, row) => `Q${row}`)
    const crowded = reportOf(foundIn({ rows: 200, destination, value: 1 }))
    expect(crowded).toMatchObject({ errors: 200, groups: 200 })
    expect(crowded.lines).toHaveLength(100)
    expect(accepted(crowded)).toBe(true)
  })

  it('cuts what is longer than a receipt may carry, by whole characters', () => {
    const found: Found = {
      code: 'VALUE_LARGE',
      level: 'warning',
      column: 'value',
      value: '😀'.repeat(65),
      detail: 'x'.repeat(501),
      rows: [0],
      noted: 'y'.repeat(501),
    }
    const [line] = reportOf([found]).lines
    expect(line?.value).toBe(`${'😀'.repeat(63)}…`)
    expect(accepted(reportOf([found]))).toBe(true)
  })

  it('of a bundle puts the datasets together', () => {
    const one = reportOf(foundIn({ destination: 'QQ' }), { dataset: 1 })
    const both = mergeReports([one, reportOf(foundIn(many), { dataset: 2 })])
    expect(both).toMatchObject({ errors: 2 + 28, groups: 1 + 33 })
    expect(both.lines.slice(0, 4).map(({ dataset, rows: count }) => [dataset, count])).toEqual([
      [2, 25],
      [2, 3],
      [1, 2],
      [2, 1],
    ])
  })
})

describe('the problems of a file', () => {
  const file = {
    rowNumbers: [2, 4],
    sheet: 'Q4',
    places: { destination: { letter: 'F' }, confStatus: { letter: 'H' } },
    data: { ...flow, destination: ['QQ', 'QQ'] },
  }

  it('are told row by row, with row and column as the file shows them, and what to do', () => {
    const problems = problemsOf(foundIn({ destination: ['QQ', 'QQ'] }), file)
    const shared = {
      code: 'CODE_UNKNOWN',
      number: 'E201',
      level: 'error',
      sheet: 'Q4',
      column: 'F',
      field: 'destination',
      value: 'QQ',
      rows: 2,
      message: 'code QQ is not in CL_AREA',
      fix: expect.stringMatching(/^[A-Z].*\.$/) as string,
    }
    expect(problems.slice(0, 2)).toEqual([
      { ...shared, row: 2 },
      { ...shared, row: 4 },
    ])
  })

  it('are never capped', () => {
    const destination = Array.from({ length: 5000 }, (_, row) => `Q${row % 700}`)
    const period = Array.from({ length: 5000 }, (_, row) => String(2000 + Math.floor(row / 700)))
    const found = foundIn({ rows: 5000, destination, period, value: 1 })
    expect(problemsOf(found, { rowNumbers: [], places: {} })).toHaveLength(5000)
  })

  it('that rows have with each other name the other rows as the file counts them', () => {
    const problems = problemsOf(foundIn({ destination: 'DK' }), file)
    expect(problems.map(({ row, message }) => [row, message])).toEqual([
      [2, 'row 4 is about BE outflow BE DK 2016 _T _T _T _T _T _T too'],
      [4, 'row 2 is about BE outflow BE DK 2016 _T _T _T _T _T _T too'],
    ])
  })

  it('of the file as a whole have no row', () => {
    const definition = { ...flow.definition, eventConcept: 'census-count' } as const
    const [problem] = problemsOf(foundIn({ definition }), file)
    expect(problem).toMatchObject({ code: 'DEFINITION_UNLIKELY', number: 'W502', rows: 0 })
    expect(problem).not.toHaveProperty('row')
  })
})
