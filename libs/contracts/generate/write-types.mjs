// SPDX-License-Identifier: Apache-2.0
import { formOf, namedDefinitions, refName, resolve, scalarTypes } from './dialect.mjs'

/** TypeScript interfaces of all contracts. A definition that several contracts share (same name, same schema) is written once. */
export function writeTypes(contracts) {
  const written = new Map()
  const parts = contracts.flatMap(({ schema }) => [
    ...namedDefinitions(schema).map((name) => writeOnce(written, name, schema)),
    writeInterface(schema.title, schema, schema),
  ])
  return [
    '/** A scalar where all rows agree, or an array with an entry for each row. */',
    'export type Column<Value> = Value | readonly Value[]',
    '',
    ...parts.filter((part) => part !== ''),
    writeShapes(contracts),
  ].join('\n')
}

/** Types whose definition has the same name in two contracts have to be the same. */
export function writeOnce(written, name, root) {
  const text = JSON.stringify(root.$defs[name])
  const before = written.get(name)
  if (before !== undefined && before !== text)
    throw new Error(`could not generate ${name}: two contracts define it differently`)
  written.set(name, text)
  return before === undefined ? writeInterface(name, root.$defs[name], root) : ''
}

function writeInterface(name, schema, root) {
  const comment = `/** ${schema.description} */`
  if (formOf(schema, root) === 'union') {
    return `${comment}\nexport type ${name} = ${schema.oneOf.map(refName).join(' | ')}\n`
  }
  const members = Object.entries(schema.properties).map(
    ([key, member]) =>
      `  readonly ${key}${schema.required.includes(key) ? '' : '?'}: ${typeOf(member, root)}`,
  )
  return `${comment}\nexport interface ${name} {\n${members.join('\n')}\n}\n`
}

/** The TypeScript type of a schema. */
export function typeOf(schema, root) {
  const own = resolve(schema, root)
  switch (formOf(schema, root)) {
    case 'object':
    case 'union':
      if (refName(schema) === undefined)
        throw new Error(`could not generate ${root.$id}: an object has no name in $defs`)
      return refName(schema)
    case 'open':
      return 'Readonly<Record<string, unknown>>'
    case 'column':
      return `Column<${typeOf(own.anyOf[0], root)}>`
    case 'array':
      return arrayType(own, root)
    default:
      return scalarType(own)
  }
}

// Exactly so many entries are a tuple, so that each one is there without asking.
function arrayType(schema, root) {
  const entry = typeOf(schema.items, root)
  const exact = schema.minItems === schema.maxItems && schema.maxItems <= 4
  return exact
    ? `readonly [${Array(schema.maxItems).fill(entry).join(', ')}]`
    : `readonly ${entry.includes('|') ? `(${entry})` : entry}[]`
}

function scalarType(schema) {
  const { type, nullable } = scalarTypes(schema)
  const values = schema.const !== undefined ? [schema.const] : schema.enum
  const plain =
    values
      ?.filter((value) => value !== null)
      .map((value) => JSON.stringify(value))
      .join(' | ') ?? (type === 'integer' ? 'number' : type)
  return nullable ? `${plain} | null` : plain
}

function writeShapes(contracts) {
  const members = contracts.map(({ name, schema }) => `  readonly '${name}': ${schema.title}`)
  return `/** The type of each contract's content, by its name. */\nexport interface ContractShapes {\n${members.join('\n')}\n}\n`
}
