// SPDX-License-Identifier: Apache-2.0
import { formOf, namedDefinitions, refName, resolve, scalarTypes } from './dialect.mjs'
import { typeOf } from './write-types.mjs'

/** class-validator classes of all contracts, for the HTTP edge. The rules are those that Ajv reads. */
export function writeDtos(contracts) {
  const written = new Set()
  const classes = contracts.flatMap(({ schema }) => [
    ...namedDefinitions(schema)
      .filter((name) => formOf(schema.$defs[name], schema) === 'object')
      .map((name) => writeOnce(written, name, schema)),
    writeClass(schema.title, schema, schema),
  ])
  const body = classes.filter((text) => text !== '').join('\n')
  return `${imports(body, contracts)}\n\n${body}`
}

function writeOnce(written, name, root) {
  if (written.has(name)) return ''
  written.add(name)
  return writeClass(name, root.$defs[name], root)
}

function writeClass(name, schema, root) {
  const members = Object.entries(schema.properties).map(([key, member]) => {
    const optional = !schema.required.includes(key)
    const decorators = [...(optional ? ['@IfPresent()'] : []), decoratorOf(member, root)]
    return `  ${decorators.join('\n  ')}\n  readonly ${key}${optional ? '?' : '!'}: ${typeOf(member, root)}\n`
  })
  return `/** ${schema.description} */\nexport class ${name}Dto implements ${name} {\n${members.join('\n')}}\n`
}

function decoratorOf(schema, root) {
  const own = resolve(schema, root)
  switch (formOf(schema, root)) {
    case 'object':
      return `@IsNested(() => ${refName(schema)}Dto)`
    case 'open':
      return '@IsOpen()'
    case 'column':
      return `@IsColumn(${rule(resolve(own.anyOf[0], root))}, ${bounds(own.anyOf[1])})`
    case 'array':
      return listDecorator(own, root)
    case 'scalar':
      return `@IsScalar(${rule(own)})`
    default:
      return `@IsOneOf('${own.discriminator.propertyName}', ${byKind(own, root)})`
  }
}

function listDecorator(schema, root) {
  const entry = resolve(schema.items, root)
  const form = formOf(schema.items, root)
  if (form === 'object')
    return `@IsNestedList(() => ${refName(schema.items)}Dto, ${bounds(schema)})`
  if (form === 'union')
    return `@IsOneOfList('${entry.discriminator.propertyName}', ${byKind(entry, root)}, ${bounds(schema)})`
  return `@IsListOf(${rule(entry)}, ${bounds(schema)})`
}

function byKind(union, root) {
  const { propertyName } = union.discriminator
  const pairs = union.oneOf.map((branch) => {
    const kind = resolve(branch, root).properties[propertyName].const
    return `${JSON.stringify(kind)}: ${refName(branch)}Dto`
  })
  return `() => ({ ${pairs.join(', ')} })`
}

const bounds = ({ minItems = 0, maxItems, uniqueItems = false }) =>
  `{ min: ${minItems}, max: ${maxItems}${uniqueItems ? ', unique: true' : ''} }`

function rule(schema) {
  const { type, nullable } = scalarTypes(schema)
  const members = [`type: '${type}'`]
  if (nullable) members.push('nullable: true')
  if (schema.const !== undefined) members.push(`values: [${JSON.stringify(schema.const)}]`)
  if (schema.enum !== undefined)
    members.push(`values: ${JSON.stringify(schema.enum.filter((value) => value !== null))}`)
  if (schema.pattern !== undefined)
    members.push(`pattern: ${String(new RegExp(schema.pattern, 'u'))}`)
  for (const key of ['minLength', 'maxLength', 'minimum', 'maximum', 'format']) {
    if (schema[key] !== undefined) members.push(`${key}: ${JSON.stringify(schema[key])}`)
  }
  return `{ ${members.join(', ')} }`
}

function imports(body, contracts) {
  const rules = [
    'IfPresent',
    'IsColumn',
    'IsListOf',
    'IsNested',
    'IsNestedList',
    'IsOneOf',
    'IsOneOfList',
    'IsOpen',
    'IsScalar',
  ]
  const names = contracts.flatMap(({ schema }) => [
    schema.title,
    ...namedDefinitions(schema),
    'Column',
  ])
  const used = [...new Set(names)].filter((name) =>
    new RegExp(`\\b${name}\\b`).test(body.replaceAll(/\/\*\*.*?\*\//g, '')),
  )
  const usedRules = rules.filter((name) => body.includes(`@${name}(`))
  return `import { ${usedRules.join(', ')} } from '../dto-rules'\nimport type { ${used.sort().join(', ')} } from './types'`
}
