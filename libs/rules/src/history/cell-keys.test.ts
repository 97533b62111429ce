// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import {
  codeList,
  convertDown,
  pickRows,
  statisticalContracts,
  structure,
  type Dataset,
  type MigrationFlow,
  type Structure,
} from '@corridor/contracts'
import { cellKeys, cellKeysByVariant, type CellVariant } from './cell-keys'

const flows = structure('migration-flow')

const flow: MigrationFlow = {
  definition: {
    minimumStay: 'P12M',
    population: 'all',
    source: 'register',
    partnerConcept: 'residence',
    eventConcept: 'registration',
    ageDefinition: 'completed',
    periodConvention: 'calendar',
  },
  classifications: { occupation: 'ISCO-08', sector: 'ISIC-4', education: 'ISCED-2011' },
  frequency: 'A',
  rows: 2,
  reporter: 'BE',
  direction: 'outflow',
  origin: 'BE',
  destination: ['DK', 'SE'],
  period: '2016',
  sex: '_T',
  age: '_T',
  occupation: '_T',
  sector: '_T',
  stay: '_T',
  education: '_T',
  value: [409, 0],
  valueStatus: 'value',
  obsStatus: 'A',
  confStatus: 'F',
}

function named(keys: Uint32Array): readonly string[] {
  return Array.from({ length: keys.length / 4 }, (_, row) =>
    [...keys.subarray(row * 4, row * 4 + 4)].join('-'),
  )
}

function keys(changes: Partial<MigrationFlow>, variant?: CellVariant): readonly string[] {
  return named(cellKeys({ ...flow, ...changes }, flows, variant))
}

describe('the key of a cell', () => {
  it('is the same on every machine and in every release, for it is kept', () => {
    // Worked out apart: the first 16 bytes of SHA-256('reporter:BE') XOR SHA-256('direction:outflow') and so on, as big-endian words.
    expect(keys({})).toEqual([
      '3649842329-1604313167-2007149141-3531085088',
      '3303986109-1857649356-3133287697-1309972518',
    ])
  })

  it('is the same whether a code or its alias is written', () => {
    expect(keys({ destination: ['EL', 'UK'] })).toEqual(keys({ destination: ['GR', 'GB'] }))
    expect(keys({ age: 'Y0T14' })).toEqual(keys({ age: 'Y_LT15' }))
  })

  it('says nothing of the figure or of what is said of it', () => {
    expect(keys({ value: [1, 2], obsStatus: 'B P', confStatus: 'N' })).toEqual(keys({}))
  })

  it('depends on the classification of a code, not on that of a total', () => {
    const former = { occupation: 'ISCO-88', sector: 'ISIC-4', education: 'ISCED-2011' } as const
    expect(keys({ classifications: former })).toEqual(keys({}))
    expect(keys({ classifications: former, occupation: 'OC1' })).not.toEqual(
      keys({ occupation: 'OC1' }),
    )
  })

  it('of the year before is that of the same cell in the message of that year', () => {
    expect(keys({}, 'year-before')).toEqual(keys({ period: '2015' }))
    expect(keys({ period: '2016-Q2' }, 'year-before')).toEqual(keys({ period: '2015-Q2' }))
  })

  it('of the reversed cell is that of the stream the other way, as the same sender counts it', () => {
    const other = { direction: 'inflow', origin: ['DK', 'SE'], destination: 'BE' } as const
    expect(keys({}, 'reversed')).toEqual(keys(other))
    expect(keys(other, 'reversed')).toEqual(keys({}))
  })

  it('is there for no variant that a structure cannot have', () => {
    const dimensions = flows.dimensions.filter(({ role }) => role !== 'destination')
    const without: Structure = { ...flows, dimensions }
    expect(cellKeys(flow, without, 'reversed')).toHaveLength(0)
    expect(cellKeys(flow, without, 'year-before')).toHaveLength(8)
  })
})

/** Any dataset of a contract, of codes that its lists have. */
function anyDataset(known: Structure): fc.Arbitrary<Dataset> {
  return fc.integer({ min: 1, max: 12 }).chain((rows) => {
    const columns = known.dimensions.map(({ column, codelist, classification, values }) => {
      const list = codelist ?? Object.values(classification ?? {})[0]
      const listed = list === undefined ? ['2014', '2015', '2016'] : codeList(list).codes
      const codes = values ?? (listed.length > 0 ? listed : ['_T', 'Y15T19', 'Y_GE65'])
      const entry = fc.constantFrom(...codes)
      const entries = fc.array(entry, { minLength: rows, maxLength: rows })
      return [column, fc.oneof(entry, entries)] as const
    })
    const classifications = Object.fromEntries(
      known.dimensions.flatMap(({ column, classification }) =>
        classification === undefined ? [] : [[column, Object.keys(classification)[0] ?? '']],
      ),
    )
    const { definition, value, valueStatus, obsStatus, confStatus } = { ...flow, value: 1 }
    const rest = { definition, value, valueStatus, obsStatus, confStatus, frequency: 'A' as const }
    return fc
      .record(Object.fromEntries(columns))
      .map((codes) => ({ ...rest, ...codes, classifications, rows }))
  })
}

describe.each(statisticalContracts)('cells of %s', (name) => {
  const known = structure(name)
  if (known === undefined) throw new Error(`there is no structure of ${name}`)
  const cells = (dataset: Dataset): readonly string[] => {
    const names = known.dimensions.map(({ column }) => column)
    const picked = Array.from({ length: dataset.rows }, (_, row) => pickRows(dataset, known, [row]))
    return picked.map((one) =>
      names
        .map((column) => String(Object.entries(one).find(([key]) => key === column)?.[1]))
        .join(),
    )
  }

  it('have equal keys exactly where all dimensions are equal', () => {
    fc.assert(
      fc.property(anyDataset(known), anyDataset(known), (one, other) => {
        const all = [...cells(one), ...cells(other)]
        const told = [...named(cellKeys(one, known)), ...named(cellKeys(other, known))]
        expect(new Set(told).size).toBe(new Set(all).size)
        expect(new Set(told.map((key, i) => `${key} ${all[i] ?? ''}`)).size).toBe(new Set(all).size)
      }),
    )
  })

  it('have the keys they have, whatever rows stand beside them and in which order', () => {
    fc.assert(
      fc.property(anyDataset(known), fc.infiniteStream(fc.nat()), (dataset, random) => {
        const order = Array.from({ length: dataset.rows }, (_, row) => row)
          .map((row) => [random.next().value ?? 0, row] as const)
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row)
        for (const variant of ['same', 'year-before', 'reversed'] as const) {
          const before = named(cellKeys(dataset, known, variant))
          const after = named(cellKeys(pickRows(dataset, known, order), known, variant))
          expect(after).toEqual(before.length === 0 ? [] : order.map((row) => before[row]))
        }
      }),
    )
  })
})

describe('a sender who changes to a newer version', () => {
  it('speaks of the same cells, and a level of education is a cell of its own', () => {
    const older = structure('migration-flow', '1.0.0')
    if (older === undefined) throw new Error('there is 1.0.0')
    const { dataset } = convertDown('migration-flow', { from: '1.1.0', to: '1.0.0' }, flow)
    if (dataset === null) throw new Error('all of it is totals')
    expect(cellKeys(dataset, older)).toEqual(cellKeys(flow, flows))
    expect(cellKeys({ ...flow, education: 'ED6' } as MigrationFlow, flows)).not.toEqual(
      cellKeys(flow, flows),
    )
  })
})

describe('the keys of all variants at once', () => {
  const code = fc.constantFrom('_T', 'Y15T19', 'Y20T24')
  const state = fc.constantFrom('DK', 'SE', 'FI')

  it('are those of each variant', () => {
    const rows = fc.array(fc.record({ age: code, destination: state }), { minLength: 1 })
    fc.assert(
      fc.property(rows, (cells) => {
        const dataset = {
          ...flow,
          rows: cells.length,
          age: cells.map(({ age }) => age),
          destination: cells.map(({ destination }) => destination),
        }
        const all = cellKeysByVariant(dataset, flows)
        for (const variant of ['same', 'year-before', 'reversed'] as const)
          expect(all[variant]).toEqual(cellKeys(dataset, flows, variant))
      }),
    )
  })
})
