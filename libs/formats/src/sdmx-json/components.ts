// SPDX-License-Identifier: Apache-2.0
import { arrayOf, isObject, objectOf, stringOf, textOf } from './json-value'

/** Where the values of a component stand in a message. */
export type Level = 'dataSet' | 'dimensionGroup' | 'series' | 'observation'

/** A component of a structure, as a message describes it. */
export interface Component {
  readonly id: string
  readonly role: 'dimension' | 'measure' | 'attribute'
  readonly level: Level
  /** Texts that indexes point to; undefined where values stand in the data themselves. Null is a value of none. */
  readonly values: readonly (string | undefined)[] | undefined
  /** What is meant where an attribute is left out. */
  readonly otherwise: string
  readonly position: number
  /** Dimensions that an attribute depends on. */
  readonly dependsOn: readonly string[]
}

/** The components of a structure, each list in the order of the message. */
export interface Components {
  readonly dimensions: Readonly<Record<Exclude<Level, 'dimensionGroup'>, readonly Component[]>>
  readonly measures: readonly Component[]
  readonly attributes: Readonly<Record<Level, readonly Component[]>>
}

/** Reads the components of a structure. */
export function readComponents(structure: unknown): Components {
  const { dimensions, measures, attributes } = objectOf(structure)
  const at = (role: Component['role'], level: Level): readonly Component[] => {
    const listed = role === 'dimension' ? dimensions : attributes
    return arrayOf(objectOf(listed)[level]).flatMap((one) => component(one, role, level))
  }
  return {
    dimensions: {
      dataSet: at('dimension', 'dataSet'),
      series: at('dimension', 'series'),
      observation: at('dimension', 'observation'),
    },
    measures: isObject(measures)
      ? arrayOf(measures['observation']).flatMap((one) => component(one, 'measure', 'observation'))
      : component({ id: 'OBS_VALUE' }, 'measure', 'observation'),
    attributes: {
      dataSet: at('attribute', 'dataSet'),
      dimensionGroup: at('attribute', 'dimensionGroup'),
      series: at('attribute', 'series'),
      observation: at('attribute', 'observation'),
    },
  }
}

function component(
  described: unknown,
  role: Component['role'],
  level: Level,
): readonly Component[] {
  const { id, values, keyPosition, relationship, default: otherwise } = objectOf(described)
  if (typeof id !== 'string') return []
  const listed = arrayOf(values).map(valueText)
  return [
    {
      id,
      role,
      level,
      values: listed.length === 0 && role !== 'dimension' ? undefined : listed,
      otherwise: (role === 'attribute' ? textOf(otherwise) : undefined) ?? '',
      position: typeof keyPosition === 'number' ? keyPosition : Number.MAX_SAFE_INTEGER,
      dependsOn: arrayOf(objectOf(relationship)['dimensions']).flatMap(
        (one) => stringOf(one) ?? [],
      ),
    },
  ]
}

// Coded values have an id, others a value or several; a name alone is what older messages have.
function valueText(value: unknown): string | undefined {
  const { id, value: single, values, name } = objectOf(value)
  return stringOf(id) ?? textOf(single) ?? textOf(values) ?? stringOf(name)
}
