// SPDX-License-Identifier: Apache-2.0
import { code, page, table } from './markdown.mjs'

/** Every contract: its members, the shapes inside it, and what its columns mean. */
export function contractsPage({ contracts, codeLists }) {
  return page('Contracts', '`contracts/`', [
    `A message names its contract as \`urn:corridor:contract:<name>:<version>\`. A contract is closed: a member that it does not have is
refused. A column is one value where all rows agree, or a list with an entry for each row.`,
    table(
      ['Contract', 'Version', 'What it is'],
      contracts.map(({ name, version, schema }) => [
        `[${name}](#${name})`,
        version,
        schema.description,
      ]),
    ),
    ...contracts.map(contractPart),
    `## Code lists\n\n${table(['List', 'Source', 'Codes'], codeLists.map(codeListRow))}`,
  ])
}

function codeListRow({ id, source, codes, pattern, rule }) {
  const how = pattern ?? rule?.pattern
  return [
    `[${id}](../../contracts/codelists/${id}.json)`,
    source,
    how === undefined ? codes.length : `${codes.length} and a rule`,
  ]
}

function contractPart({ name, version, schema, structure }) {
  const parts = [
    `## ${name}`,
    `\`urn:corridor:contract:${name}:${version}\`. ${schema.description}`,
    memberTable(schema, schema.$defs),
  ]
  for (const [title, shape] of Object.entries(schema.$defs ?? {})) {
    if (shape.properties === undefined) continue
    parts.push(`**${title}.** ${shape.description}`, memberTable(shape, schema.$defs))
  }
  if (structure !== null) parts.push('What the columns mean:', structureTable(structure))
  return parts.join('\n\n')
}

function memberTable({ properties, required = [] }, defs) {
  const rows = Object.entries(properties).map(([member, shape]) => [
    code(member),
    required.includes(member) ? 'yes' : '',
    words(shape, defs),
  ])
  return table(['Member', 'Required', 'What it is'], rows)
}

function structureTable({ dimensions = [], measures = [], attributes = [] }) {
  const row =
    (role) =>
    ({ column, concept, codelist, pattern, set }) => [
      code(column),
      role,
      concept,
      `${code(codelist ?? pattern)}${set ? ', several with a space' : ''}`,
    ]
  return table(
    ['Column', 'Role', 'Concept', 'Codes'],
    [
      ...dimensions.map(row('dimension')),
      ...measures.map(row('measure')),
      ...attributes.map(row('attribute')),
    ],
  )
}

/** A shape in words. */
function words(shape, defs) {
  if (shape.$ref !== undefined) return refWords(shape.$ref.replace('#/$defs/', ''), defs)
  if (shape.anyOf?.length === 2 && shape.anyOf[1].type === 'array')
    return `column: ${words(shape.anyOf[0], defs)}`
  if (shape.oneOf !== undefined) return shape.oneOf.map((one) => words(one, defs)).join(', or ')
  const said = shape.title ?? shape.description
  if (said !== undefined) return said
  if (shape.const !== undefined) return code(shape.const)
  if (shape.enum !== undefined) return shape.enum.map((one) => code(String(one))).join(', ')
  if (shape.type === 'array') return `list: ${words(shape.items, defs)}`
  return plainType(shape)
}

function refWords(name, defs) {
  const shape = defs[name]
  if (shape.properties !== undefined) return `${name}, see below`
  return words(shape, defs)
}

function plainType(shape) {
  const type = [shape.type].flat().join(' or ')
  const bounds = [
    shape.minimum === undefined ? '' : `from ${shape.minimum}`,
    shape.maximum === undefined ? '' : `to ${shape.maximum}`,
    shape.maxLength === undefined ? '' : `at most ${shape.maxLength} characters`,
  ].filter((one) => one !== '')
  return [type, ...bounds].join(' ')
}
