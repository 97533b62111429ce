// SPDX-License-Identifier: Apache-2.0
import { structureId } from '../sdmx-csv/structure-id'
import { partText, type PartText, type WrittenPart } from '../writing/written-part'
import { componentName, writtenComponents, type WrittenComponents } from './written-components'

/** How a message is written, and what it says of itself. */
export interface SdmxJsonForm {
  /** Flat: one list of observations. Series: the observations of each combination of codes by period. */
  readonly layout: 'flat' | 'series'
  /** Letters, digits, `_ @ $ -`. */
  readonly id: string
  /** When it was prepared, as an ISO date and time with zone. */
  readonly prepared: string
  /** The id of who sends it. */
  readonly sender: string
  readonly test?: boolean
}

type Values = readonly unknown[]

/** Observations of one action, none of which stands there twice. */
type Observations = Map<
  string,
  { readonly series: string; readonly key: string; readonly values: Values }
>

/**
 * Writes datasets as a data message of SDMX-JSON 2.1: a structure for each, its attributes at the data set where they hold for
 * all of it. Figures taken back are in a data set of their own that deletes them.
 */
export function writeSdmxJson(parts: readonly WrittenPart[], form: SdmxJsonForm): string {
  const structures: object[] = []
  const dataSets: object[] = []
  for (const part of parts) {
    const text = partText(part)
    const components = writtenComponents(text, form.layout)
    const observations = observationsOf(text, components)
    const indexes = observations.map((_, index) => dataSets.length + index)
    for (const { action, entries } of observations)
      dataSets.push(dataSetOf({ structure: structures.length, action, entries }, components))
    structures.push(structureOf(part, components, indexes))
  }
  return JSON.stringify({
    $schema: 'https://json.sdmx.org/2.1/sdmx-json-data-schema.json',
    meta: {
      id: form.id,
      prepared: form.prepared,
      ...(form.test === undefined ? {} : { test: form.test }),
      contentLanguages: ['en'],
      sender: { id: form.sender },
    },
    data: { structures, dataSets },
  })
}

interface ActedObservations {
  readonly action: 'Merge' | 'Delete'
  readonly entries: Observations
}

// A key can stand in a data set once: a figure that has the key of another goes to the next one, so that none is lost.
function observationsOf(
  text: PartText,
  components: WrittenComponents,
): readonly ActedObservations[] {
  const made: ActedObservations[] = []
  for (let row = 0; row < text.rows; row++) {
    const isRetracted = text.statusAt(row) === 'retracted'
    const action = isRetracted ? 'Delete' : 'Merge'
    const series = components.keyAt('series', row)
    const key = components.keyAt('observation', row)
    const whole = `${series}/${key}`
    let into = made.find((one) => one.action === action && !one.entries.has(whole))
    if (into === undefined) {
      into = { action, entries: new Map() }
      made.push(into)
    }
    into.entries.set(whole, { series, key, values: components.valuesAt(row, isRetracted) })
  }
  return made
}

function dataSetOf(
  { structure, action, entries }: ActedObservations & { readonly structure: number },
  { layout, dataSetAttributes }: WrittenComponents,
): object {
  const head = {
    structure,
    action,
    ...(dataSetAttributes === 0 ? {} : { attributes: Array<number>(dataSetAttributes).fill(0) }),
  }
  if (layout === 'flat') {
    const flat = [...entries.values()].map(({ key, values }) => [key, values] as const)
    return { ...head, observations: Object.fromEntries(flat) }
  }
  const series = new Map<string, [string, Values][]>()
  for (const { series: name, key, values } of entries.values()) {
    const inside = series.get(name)
    if (inside === undefined) series.set(name, [[key, values]])
    else inside.push([key, values])
  }
  const written = [...series].map(
    ([name, inside]) => [name, { observations: Object.fromEntries(inside) }] as const,
  )
  return { ...head, series: Object.fromEntries(written) }
}

function structureOf(
  { contract }: WrittenPart,
  { described }: WrittenComponents,
  dataSets: readonly number[],
): object {
  const id = structureId(contract)
  const name = componentName(id.replace(/^.*:(CORRIDOR_)?|\(.*$/g, ''))
  return {
    links: [
      {
        urn: `urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=${id}`,
        rel: 'datastructure',
      },
    ],
    name,
    names: { en: name },
    ...described(),
    dataSets,
  }
}
