// SPDX-License-Identifier: Apache-2.0
import { aggregate, type Flow } from './aggregate'

const flow = (
  reporter: string,
  direction: Flow['direction'],
  corridor: string,
  value: number,
): Flow => {
  const [origin = '', destination = ''] = corridor.split('>')
  return { reporter, direction, origin, destination, period: '2016', value }
}
const region = { id: 'REGION', members: ['AA', 'BB', 'CC'], consented: ['AA', 'BB'] }

describe('moves among the members of a region', () => {
  it('are added up as each side reports them', () => {
    const sums = aggregate(region, [
      flow('AA', 'outflow', 'AA>BB', 90),
      flow('BB', 'inflow', 'AA>BB', 110),
      flow('BB', 'outflow', 'BB>AA', 7),
      flow('AA', 'inflow', 'BB>AA', 5),
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
  })

  it('leave out a member that does not consent, on both ends', () => {
    const sums = aggregate(region, [
      flow('AA', 'outflow', 'AA>CC', 40),
      flow('CC', 'inflow', 'AA>CC', 41),
    ])
    expect(sums).toMatchObject({ corridors: 0, moves: { rows: 0 }, byMember: { rows: 0 } })
  })

  it('leave out a corridor that only one end has reported', () => {
    expect(aggregate(region, [flow('AA', 'outflow', 'AA>BB', 90)]).corridors).toBe(0)
  })
})
