// SPDX-License-Identifier: Apache-2.0
import type { TableColumn } from '../reading/file-reading'
import {
  codeList,
  structure,
  type CodeListId,
  type Component,
  type Dimension,
  type Structure,
} from '@corridor/contracts'

/** What a column holds: one code, several, a whole number of units, a number beside it, a moment, a plain word. */
export type ColumnKind = 'code' | 'codes' | 'amount' | 'count' | 'number' | 'text' | 'notes'

/** A column of a file of figures, as the contract's structure asks for it. */
export interface ContractColumn {
  /** As files name it: `value_status`, `minimum_stay`, `occupation_classification`. */
  readonly name: string
  /** As the structure names it: `valueStatus`, `definition.minimumStay`, `classifications.occupation`. */
  readonly column: string
  /** The SDMX concept: `VALUE_STATUS`. */
  readonly concept: string
  readonly role: 'dimension' | 'measure' | 'observation' | 'dataset'
  readonly kind: ColumnKind
  readonly codelist?: CodeListId
  /** Where several classifications may be followed: their code lists by id. */
  readonly classification?: Readonly<Record<string, CodeListId>>
  /** What is meant where the column or its cell is empty; without it the column must be there. */
  readonly otherwise?: string
  /** May be left out without anything being meant. */
  readonly optional: boolean
}

/** The columns that a contract wants and those that a file has. */
export interface Binding {
  readonly bound: BoundColumns
  readonly wanted: readonly ContractColumn[]
}

/** Columns of a contract with those of the file that hold them. */
export type BoundColumns = ReadonlyMap<ContractColumn, TableColumn>

/** Columns of a file for a contract, in the order of its structure: the newest, where no version is named. */
export function contractColumns(
  contract: string,
  version?: string,
): readonly ContractColumn[] | undefined {
  const own = structure(contract, version)
  if (own === undefined) return undefined
  const found = columnsOf.get(own)
  if (found !== undefined) return found
  const made = columnsOfStructure(own)
  columnsOf.set(own, made)
  return made
}

// Filled on first use and never emptied: there are as many entries as statistical contracts.
const columnsOf = new Map<Structure, readonly ContractColumn[]>()

function columnsOfStructure(own: Structure): readonly ContractColumn[] {
  const { dimensions, attributes } = own
  const about = aboutWhat(dimensions)
  return [
    ...dimensions.map(dimensionColumn),
    ...own.measures.map((measure) => valueColumn(measure, 'measure')),
    ...attributes
      .filter(({ attachment }) => attachment === 'observation')
      .map((attribute) => valueColumn(attribute, 'observation')),
    ...dimensions.flatMap(classificationColumn),
    ...attributes
      .filter(({ attachment }) => attachment === 'dataset')
      .map((attribute) => datasetColumn(attribute, about)),
    ...(attributes.some(({ concept }) => concept === 'FREQ') ? accompanying : []),
  ]
}

function aboutWhat(dimensions: readonly Dimension[]): keyof typeof otherwiseOf {
  if (dimensions.some(({ role }) => role === 'origin')) return 'flows'
  return dimensions.some(({ role }) => role === 'partner') ? 'partners' : 'one'
}

// A breakdown that a file leaves out is the total of it, or does not apply; who, when, where and which way must be said.
function dimensionColumn(dimension: Dimension): ContractColumn {
  const { codelist, classification, column, concept } = dimension
  const lists = classification === undefined ? [codelist] : Object.values(classification)
  const isBreakdown = dimension.role === undefined && !lists.includes('CL_AREA')
  const whole = isBreakdown
    ? ['_T', '_Z'].find((code) => lists.every((id) => has(id, code)))
    : undefined
  return {
    name: snake(column),
    column,
    concept,
    role: 'dimension',
    kind: 'code',
    ...(codelist === undefined ? {} : { codelist }),
    ...(classification === undefined ? {} : { classification }),
    ...(whole === undefined ? {} : { otherwise: whole }),
    optional: false,
  }
}

function has(id: CodeListId | undefined, code: string): boolean {
  return id !== undefined && codeList(id).normalise(code) !== undefined
}

const kindOfConcept: Readonly<Record<string, ColumnKind>> = {
  OBS_VALUE: 'amount',
  LOWER_BOUND: 'amount',
  UPPER_BOUND: 'amount',
  STD_ERROR: 'number',
  SAMPLE_SIZE: 'count',
  IMPUTED: 'count',
  CELL_KEY: 'count',
  CONTRIBUTORS: 'count',
  LARGEST_CONTRIBUTION: 'amount',
  SECOND_CONTRIBUTION: 'amount',
  UNIT_MULT: 'count',
  DECIMALS: 'count',
}

const meantOtherwise: Readonly<Record<string, string>> = {
  VALUE_STATUS: 'value',
  OBS_STATUS: 'A',
  CONF_STATUS: 'F',
}

function valueColumn(component: Component, role: 'measure' | 'observation'): ContractColumn {
  const { column, concept, codelist } = component
  const otherwise = meantOtherwise[concept]
  const coded = component.set === true ? 'codes' : 'code'
  return {
    name: snake(column),
    column,
    concept,
    role,
    kind: kindOfConcept[concept] ?? (codelist === undefined ? 'text' : coded),
    ...(codelist === undefined ? {} : { codelist }),
    ...(otherwise === undefined ? {} : { otherwise }),
    optional: role === 'observation' && otherwise === undefined,
  }
}

function classificationColumn(dimension: Dimension): readonly ContractColumn[] {
  if (dimension.classification === undefined) return []
  const { column, concept } = dimension
  return [
    {
      name: `${snake(column)}_classification`,
      column: `classifications.${column}`,
      concept: `${concept}_CLASSIFICATION`,
      role: 'dataset',
      kind: 'text',
      optional: true,
    },
  ]
}

/** What goes with a dataset and is about no figure: notes on warnings, and the mapping that made it. */
const accompanying: readonly ContractColumn[] = [
  { name: 'notes', column: 'notes', concept: 'NOTES', kind: 'notes' as const },
  { name: 'mapped_by', column: 'mappedBy.id', concept: 'MAPPED_BY', kind: 'text' as const },
  {
    name: 'mapped_by_digest',
    column: 'mappedBy.digest',
    concept: 'MAPPED_BY_DIGEST',
    kind: 'text' as const,
  },
].map((column) => ({ ...column, role: 'dataset', optional: true }) as const)

// What nobody stated is said to be not stated; how long a stay must be is the one thing that has no such word.
const definitionOtherwise: Readonly<Record<string, string>> = {
  EVENT_CONCEPT: 'not-stated',
  SOURCE_TYPE: 'not-stated',
  POPULATION: 'all',
  AGE_DEFINITION: 'not-stated',
  PERIOD_CONVENTION: 'calendar',
}

// Flows are between places of residence; who has no partner at all has none to tell; others must say which.
const otherwiseOf: Readonly<
  Record<'flows' | 'partners' | 'one', Readonly<Record<string, string>>>
> = {
  flows: { PARTNER_CONCEPT: 'residence' },
  partners: { MINIMUM_STAY: 'not-applicable' },
  one: { MINIMUM_STAY: 'not-applicable', PARTNER_CONCEPT: 'none' },
}

function datasetColumn(attribute: Component, about: keyof typeof otherwiseOf): ContractColumn {
  const { column, concept } = attribute
  const path = column.split('.')
  const otherwise = definitionOtherwise[concept] ?? otherwiseOf[about][concept]
  return {
    name: datasetName(path),
    column,
    concept,
    role: 'dataset',
    kind: kindOfConcept[concept] ?? 'text',
    ...(otherwise === undefined ? {} : { otherwise }),
    optional: !isStated.has(concept),
  }
}

// Of the definition record these must be said where nothing is meant otherwise.
const isStated = new Set([
  'EVENT_CONCEPT',
  'SOURCE_TYPE',
  'POPULATION',
  'MINIMUM_STAY',
  'PARTNER_CONCEPT',
  'AGE_DEFINITION',
  'PERIOD_CONVENTION',
])

// definition.minimumStay is minimum_stay; definition.projection.method is projection_method; unit.multiplier is unit_multiplier.
function datasetName(path: readonly string[]): string {
  return (path[0] === 'definition' ? path.slice(1) : path).map(snake).join('_')
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
