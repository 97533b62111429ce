// SPDX-License-Identifier: Apache-2.0
import { codeList, structure, type CodeListId } from '@corridor/contracts'
import type { ContractColumn } from '../csv/contract-columns'
import type { PartText } from '../writing/written-part'

/** The components of a dataset as a message describes them, and its rows in their terms. */
export interface WrittenComponents {
  readonly layout: 'flat' | 'series'
  readonly keyAt: (level: 'series' | 'observation', row: number) => string
  readonly valuesAt: (row: number, isRetracted: boolean) => readonly unknown[]
  /** How many attributes hold for the whole data set. */
  readonly dataSetAttributes: number
  /** Once all rows were asked for: values are listed as they are met. */
  readonly described: () => object
}

// A component whose values are listed: grows while rows are asked for, by the writing of one dataset only.
interface ListedComponent {
  readonly column: ContractColumn
  readonly indexOf: (text: string, row: number) => number
  readonly values: readonly object[]
}

/** Sorts the columns of a dataset into the levels of a layout. */
export function writtenComponents(
  text: PartText,
  layout: WrittenComponents['layout'],
): WrittenComponents {
  const levels = dimensionLevels(text, layout)
  const ofRole = (role: ContractColumn['role']): readonly ContractColumn[] =>
    text.columns.filter((column) => column.role === role)
  const attributes = ofRole('observation')
  const listed = new Map(
    [...levels.series, ...levels.observation, ...attributes.filter(isCoded)].map((column) => [
      column,
      listedComponent(text, column),
    ]),
  )
  const whole = ofRole('dataset').map((column) => ({ column, text: text.textAt(column, 0) ?? '' }))
  const single = levels.dataSet.map((column) => listedComponent(text, column))
  for (const { column, indexOf } of single) indexOf(text.textAt(column, 0) ?? '', 0)
  const indexAt = (column: ContractColumn, row: number): number =>
    listed.get(column)?.indexOf(text.textAt(column, row) ?? '', row) ?? 0
  return {
    layout,
    keyAt: (level, row) => levels[level].map((column) => indexAt(column, row)).join(':'),
    valuesAt: (row, isRetracted) => valuesAt(text, { attributes, listed, row, isRetracted }),
    dataSetAttributes: whole.length,
    described: () => ({
      dimensions: {
        dataSet: single.map((one) => dimension(text, one)),
        series: levels.series.map((column) => dimension(text, listed.get(column))),
        observation: levels.observation.map((column) => dimension(text, listed.get(column))),
      },
      measures: { observation: ofRole('measure').map(measure) },
      attributes: {
        dataSet: whole.map(wholeAttribute),
        dimensionGroup: [],
        series: [],
        observation: attributes.map((column) => attribute(column, listed.get(column))),
      },
    }),
  }
}

type DimensionLevels = Readonly<
  Record<'dataSet' | 'series' | 'observation', readonly ContractColumn[]>
>

// A dimension with one value stands at the data set, as the field guide asks; each level that has keys needs one dimension.
function dimensionLevels(text: PartText, layout: WrittenComponents['layout']): DimensionLevels {
  const all = text.columns.filter(({ role }) => role === 'dimension')
  const time = all.filter(({ concept }) => concept === 'TIME_PERIOD')
  const others = all.filter((column) => !time.includes(column))
  const varies = (column: ContractColumn): boolean => {
    const first = text.textAt(column, 0)
    for (let row = 1; row < text.rows; row++) if (text.textAt(column, row) !== first) return true
    return false
  }
  if (layout === 'flat') {
    const varying = all.filter(varies)
    const observation = varying.length === 0 ? time : varying
    const dataSet = all.filter((column) => !observation.includes(column))
    return { dataSet, series: [], observation }
  }
  const varying = others.filter(varies)
  const series = varying.length === 0 ? others.slice(0, 1) : varying
  return { dataSet: others.filter((column) => !series.includes(column)), series, observation: time }
}

function isCoded({ codelist, kind }: ContractColumn): boolean {
  return codelist !== undefined && (kind === 'code' || kind === 'codes')
}

function listedComponent(text: PartText, column: ContractColumn): ListedComponent {
  const numbers = new Map<string, number>()
  const values: object[] = []
  const indexOf = (value: string, row: number): number => {
    const known = numbers.get(value)
    if (known !== undefined) return known
    values.push(listedValue(value, listAt(text, column, row)))
    numbers.set(value, values.length - 1)
    return values.length - 1
  }
  return { column, indexOf, values }
}

/** The code list that a row of a column is taken from. */
function listAt(text: PartText, column: ContractColumn, row: number): CodeListId | undefined {
  if (column.classification === undefined) return column.codelist
  const named = text.columns.find((one) => one.column === `classifications.${column.column}`)
  return column.classification[(named && text.textAt(named, row)) ?? '']
}

// An id is letters, digits and few signs (the schema's pattern); anything else is a plain value.
function listedValue(value: string, list: CodeListId | undefined): object {
  if (!/^[A-Za-z0-9_@$-]+$/.test(value)) return { value }
  const name = list === undefined ? value : codeList(list).label(value)
  return { id: value, name, names: { en: name } }
}

interface Asked {
  readonly attributes: readonly ContractColumn[]
  readonly listed: ReadonlyMap<ContractColumn, ListedComponent>
  readonly row: number
  readonly isRetracted: boolean
}

// A deletion without values takes back the whole figure. Values are there only where the status of what is taken back says more
// than that it was a figure like others.
function valuesAt(
  text: PartText,
  { attributes, listed, row, isRetracted }: Asked,
): readonly unknown[] {
  const told = attributes.map((column) => {
    const found = text.textAt(column, row)
    if (found === undefined || (isRetracted && column.concept === 'VALUE_STATUS')) return null
    return attributeValue(column, listed.get(column), { found, row })
  })
  if (isRetracted && attributes.every((column) => isUsual(column, text.textAt(column, row))))
    return []
  const measures = text.columns.filter(({ role }) => role === 'measure')
  const values = measures.map((column) => measureValue(text.textAt(column, row), isRetracted))
  const last = told.findLastIndex((value) => value !== null)
  return [...values, ...told.slice(0, last + 1)]
}

function isUsual({ concept, otherwise }: ContractColumn, found: string | undefined): boolean {
  return concept === 'VALUE_STATUS' || found === undefined || found === otherwise
}

// NaN says that the figure is not there on purpose, so that a merge leaves nothing of an older one.
function measureValue(found: string | undefined, isRetracted: boolean): number | string {
  if (found === undefined) return isRetracted ? 0 : 'NaN'
  return numberOr(found)
}

function attributeValue(
  column: ContractColumn,
  listed: ListedComponent | undefined,
  { found, row }: { readonly found: string; readonly row: number },
): unknown {
  if (listed === undefined) return column.kind === 'text' ? found : numberOr(found)
  if (column.kind !== 'codes') return listed.indexOf(found, row)
  return found.split(' ').map((code) => listed.indexOf(code, row))
}

// A number where JSON keeps it as it is written.
function numberOr(text: string): number | string {
  const number = Number(text)
  return String(number) === text.replace(/\.0+$|(\.\d*[1-9])0+$/, '$1') ? number : text
}

function dimension({ part }: PartText, listed: ListedComponent | undefined): object {
  const { column, values = [] } = listed ?? {}
  return {
    ...head(column?.concept ?? ''),
    keyPosition: positionOf(part.contract.name, column?.column ?? ''),
    ...(column?.concept === 'TIME_PERIOD' ? { roles: ['TIME_PERIOD'] } : {}),
    values,
  }
}

// Counted from 0 in a message and from 1 in a structure.
function positionOf(contract: string, column: string): number {
  const found = structure(contract)?.dimensions.find((one) => one.column === column)
  return (found?.position ?? 1) - 1
}

function measure({ concept }: ContractColumn): object {
  return { ...head(concept), isMandatory: true, format: { dataType: 'Double' } }
}

function wholeAttribute({
  column,
  text,
}: {
  readonly column: ContractColumn
  readonly text: string
}): object {
  const values = [listedValue(text, column.codelist)]
  return { ...head(column.concept), relationship: { dataflow: {} }, values }
}

function attribute(column: ContractColumn, listed: ListedComponent | undefined): object {
  const described = { ...head(column.concept), relationship: { observation: {} } }
  if (listed === undefined) return { ...described, format: { dataType: dataTypeOf(column) } }
  return {
    ...described,
    ...(column.kind === 'codes' ? { maxOccurs: 'unbounded' } : {}),
    // A list without a value is no list in a message.
    ...(listed.values.length === 0
      ? { format: { dataType: 'String' } }
      : { values: listed.values }),
  }
}

function dataTypeOf({ kind, concept }: ContractColumn): string {
  if (concept === 'EMBARGO_TIME') return 'DateTime'
  return kind === 'text' ? 'String' : 'Double'
}

function head(id: string): object {
  const name = componentName(id)
  return { id, name, names: { en: name } }
}

/** A concept in words: `OBS_STATUS` is called "Obs status". */
export function componentName(concept: string): string {
  return `${concept.charAt(0)}${concept.slice(1).toLowerCase().replaceAll('_', ' ')}`
}
