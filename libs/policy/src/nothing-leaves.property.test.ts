// SPDX-License-Identifier: Apache-2.0
// No cell leaves that no clause grants. What is granted is read from the terms anew here, without the code under test.
import { rowsOf, toColumns, type Definition, type FlowRow } from '@corridor/contracts'
import { cellOf, someAgreements, someRequest, someTable } from '@corridor/testing'
import fc from 'fast-check'
import { compile } from './compile'
import { decide, permitsOf } from './decide'
import { explain } from './explain'
import type { AccessRequest } from './policy'
import { projectDataset } from './project-dataset'
import { projectFor } from './project-for'
import type { KnownAgreement } from './standing'
import type { ClauseOf } from './terms'

const at = new Date('2026-06-01T12:00:00Z')
const definition: Definition = {
  minimumStay: 'P12M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
  eventConcept: 'registration',
  ageDefinition: 'completed',
  periodConvention: 'calendar',
}

const months: Readonly<Record<string, readonly [number, number]>> = {
  '2013': [-11, 0],
  '2014': [1, 12],
  '2015': [13, 24],
  '2016': [25, 36],
  '2016-Q1': [25, 27],
  '2016-Q2': [28, 30],
  '2016-07': [31, 31],
}
const levelsOf: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  occupation: {
    'level-1': ['OC1', 'OC2', '_U'],
    'level-2': ['OC1', 'OC11', 'OC12', 'OC13', 'OC14', 'OC2', '_U'],
  },
  sex: { 'level-1': ['F', 'M', '_U'], 'level-2': ['F', 'M', '_U'] },
  age: { 'five-year-ages': ['Y15T19', 'Y20T24', 'Y15T24'], 'ten-year-ages': [] },
  stay: {},
}
const inside: Readonly<Record<string, readonly string[]>> = {
  OC1: ['OC1', 'OC11', 'OC111', 'OC12', 'OC13', 'OC14'],
  Y15T19: ['Y15T19', 'Y15', 'Y16', 'Y17', 'Y18', 'Y19'],
  Y20T24: ['Y20T24'],
  F: ['F'],
}

function includes(period: string, within: { from: string; until: string } | undefined): boolean {
  if (within === undefined) return true
  const [first, last] = months[period] ?? [0, 99]
  return first >= (months[within.from]?.[0] ?? 99) && last <= (months[within.until]?.[1] ?? 0)
}

function isFineEnough(clause: ClauseOf<'share'>, row: FlowRow, column: keyof FlowRow): boolean {
  const code = String(row[column])
  const level = clause.levels?.find(({ dimension }) => dimension === column)?.level
  const only = clause.only?.find(({ dimension }) => dimension === column)?.codes
  const within =
    level === 'all' || code === '_T' || (levelsOf[column]?.[level ?? '']?.includes(code) ?? false)
  if (only === undefined) return within
  if (level === undefined) return only.includes(code)
  return within && only.some((wide) => inside[wide]?.includes(code))
}

function grantsByTheLetter(
  { terms, standing }: KnownAgreement,
  clause: ClauseOf<'share'>,
  { row, asked }: { row: FlowRow; asked: AccessRequest },
): boolean {
  const speaks = (names: readonly string[], who: string): boolean =>
    standing.parties.includes(who) &&
    (names.includes(who) || names.includes('_PARTIES')) &&
    !standing.reservations.some(({ party, clause: id }) => party === who && id === clause.id)
  const tied = terms.enforced.flatMap((one) =>
    one.kind === 'reciprocity' && one.clauses.includes(clause.id) ? one.clauses : [],
  )
  const gives = tied
    .filter((id) => id !== clause.id)
    .every((id) =>
      terms.enforced.some(
        (one) =>
          one.kind === 'share' &&
          one.id === id &&
          standing.parties.includes(asked.recipient) &&
          (one.from.includes(asked.recipient) || one.from.includes('_PARTIES')) &&
          !standing.reservations.some((r) => r.party === asked.recipient && r.clause === id),
      ),
    )
  const place = (code: string): readonly string[] =>
    code === '_PARTIES' ? standing.parties : [code]
  return (
    asked.sender !== asked.recipient &&
    speaks(clause.from, asked.sender) &&
    speaks(clause.to, asked.recipient) &&
    (clause.audience === undefined ||
      (asked.office !== undefined && clause.audience.includes(asked.office))) &&
    gives &&
    row.reporter === asked.sender &&
    clause.confStatus.some((status) => status === row.confStatus) &&
    (clause.corridors ?? []).some(
      (one) =>
        place(one.origin).includes(row.origin) && place(one.destination).includes(row.destination),
    ) &&
    includes(row.period, clause.periods) &&
    (clause.only
      ?.find(({ dimension }) => dimension === 'direction')
      ?.codes.includes(row.direction) ??
      true) &&
    (['sex', 'age', 'occupation', 'sector', 'stay', 'education'] as const).every((column) =>
      isFineEnough(clause, row, column),
    )
  )
}

function granting(known: KnownAgreement, asked: AccessRequest, row: FlowRow) {
  const shares = known.terms.enforced.filter(
    (one): one is ClauseOf<'share'> => one.kind === 'share',
  )
  return shares.filter((clause) => grantsByTheLetter(known, clause, { row, asked }))
}

// An agreement speaks of a flow where a clause names both, whatever else it says.
function speaking(agreements: readonly KnownAgreement[], { sender, recipient }: AccessRequest) {
  return agreements.filter(
    ({ terms, standing }) =>
      standing.status === 'in-force' &&
      terms.enforced.some(
        (one) =>
          one.kind === 'share' &&
          [
            [one.from, sender],
            [one.to, recipient],
          ].every(
            ([names, who]) =>
              standing.parties.includes(String(who)) &&
              (names?.includes(String(who)) === true || names?.includes('_PARTIES') === true) &&
              !standing.reservations.some((r) => r.party === who && r.clause === one.id),
          ),
      ),
  )
}

function isGranted(agreements: readonly KnownAgreement[], asked: AccessRequest, row: FlowRow) {
  const asking = asked.sender === asked.recipient ? [] : speaking(agreements, asked)
  return asking.length > 0 && asking.every((one) => granting(one, asked, row).length > 0)
}

describe('whatever is agreed and whatever a table holds', () => {
  it('no cell leaves that no clause grants, and none is held back that every agreement grants', () => {
    let [asTheyAre, addedUp] = [0, 0]
    fc.assert(
      fc.property(someAgreements, someRequest, someTable, (agreements, asked, rows) => {
        const flow = toColumns(definition, rows)
        const decision = decide(compile(agreements), asked, at)
        const granted = rows.filter((row) => isGranted(agreements, asked, row))
        if (decision.decision === 'DENY') {
          expect(granted).toEqual([])
          return
        }
        const out = projectDataset(flow, decision, at)
        const left = out.dataset === null ? [] : [...rowsOf(out.dataset)]
        expect(left.slice(0, granted.length)).toEqual(granted)
        expect(out.rows).toHaveLength(left.length)
        for (const row of left) expect(isGranted(agreements, asked, row)).toBe(true)
        expect(new Set(left.map(cellOf)).size).toBe(left.length)
        for (const [i, { agreement, clause, from }] of out.rows.entries()) {
          const source = agreements.find(({ terms }) => terms.id === agreement)
          const by = source === undefined ? [] : granting(source, asked, left[i]!)
          expect(by.map(({ id }) => id)).toContain(clause)
          const sum = from.reduce((total, part) => total + (rows[part]?.value ?? 0), 0)
          expect(left[i]?.value).toBe(sum)
          expect(new Set(from).size).toBe(from.length)
        }
        asTheyAre += granted.length
        addedUp += left.length - granted.length
      }),
      { numRuns: 1_000 },
    )
    expect(asTheyAre).toBeGreaterThan(200)
    expect(addedUp).toBeGreaterThan(30)
  })

  it('what is made of others is made of nothing that its sender keeps back, and stands beside none that it gives', () => {
    fc.assert(
      fc.property(someAgreements, someRequest, someTable, (agreements, asked, rows) => {
        const decision = decide(compile(agreements), asked, at)
        if (decision.decision === 'DENY') return
        const out = projectDataset(toColumns(definition, rows), decision, at)
        const left = out.dataset === null ? [] : [...rowsOf(out.dataset)]
        const given = new Set(rows.map(cellOf))
        const allowed = decision.grants.map(({ clauses }) => clauses.flatMap((c) => c.confStatus))
        for (const [i, { from }] of out.rows.entries()) {
          if (from.length === 1 && left[i]?.value === rows[from[0]!]?.value) continue
          expect(given.has(cellOf(left[i]!))).toBe(false)
          for (const part of from)
            for (const codes of allowed) expect(codes).toContain(rows[part]?.confStatus)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('an office is handed what it is granted beside its participant, and both together all that it is granted', () => {
    let besides = 0
    fc.assert(
      fc.property(
        someAgreements,
        someRequest,
        someTable,
        (agreements, { office: _, ...flow }, rows) => {
          const table = toColumns(definition, rows)
          const permits = permitsOf(compile(agreements), flow, at)
          const handed = (office?: string) =>
            permits
              .filter((permit) => permit.office === office)
              .map((permit) => projectFor(table, permit, at))
              .flatMap(({ dataset }) => (dataset === null ? [] : [...rowsOf(dataset)]))
          const whole = handed()
          const [stated, told] = [rows, whole].map((some) => new Set(some.map(cellOf)))
          for (const row of whole) expect(isGranted(agreements, flow, row)).toBe(true)
          for (const office of ['STAT', 'TAX', 'WORK']) {
            const own = handed(office)
            const asked = { ...flow, office }
            for (const row of own) {
              expect(isGranted(agreements, asked, row)).toBe(true)
              expect(told?.has(cellOf(row))).toBe(false)
              // A sum that only the office is made may be of cells that its participant is told one by one.
              if (stated?.has(cellOf(row)) === true)
                expect(isGranted(agreements, flow, row)).toBe(false)
            }
            const all = decide(compile(agreements), asked, at)
            const granted = all.decision === 'DENY' ? null : projectDataset(table, all, at).dataset
            const together = [...whole, ...own].map(cellOf)
            const inAll = new Set((granted === null ? [] : [...rowsOf(granted)]).map(cellOf))
            expect([...inAll].filter((cell) => !together.includes(cell))).toEqual([])
            // Whoever reads both in one table needs no sum of cells that it is told one by one.
            const beyond = together.filter((cell) => !inAll.has(cell))
            expect(beyond.filter((cell) => stated?.has(cell))).toEqual([])
            besides += own.length
          }
        },
      ),
      { numRuns: 1_000 },
    )
    expect(besides).toBeGreaterThan(50)
  })

  it('every row is explained: it left, went into a sum, or stayed with a code', () => {
    fc.assert(
      fc.property(someAgreements, someRequest, someTable, (agreements, asked, rows) => {
        const decision = decide(compile(agreements), asked, at)
        const explained = explain(toColumns(definition, rows), decision, at)
        expect(explained.map(({ row }) => row)).toEqual(rows.map((_, i) => i + 1))
        const left = explained.filter(({ became }) => became === 'left').map(({ row }) => row)
        expect(left).toEqual(
          rows.flatMap((row, i) => (isGranted(agreements, asked, row) ? [i + 1] : [])),
        )
      }),
      { numRuns: 500 },
    )
  })
})
