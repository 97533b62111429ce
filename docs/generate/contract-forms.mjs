// SPDX-License-Identifier: Apache-2.0
import { code, table } from './markdown.mjs'

/** The forms inside a contract, each with a table of its members. */
export function formTables(schema) {
  return Object.entries(schema.$defs ?? {})
    .filter(([, form]) => form.properties !== undefined)
    .flatMap(([title, form]) => [
      `**${title}.** ${form.description ?? ''}`.trim(),
      memberTable(form, schema.$defs),
    ])
}

/** The members of a form: name, whether it has to be there, and what it is. */
export function memberTable({ properties, required = [] }, defs) {
  const rows = Object.entries(properties).map(([member, form]) => [
    code(member),
    required.includes(member) ? 'yes' : '',
    words(form, defs),
  ])
  return table(['Member', 'Required', 'What it is'], rows)
}

/** A form in words. */
function words(form, defs) {
  if (form.$ref !== undefined) return refWords(form.$ref.replace('#/$defs/', ''), defs)
  if (form.anyOf?.length === 2 && form.anyOf[1].type === 'array')
    return `column: ${words(form.anyOf[0], defs)}`
  if (form.oneOf !== undefined) return form.oneOf.map((one) => words(one, defs)).join(', or ')
  const said = form.title ?? form.description
  if (said !== undefined) return said
  if (form.const !== undefined) return code(form.const)
  if (form.enum !== undefined) return form.enum.map((one) => code(String(one))).join(', ')
  if (form.type === 'array') return `list: ${words(form.items, defs)}`
  return plainType(form)
}

function refWords(name, defs) {
  const form = defs[name]
  if (form.properties !== undefined) return `${name}, see below`
  return words(form, defs)
}

function plainType(form) {
  const type = [form.type].flat().join(' or ')
  const bounds = [
    form.minimum === undefined ? '' : `from ${form.minimum}`,
    form.maximum === undefined ? '' : `to ${form.maximum}`,
    form.maxLength === undefined ? '' : `at most ${form.maxLength} characters`,
  ].filter((one) => one !== '')
  return [type, ...bounds].join(' ')
}
