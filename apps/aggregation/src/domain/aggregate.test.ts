// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { aggregate, type Flow } from './aggregate'

const outflow = (corridor: string, value: number): Flow => flowOf('outflow', corridor, value)
const inflow = (corridor: string, value: number): Flow => flowOf('inflow', corridor, value)

// The origin reports who left, the destination who arrived.
function flowOf(direction: Flow['direction'], corridor: string, value: number): Flow {
  const [origin = '', destination = ''] = corridor.split('>')
  const reporter = direction === 'outflow' ? origin : destination
  return { reporter, direction, origin, destination, period: '2016', value, position: value }
}

const region = { id: 'REGION', members: ['AA', 'BB', 'CC'], consented: ['AA', 'BB'] }

describe('moves among the members of a region', () => {
  it('are added up as each side reports them', () => {
    const sums = aggregate(region, [
      outflow('AA>BB', 90),
      inflow('AA>BB', 110),
      outflow('BB>AA', 7),
      inflow('BB>AA', 5),
    ])
    expect(sums.moves).toEqual({
      rows: 1,
      period: ['2016'],
      asReportedByOrigins: [97],
      asReportedByDestinations: [115],
    })
    expect(sums.byMember).toEqual({
      rows: 2,
      member: ['AA', 'BB'],
      period: ['2016', '2016'],
      fromMembers: [5, 110],
      toMembers: [90, 7],
    })
    expect(sums.corridors).toBe(2)
    expect(sums.positions).toEqual([5, 7, 90, 110])
  })

  it('leave out a member that does not consent, on both ends', () => {
    const sums = aggregate(region, [outflow('AA>CC', 40), inflow('AA>CC', 41)])
    expect(sums).toMatchObject({ corridors: 0, moves: { rows: 0 }, byMember: { rows: 0 } })
  })

  it('leave out a corridor that only one end has reported', () => {
    expect(aggregate(region, [outflow('AA>BB', 90)])).toMatchObject({ corridors: 0, positions: [] })
  })
})

const someState = fc.constantFrom('AA', 'BB', 'CC', 'DD')
const someFlow: fc.Arbitrary<Flow> = fc
  .record({
    direction: fc.constantFrom('outflow', 'inflow'),
    origin: someState,
    destination: someState,
    period: fc.constantFrom('2015', '2016'),
    value: fc.nat({ max: 9_999 }),
    position: fc.nat({ max: 9 }),
  })
  .map((drawn) => ({
    ...drawn,
    reporter: drawn.direction === 'outflow' ? drawn.origin : drawn.destination,
  }))

describe('whatever is reported', () => {
  it('the sums use only figures of consenting members: others can say anything', () => {
    fc.assert(
      fc.property(fc.array(someFlow), fc.array(someFlow), (flows, more) => {
        const touchesOthers = ({ origin, destination }: Flow): boolean =>
          ![origin, destination].every((end) => region.consented.includes(end))
        const without = flows.filter((one) => !touchesOthers(one))
        const sums = aggregate(region, [...flows, ...more.filter(touchesOthers)])
        expect(sums).toEqual(aggregate(region, without))
        for (const member of sums.byMember.member) expect(region.consented).toContain(member)
      }),
    )
  })

  it('moves among the members are counted out of one and into another, the same total twice', () => {
    fc.assert(
      fc.property(fc.array(someFlow), (flows) => {
        const { moves, byMember } = aggregate(region, flows)
        const sum = (column: readonly (number | null)[]): number =>
          column.reduce<number>((total, value) => total + (value ?? 0), 0)
        expect(sum(byMember.toMembers)).toBe(sum(moves.asReportedByOrigins))
        expect(sum(byMember.fromMembers)).toBe(sum(moves.asReportedByDestinations))
      }),
    )
  })
})
