// SPDX-License-Identifier: Apache-2.0
// The schema of a statistical contract follows from its data structure and from what all of them share, so none is written by hand.

/** The data structure with what all statistical contracts share, as the code reads it. */
export function fullStructure(structure, shared) {
  const own = structure.attributes ?? []
  return {
    id: structure.id,
    version: structure.version,
    contract: structure.contract,
    title: structure.title,
    about: structure.about,
    unit: structure.unit,
    dimensions: structure.dimensions.map((dimension, i) => ({ position: i + 1, ...dimension })),
    measures: shared.measures.map((measure) => ({ ...measure, unit: structure.unit })),
    attributes: [...shared.attributes, ...own, ...shared.datasetAttributes],
  }
}

/** The JSON Schema of a statistical contract. */
export function datasetSchema(structure, shared) {
  const classified = structure.dimensions.filter(
    ({ classification }) => classification !== undefined,
  )
  const columns = [
    ...structure.dimensions.map((one) => ({ ...one, required: true })),
    ...shared.measures,
    ...shared.attributes,
    ...(structure.attributes ?? []),
  ]
  const own = ownDefinitions(structure, classified)
  const properties = {
    ...shared.members,
    ...(classified.length > 0
      ? { classifications: { $ref: `#/$defs/${structure.title}Classifications` } }
      : {}),
    rows: {
      title: 'the number of rows',
      type: 'integer',
      minimum: 1,
      maximum: shared.maximumRows,
    },
    ...Object.fromEntries(
      columns.map((column) => [column.column, columnSchema(column, shared.maximumRows)]),
    ),
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:corridor:contract:${structure.contract}:${structure.version}`,
    title: structure.title,
    description: structure.description,
    type: 'object',
    additionalProperties: false,
    required: [
      ...shared.requiredMembers,
      ...(classified.length > 0 ? ['classifications'] : []),
      ...columns.filter(({ required }) => required).map(({ column }) => column),
    ],
    properties,
    $defs: reached({ ...shared.$defs, ...own }, properties),
  }
}

function columnSchema(column, maximumRows) {
  const entry = { $ref: `#/$defs/${entryName(column)}` }
  return {
    anyOf: [entry, { type: 'array', minItems: 1, maxItems: maximumRows, items: entry }],
  }
}

const entryName = ({ column, schema, values }) =>
  values !== undefined ? column : (schema ?? 'code')

function ownDefinitions({ title, dimensions }, classified) {
  const lists = dimensions
    .filter(({ values }) => values !== undefined)
    .map(({ column, values }) => [
      column,
      { title: values.join(' or '), type: 'string', enum: values },
    ])
  const members = classified.map(({ column, classification }) => [
    column,
    { type: 'string', enum: Object.keys(classification) },
  ])
  const classifications = {
    description: 'The classification that each column of codes follows, with its version.',
    type: 'object',
    additionalProperties: false,
    required: classified.map(({ column }) => column),
    properties: Object.fromEntries(members),
  }
  return {
    ...Object.fromEntries(lists),
    ...(classified.length > 0 ? { [`${title}Classifications`]: classifications } : {}),
  }
}

// Only the definitions that something refers to, in the order in which they are met.
function reached(definitions, from) {
  const found = {}
  const visit = (schema) => {
    if (typeof schema !== 'object' || schema === null) return
    const name = schema.$ref?.replace('#/$defs/', '')
    if (name !== undefined && found[name] === undefined) {
      found[name] = definitions[name]
      visit(definitions[name])
    }
    for (const member of Object.values(schema)) visit(member)
  }
  visit(from)
  return found
}
