// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import { formTables, memberTable } from './contract-forms.mjs'
import { code, page, table } from './markdown.mjs'
import { rulesPart } from './rules.mjs'

/** The way into the contracts: each with its versions, then the code lists. */
export function contractsPage({ contracts, codeLists }) {
  const rows = byName(contracts).map(([name, versions]) => [
    `[${name}](contracts/${name}.md)`,
    versions.map(({ version }) => version).join(', '),
    versions.at(-1).schema.description,
  ])
  return page('Contracts', '`contracts/`', [
    `A message names its contract as \`urn:corridor:contract:<name>:<version>\`. A contract is closed: a member that it does not have is
refused. A column is one value where all rows agree, or a list with an entry for each row.`,
    table(['Contract', 'Versions', 'What it is'], rows),
    `## Code lists\n
An alias is read as its code. A list grows without a new release by an [extension](contracts/codelist-extension.md), except where it is
closed: the schemas hold its codes.`,
    table(['List', 'Version', 'Source', 'Codes', 'Hierarchy'], codeLists.map(codeListRow)),
    ...codeLists
      .filter(({ about }) => about !== undefined)
      .map((list) => `**${list.id}.** ${list.about}`),
  ])
}

function codeListRow({ id, version, source, codes, aliases = [], ...list }) {
  const spellings = aliases.reduce((sum, group) => sum + Object.keys(group.codes).length, 0)
  const count = [
    list.pattern === undefined ? `${codes.length}` : `${codes.length} and a rule`,
    spellings === 0 ? '' : `${spellings} aliases`,
    list.closed === true ? 'closed' : '',
  ]
  const link = `[${id}](../../contracts/codelists/${id}.json)`
  return [link, version, source, count.filter((one) => one !== '').join(', '), words(list)]
}

function words({ hierarchy }) {
  const said = { prefix: 'by the digits of the code', listed: 'parents listed', age: 'wider ages' }
  return said[hierarchy] ?? ''
}

/** A page for each contract: what it is about, its dimensions, attributes, definition record, rules and examples. */
export function contractPages({ contracts }, root) {
  return byName(contracts).map(([name, versions]) => [
    `contracts/${name}.md`,
    page(name, `\`contracts/${name}\``, [
      aboutOf(versions.at(-1)),
      ...versions.toReversed().flatMap((one) => versionParts(one, root)),
    ]),
  ])
}

function byName(contracts) {
  const names = [...new Set(contracts.map(({ name }) => name))]
  return names.map((name) => [name, contracts.filter((one) => one.name === name)])
}

function aboutOf({ schema, structure }) {
  return [schema.description, structure?.about].filter((one) => one !== undefined).join('\n\n')
}

function versionParts({ name, version, schema, structure }, root) {
  const folder = path.join(root, 'contracts', name, version)
  return [
    `## ${version}\n\n\`urn:corridor:contract:${name}:${version}\``,
    ...(structure === null ? [] : structureParts(structure, schema.$defs)),
    `### Members`,
    memberTable(schema, schema.$defs),
    ...formTables(schema),
    ...rulesPart(path.join(folder, 'rules')),
    ...exampleParts(folder, { name, version }),
  ]
}

function structureParts({ dimensions = [], measures = [], attributes = [], unit }, defs) {
  const own = attributes.filter(({ attachment }) => attachment !== 'dataset')
  const whole = attributes.filter(({ attachment }) => attachment === 'dataset')
  const counted =
    unit === undefined
      ? ''
      : `\n\nFigures count in \`${unit}\` of CL_UNIT unless the message says otherwise.`
  return [
    `### Dimensions\n\nA row is one cell: no two rows have the same codes in all of these.`,
    table(
      ['Column', 'Concept', 'Codes', 'Role'],
      dimensions.map((one) => dimensionRow(one, defs)),
    ),
    `### Figures and what is said of them${counted}`,
    table(['Column', 'Concept', 'Codes'], [...measures, ...own].map(componentRow)),
    ...(whole.length === 0
      ? []
      : [
          `### What is said of the whole message`,
          table(['Member', 'Concept', 'Codes'], whole.map(componentRow)),
        ]),
  ]
}

function dimensionRow({ column, concept, role, ...from }, defs) {
  return [code(column), concept, codesOf(from, defs), role ?? '']
}

function componentRow({ column, concept, set, ...from }) {
  return [code(column), concept, `${codesOf(from)}${set ? ', several with a space' : ''}`]
}

function codesOf({ codelist, classification, values, pattern, schema }, defs = {}) {
  if (classification !== undefined)
    return Object.entries(classification)
      .map(([id, list]) => `${id}: ${listLink(list)}`)
      .join(', ')
  if (codelist !== undefined) return listLink(codelist)
  if (values !== undefined) return values.map(code).join(', ')
  return defs[schema]?.title ?? code(pattern)
}

function listLink(id) {
  return `[${id}](../../../contracts/codelists/${id}.json)`
}

// A name says the reason, so the names are worth reading. The shortest one shows the form.
function exampleParts(folder, { name, version }) {
  const kinds = [
    ['valid', 'Followed by'],
    ['invalid', 'Refused by the schema'],
    ['invalid-rows', 'Refused by its rows'],
    ['invalid-content', 'Refused by what its parts say together'],
  ]
  const parts = kinds.flatMap(([kind, title]) => {
    const own = path.join(folder, 'examples', kind)
    if (!fs.existsSync(own)) return []
    const links = fs
      .readdirSync(own)
      .sort()
      .map(
        (file) =>
          `[${file.replace('.json', '').replaceAll('-', ' ')}](../../../contracts/${name}/${version}/examples/${kind}/${file})`,
      )
    return [`${title}: ${links.join(', ')}.`]
  })
  const shown = shortestExample(path.join(folder, 'examples/valid'))
  return parts.length === 0 ? [] : ['### Examples', ...parts, ...shown]
}

function shortestExample(folder) {
  if (!fs.existsSync(folder)) return []
  const texts = fs
    .readdirSync(folder)
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'))
  const [shortest] = texts.sort((a, b) => a.length - b.length)
  return shortest === undefined || shortest.length > 4000
    ? []
    : [`\`\`\`json\n${shortest.trim()}\n\`\`\``]
}
