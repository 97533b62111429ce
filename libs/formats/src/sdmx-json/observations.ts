// SPDX-License-Identifier: Apache-2.0
import type { FileProblem } from '../reading/file-reading'
import { shown } from '../text/shown'
import type { Component, Components } from './components'
import { groupAttributes, type GroupAttributes } from './group-attributes'
import { arrayOf, objectOf, type JsonObject } from './json-value'
import { Unreadable, valuesOf } from './value-text'
import type { SdmxJsonColumn } from './sdmx-json-message'

/** Where a data set stands in its message. */
export interface DatasetPlace {
  readonly number: number
  /** Observations before it. */
  readonly before: number
}

/** The observations of a data set by columns. */
export interface CollectedObservations {
  /** Those that could not be read are counted too. */
  readonly observations: number
  readonly columns: readonly SdmxJsonColumn[]
  readonly rowNumbers: readonly number[]
  readonly problems: readonly FileProblem[]
}

const none: ReadonlyMap<string, string> = new Map()

/** Reads all observations of a data set, flat or in series. */
export function collectObservations(
  dataSet: JsonObject,
  components: Components,
  place: DatasetPlace,
): CollectedObservations {
  const columns = openColumns(components)
  const rowNumbers: number[] = []
  const problems: FileProblem[] = []
  const told = (words: string, error: unknown, row?: number): void => {
    if (!(error instanceof Unreadable)) throw error
    const detail = `data set ${place.number}, ${words}: ${error.message}`
    problems.push({ code: 'FILE_VALUE_WRONG', detail, ...(row === undefined ? {} : { row }) })
  }
  let groups: GroupAttributes = () => none
  let whole = none
  try {
    groups = groupAttributes(dataSet['dimensionGroupAttributes'], components)
    whole = valuesOf(components.attributes.dataSet, dataSet['attributes'])
  } catch (error) {
    told('attributes of all of it', error)
  }
  let observations = 0
  for (const observation of observationsOf(dataSet)) {
    const row = place.before + ++observations
    try {
      const values = rowOf(observation, components)
      const inGroups = groups(values.indexes)
      for (const { id, cells, otherwise } of columns.values())
        cells.push(values.texts.get(id) ?? inGroups.get(id) ?? whole.get(id) ?? otherwise)
      rowNumbers.push(row)
    } catch (error) {
      told(wordsOf(observation), error, row)
    }
  }
  return { observations, columns: [...columns.values()], rowNumbers, problems }
}

interface OpenColumn extends SdmxJsonColumn {
  readonly cells: string[]
  readonly otherwise: string
}

function openColumns(components: Components): ReadonlyMap<string, OpenColumn> {
  const { dimensions, measures, attributes } = components
  const inOrder = [
    ...[...dimensions.dataSet, ...dimensions.series, ...dimensions.observation].sort(
      (one, other) => one.position - other.position,
    ),
    ...measures,
    ...attributes.observation,
    ...attributes.series,
    ...attributes.dimensionGroup,
    ...attributes.dataSet,
  ]
  const columns = new Map<string, OpenColumn>()
  for (const { id, role, otherwise } of inOrder)
    if (!columns.has(id)) columns.set(id, { id, role, otherwise, cells: [] })
  return columns
}

interface Observation {
  readonly series: string | undefined
  readonly seriesAttributes: unknown
  /** Undefined where a whole series or data set is meant. */
  readonly key: string | undefined
  readonly values: unknown
}

// A series or a data set without observations is a row too where it deletes them or says something about all of them.
function* observationsOf(dataSet: JsonObject): Generator<Observation> {
  const { observations, series } = dataSet
  const deletes = dataSet['action'] === 'Delete'
  const none = { series: undefined, seriesAttributes: undefined }
  const flat = objectOf(observations)
  let count = 0
  // Keys alone: pairs of a hundred thousand observations would be held all at once.
  for (const key of Object.keys(flat)) {
    count++
    yield { series: undefined, seriesAttributes: undefined, key, values: flat[key] }
  }
  for (const [name, one] of Object.entries(objectOf(series))) {
    count++
    const { attributes, observations: inside } = objectOf(one)
    const entries = Object.entries(objectOf(inside))
    for (const [key, values] of entries)
      yield { series: name, seriesAttributes: attributes, key, values }
    if (entries.length === 0 && (deletes || arrayOf(attributes).length > 0))
      yield { series: name, seriesAttributes: attributes, key: undefined, values: [] }
  }
  if (count === 0 && deletes) yield { ...none, key: undefined, values: [] }
}

/** The place of an observation as people can find it. */
function wordsOf({ series, key }: Observation): string {
  const words = [
    ...(series === undefined ? [] : [`series ${shown(series)}`]),
    ...(key === undefined ? [] : [`observation ${shown(key)}`]),
  ]
  return words.length === 0 ? 'all of it' : words.join(', ')
}

interface RowValues {
  readonly texts: ReadonlyMap<string, string>
  /** By id of a dimension, for the attributes of groups. */
  readonly indexes: ReadonlyMap<string, string>
}

function rowOf(observation: Observation, components: Components): RowValues {
  const { dimensions, measures, attributes } = components
  if (!Array.isArray(observation.values)) throw new Unreadable('it is not a list of values')
  const texts = new Map<string, string>()
  const indexes = new Map<string, string>()
  for (const dimension of dimensions.dataSet) {
    texts.set(dimension.id, dimension.values?.[0] ?? '')
    indexes.set(dimension.id, '0')
  }
  // Flat observations of a structure that is described by series have the whole key.
  const isFlat = observation.series === undefined
  const inKey = isFlat ? [...dimensions.series, ...dimensions.observation] : dimensions.observation
  if (!isFlat) takeKey(dimensions.series, observation.series, { texts, indexes })
  takeKey(inKey, observation.key, { texts, indexes })
  for (const [id, text] of valuesOf(attributes.series, observation.seriesAttributes))
    texts.set(id, text)
  for (const [id, text] of valuesOf([...measures, ...attributes.observation], observation.values))
    texts.set(id, text)
  return { texts, indexes }
}

function takeKey(
  dimensions: readonly Component[],
  key: string | undefined,
  into: { readonly texts: Map<string, string>; readonly indexes: Map<string, string> },
): void {
  if (key === undefined || dimensions.length === 0) return
  const parts = key.split(':')
  if (parts.length !== dimensions.length)
    throw new Unreadable(`its key has ${parts.length} parts for ${dimensions.length} dimensions`)
  for (const [at, dimension] of dimensions.entries()) {
    const part = parts[at] ?? ''
    into.indexes.set(dimension.id, part)
    into.texts.set(dimension.id, part === '~' || part === '' ? part : valueAt(dimension, part))
  }
}

function valueAt({ id, values }: Component, part: string): string {
  const found = /^\d{1,9}$/.test(part) ? values?.[Number(part)] : undefined
  if (found === undefined) throw new Unreadable(`${id} has no value number ${shown(part)}`)
  return found
}
