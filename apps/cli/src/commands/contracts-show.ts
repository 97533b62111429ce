// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import {
  codeList,
  contracts,
  structure,
  type Component,
  type Dimension,
  type Structure,
} from '@corridor/contracts'
import { contractColumns, type ContractColumn } from '@corridor/formats'
import { accept, type Outcome } from '@corridor/kernel'
import type { Answer, Call } from '../command'
import { useAddedCodes } from '../figures/added-codes'
import { contractNamed, newestOf, type NamedContract } from '../figures/contract-of-call'
import { contractText } from '../figures/contract-text'
import { table } from '../output/table'
import { count } from '../output/words'

/** Shows what a contract asks for: dimensions with their codes, measure, attributes, and the columns of a file. */
export function showContract(call: Call): Promise<Outcome<Answer>> {
  useAddedCodes(call)
  const contract = anyContract(call.operand(0) ?? '')
  if (!contract.ok) return Promise.resolve(contract)
  const { name, version } = contract.value
  const known = structure(name)
  const about = known?.about ?? contractText(call.world.project, name, version)
  const columns = contractColumns(name) ?? []
  const text = [
    `${name} ${version}\n${about}`,
    ...(known === undefined
      ? [`Its schema and examples: ${join(call.world.project, 'contracts', name, version)}`]
      : structureParts(known, columns)),
  ].join('\n\n')
  return Promise.resolve(
    accept({ text, json: { contract: name, version, about, structure: known ?? null, columns } }),
  )
}

// Not only those of figures: whatever corridor contracts list has can be shown.
function anyContract(named: string): Outcome<NamedContract> {
  const [name = '', version] = named.split(':')
  const listed = contracts.some((one) => one.name === name)
  return listed ? accept({ name, version: version ?? newestOf(name) }) : contractNamed(named)
}

function structureParts(known: Structure, columns: readonly ContractColumn[]): readonly string[] {
  const dimensions = [
    { name: 'Dimension', of: ({ column }: Dimension) => column },
    { name: 'Concept', of: ({ concept }: Dimension) => concept },
    { name: 'Codes', of: codesWords, most: 120 },
    { name: 'Role', of: ({ role }: Dimension) => role ?? '' },
  ] as const
  const components = [
    { name: 'Measure or attribute', of: ({ column }: Component) => column },
    { name: 'Concept', of: ({ concept }: Component) => concept },
    { name: 'Codes', of: ({ codelist }: Component) => codelist ?? '' },
  ] as const
  const needed = columns.filter(({ optional, otherwise }) => !optional && otherwise === undefined)
  return [
    table<Dimension>(dimensions, known.dimensions),
    table<Component>(components, [...known.measures, ...known.attributes]),
    `A file needs: ${needed.map(({ name }) => name).join(', ')}. It may have: ${columns
      .filter((column) => !needed.includes(column))
      .map(({ name, otherwise }) =>
        otherwise === undefined ? name : `${name} (else ${otherwise})`,
      )
      .join(', ')}.`,
  ]
}

function codesWords({ codelist, classification, values }: Dimension): string {
  if (classification !== undefined)
    return Object.entries(classification)
      .map(([id, list]) => `${id}: ${list} (${count(codeList(list).codes.length, 'code')})`)
      .join('; ')
  if (values !== undefined) return values.join(', ')
  if (codelist === undefined) return ''
  const { codes } = codeList(codelist)
  return codes.length === 0 ? codelist : `${codelist} (${count(codes.length, 'code')})`
}
