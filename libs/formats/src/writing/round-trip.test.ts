// SPDX-License-Identifier: Apache-2.0
import { cellKeyRange, codeList, contracts, statisticalContracts } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import fc from 'fast-check'
import { contractColumns, type ContractColumn } from '../csv/contract-columns'
import { fold } from '../csv/fold'
import { readFile } from '../reading/read-file'
import { writeSdmxJson } from '../sdmx-json/write-sdmx-json'
import { writeSdmxCsv, type SdmxCsvForm } from '../sdmx-csv/write-sdmx-csv'
import { writeCsv } from './write-csv'
import type { WrittenPart } from './written-part'

// Synthetic datasets of every shape that a contract's structure allows.
const statistical = contracts.filter(({ name }) => statisticalContracts.includes(name))

const somePeriod: Readonly<Record<string, fc.Arbitrary<string>>> = {
  A: fc.integer({ min: 1990, max: 2035 }).map(String),
  S: fc.constantFrom('2016-S1', '2017-S2'),
  Q: fc.constantFrom('2016-Q1', '2016-Q4', '2017-Q2'),
  M: fc.constantFrom('2016-01', '2016-12'),
}

const someText = fc.oneof(
  fc.constantFrom(
    'not-stated',
    'P12M',
    '=1+1',
    '--07-01',
    "'=x",
    'A: B',
    'a;b|c',
    '-2+3',
    'é, "ü"',
  ),
  fc
    .string({ minLength: 1 })
    .filter((text) => text.trim() === text && text !== '#N/A' && !/[\r\n]/.test(text)),
)

const someCode = (column: ContractColumn, list = column.codelist): fc.Arbitrary<string> =>
  list === undefined
    ? fc.constantFrom('X', 'Y1')
    : fc.constantFrom(...codeList(list).codes.slice(0, 40), ...codeList(list).codes.slice(-4))

const someSet = fc
  .shuffledSubarray(['A', 'B', 'D', 'E', 'F', 'P', 'Q', 'U', 'M'], { minLength: 1, maxLength: 4 })
  .map((codes) => codes.join(' '))

const someStatus = fc.constantFrom('value', 'suppressed', 'missing', 'not-applicable', 'retracted')
const someCount = fc.nat(999_999_999)
const someBounds = fc.option(fc.tuple(someCount, someCount))

interface Figure {
  readonly [name: string]: unknown
}

function someFigure(
  columns: readonly ContractColumn[],
  has: (name: string) => boolean,
): fc.Arbitrary<Figure> {
  return fc
    .record({
      status: someStatus,
      value: someCount,
      bounds: someBounds,
      error: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
      sample: fc.option(fc.nat()),
      key: fc.option(fc.nat(cellKeyRange - 1)),
      shares: fc.option(fc.tuple(someCount, someCount)),
      set: someSet,
    })
    .chain((met) =>
      fc
        .record({
          confStatus: fc.constantFrom('F', 'C', 'N', 'E'),
          embargo: fc.option(fc.constant('2026-01-31T09:12:00Z')),
        })
        .map((more): Figure => {
          const isHidden = met.status === 'suppressed' && met.bounds !== null
          const all: Figure = {
            value: met.status === 'value' ? met.value : null,
            valueStatus: met.status,
            lower: isHidden ? Math.min(...(met.bounds ?? [])) : null,
            upper: isHidden ? Math.max(...(met.bounds ?? [])) : null,
            standardError: met.status === 'value' && met.error !== null ? met.error + 0 : null,
            sampleSize: met.status === 'value' ? met.sample : null,
            cellKey: met.key,
            contributors: met.shares === null ? null : 7,
            largestContribution: met.shares?.[0] ?? null,
            secondContribution: met.shares?.[1] ?? null,
            obsStatus: met.set,
            confStatus: more.confStatus,
            embargo: more.embargo,
          }
          return Object.fromEntries(Object.entries(all).filter(([name]) => has(name)))
        }),
    )
}

function someDataset(contract: {
  readonly name: string
  readonly version: string
}): fc.Arbitrary<WrittenPart> {
  const columns = contractColumns(contract.name, contract.version) ?? []
  const has = (name: string): boolean => columns.some(({ column }) => column === name)
  const dimensions = columns.filter(({ role }) => role === 'dimension')
  const classified = dimensions.filter(({ classification }) => classification !== undefined)
  const someHead = fc.record({
    frequency: has('frequency') ? fc.constantFrom('A', 'S', 'Q', 'M') : fc.constant('A'),
    classifications: fc.record(
      Object.fromEntries(
        classified.map(({ column, classification = {} }) => [
          column,
          fc.constantFrom(...Object.keys(classification)),
        ]),
      ),
    ),
    definition: fc.record(
      Object.fromEntries(
        columns
          .filter(({ column }) => /^definition\.\w+$/.test(column))
          .map(({ column, optional }) => [
            column.slice(11),
            optional ? fc.option(someText, { nil: undefined }) : someText,
          ]),
      ),
    ),
    projection: fc.boolean(),
    unit: fc.option(
      fc.record({
        measure: fc.constantFrom('PS', 'XDC'),
        multiplier: fc.constantFrom(0, 3, 6),
        decimals: fc.nat(6),
      }),
    ),
    notes: fc.option(
      fc.array(fc.record({ problem: fc.constantFrom('W510', 'W511'), text: someText }), {
        minLength: 1,
      }),
    ),
    mapped: fc.boolean(),
    redistribution: fc.option(fc.constantFrom('ALL', 'PARTNER')),
  })
  return someHead.chain((head) => {
    const codes = fc.record(
      Object.fromEntries(
        dimensions.map((column) => [
          column.column,
          column.concept === 'TIME_PERIOD'
            ? (somePeriod[head.frequency] ?? fc.constant('2016'))
            : someCode(column, column.classification?.[head.classifications[column.column] ?? '']),
        ]),
      ),
    )
    const rows = fc.array(fc.tuple(codes, someFigure(columns, has)), { minLength: 1, maxLength: 8 })
    return rows.map((figures): WrittenPart => {
      const all = figures.map(([own, figure]): Figure => ({ ...own, ...figure }))
      const names = Object.keys(all[0] ?? {})
      const optional = new Set(
        columns.filter((column) => column.optional).map(({ column }) => column),
      )
      const kept = names.filter(
        (name) => !optional.has(name) || all.some((figure) => figure[name] !== null),
      )
      const projection = {
        producer: 'an office',
        method: 'a model',
        baseYear: '2024',
        vintage: '2026',
        horizon: '2035',
      }
      const hasProjection = head.projection && has('definition.projection.method')
      const stated = Object.fromEntries(
        Object.entries(head.definition).filter(([, value]) => value !== undefined),
      )
      const isPlain =
        head.unit?.measure === 'PS' && head.unit.multiplier === 0 && head.unit.decimals === 0
      return {
        contract,
        data: {
          definition: hasProjection ? { ...stated, projection } : stated,
          ...(classified.length === 0 ? {} : { classifications: head.classifications }),
          ...(has('frequency') ? { frequency: head.frequency } : {}),
          ...(head.unit === null || isPlain || !has('unit.measure') ? {} : { unit: head.unit }),
          ...(head.notes === null || !has('notes') ? {} : { notes: head.notes }),
          ...(head.mapped && has('notes') ? { mappedBy: { id: 'a-b', digest: 'sha-256:x' } } : {}),
          rows: all.length,
          ...Object.fromEntries(
            kept.map((name) => [name, fold(all.map((figure) => figure[name]))]),
          ),
          ...(head.redistribution === null || !has('confRedist')
            ? {}
            : { confRedist: head.redistribution }),
        },
      }
    })
  })
}

async function comesBack(part: WrittenPart, text: string, format: string): Promise<void> {
  const reading = await readFile(Buffer.from(text), {
    fileName: 'figures.csv',
    contract: part.contract,
  })
  expect(reading.problems).toEqual([])
  expect(reading.format).toMatch(format)
  expect(reading.parts.map(({ contract, data }) => ({ contract, data }))).toEqual([part])
}

const forms: readonly SdmxCsvForm[] = [
  { version: '1.0' },
  { version: '1.0', labels: 'both' },
  { version: '2.0' },
  { version: '2.0', labels: 'both' },
  { version: '2.0', labels: 'name' },
  { version: '2.1' },
  { version: '2.1', labels: 'both' },
  { version: '2.1', labels: 'name' },
]

describe.each(statistical)('figures of $name $version', (contract) => {
  const some = someDataset(contract)

  it('are the same after a round by way of the project’s CSV', async () => {
    await fc.assert(
      fc.asyncProperty(some, (part) => comesBack(part, writeCsv([part]), 'csv')),
      { numRuns: 25 },
    )
  })

  it.each(forms)('are the same after a round by way of SDMX-CSV %j', async (form) => {
    await fc.assert(
      fc.asyncProperty(some, (part) => comesBack(part, writeSdmxCsv([part], form), 'sdmx-csv-')),
      { numRuns: 10 },
    )
  })

  it.each(['flat', 'series'] as const)(
    'are the same after a round by way of SDMX-JSON, %s, apart from the order of rows',
    async (layout) => {
      const form = { layout, id: 'x', prepared: '2026-11-24', sender: 'XX' }
      await fc.assert(
        fc.asyncProperty(some, async (part) => {
          const text = writeSdmxJson([part], form)
          const reading = await readFile(Buffer.from(text), { fileName: 'figures.json' })
          expect(reading).toMatchObject({ format: 'sdmx-json-2', problems: [] })
          expect(reading.parts.map(inAnyOrder)).toEqual([inAnyOrder(part)])
        }),
        { numRuns: 50 },
      )
    },
  )
})

// Figures that were taken back stand behind the others in SDMX-JSON.
function inAnyOrder({ contract, data }: WrittenPart): object {
  const { rows, ...members } = data as { readonly rows: number } & Record<string, unknown>
  const columns = Object.entries(members).filter(([name]) => name !== 'notes')
  const texts = Array.from({ length: rows }, (_, row) =>
    canonicalJson(
      Object.fromEntries(
        columns.map(([name, cells]) => [
          name,
          Array.isArray(cells) ? (cells[row] as unknown) : cells,
        ]),
      ),
    ),
  )
  return { contract, notes: members['notes'], rows: texts.sort() }
}
