// SPDX-License-Identifier: Apache-2.0
import {
  addedTotals,
  codeList,
  dimensionOf,
  internColumn,
  listOfDimension,
  type Dataset,
  type Dimension,
  type Interned,
  type Role,
  type Structure,
} from '@corridor/contracts'
import { Causes, type Found } from '../found'

/** A dimension of a dataset, read once. */
export interface ReadDimension {
  readonly name: string
  readonly role: Role | undefined
  /** The code that figures of a version without this dimension are about: it adds nothing to the name of a cell. */
  readonly unsaid: string | undefined
  readonly interned: Interned
}

/** All dimensions of a dataset, and the codes in them that their lists do not have. */
export interface Dimensions {
  readonly all: readonly ReadDimension[]
  readonly unknown: readonly Found[]
}

/** Reads every dimension by its code list: each different code is looked up once. */
export function internDimensions(dataset: Dataset, structure: Structure): Dimensions {
  const read = structure.dimensions.map((dimension) => readDimension(dataset, dimension))
  const unsaid = addedTotals(structure.contract)
  return {
    all: read.map(({ name, role, interned }) => ({
      name,
      role,
      interned,
      unsaid: unsaid.get(name),
    })),
    unknown: read.flatMap(({ unknown }) => unknown),
  }
}

/** The dimension with a role. */
export function withRole(dimensions: Dimensions, role: Role): Interned | undefined {
  return dimensions.all.find((dimension) => dimension.role === role)?.interned
}

function readDimension(
  dataset: Dataset,
  dimension: Dimension,
): Omit<ReadDimension, 'unsaid'> & { readonly unknown: readonly Found[] } {
  const { column: name, role } = dimension
  const list = listOfDimension(dimension, dataset.classifications)
  const { interned, unknown } = internColumn(
    dimensionOf(dataset, name),
    list === undefined ? undefined : codeList(list),
  )
  const causes = new Causes()
  for (const { row, code } of unknown) {
    causes.add(
      row,
      { code: 'CODE_UNKNOWN', column: name, value: code },
      () => `code ${code} is not in ${list ?? 'its list'}`,
    )
  }
  return {
    name,
    role,
    interned,
    unknown: causes.all(interned.numbers === undefined ? dataset.rows : undefined),
  }
}
