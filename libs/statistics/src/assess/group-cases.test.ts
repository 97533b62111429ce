// SPDX-License-Identifier: Apache-2.0
import type { ReporterBreak } from '../series/reporter-breaks'
import { groupCases } from './group-cases'

const cell = (key: string, dataflow = 'migration-flow') => {
  const [origin = '', destination = ''] = key
  return { key, origin, destination, dataflow }
}
const found = (reporter: string, z: number, cells: readonly string[]): ReporterBreak => {
  return { reporter, role: 'destination', cells, factor: 0.5, movedShare: 0.8, z }
}

describe('cells of which cases are opened', () => {
  it('make one case for each direction of a corridor and dataflow', () => {
    const cells = [
      cell('AB'),
      { ...cell('AB'), key: 'AB by age' },
      cell('BA'),
      cell('AB', 'permits'),
    ]
    expect(groupCases(cells, []).map((one) => one.cells.length)).toEqual([2, 1, 1])
  })

  it('of a reporter that broke make one case of its own, the strongest first', () => {
    const breaks = [found('D', 5, ['AD', 'BD', 'CD']), found('E', -9, ['AE', 'CD'])]
    const groups = groupCases([cell('AD'), cell('CD'), cell('AB')], breaks)
    expect(groups.map((one) => [one.about, one.cells.map(({ key }) => key)])).toEqual([
      ['reporter', ['CD']],
      ['reporter', ['AD']],
      ['corridor', ['AB']],
    ])
  })

  it('need not be suspect themselves for a reporter to have a case', () => {
    expect(groupCases([], [found('D', 5, ['AD'])])).toMatchObject([
      { about: 'reporter', cells: [] },
    ])
  })
})
