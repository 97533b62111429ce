// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { codeList, type CodeListId, type Mapping } from '@corridor/contracts'
import { contractColumns, writeCsvTemplate, writeTemplate, type OwnCodes } from '@corridor/formats'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { writeWhole } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { useAddedCodes } from '../figures/added-codes'
import { contractNamed, type NamedContract } from '../figures/contract-of-call'
import { mappingOfCall } from '../figures/mapping-of-call'
import { writeNewFile } from '../output/write-new-file'

/** Writes an empty file to be filled in, with the code lists of the contract or the office's own. */
export async function makeTemplate(call: Call): Promise<Outcome<Answer>> {
  useAddedCodes(call)
  const contract = contractNamed(call.operand(0) ?? '')
  if (!contract.ok) return contract
  const format = call.option('format') ?? 'xlsx'
  if (format !== 'xlsx' && format !== 'csv')
    return refuse('COMMAND_WRONG', '--format is xlsx (without it) or csv')
  const mapping = mappingOfCall(call)
  if (!mapping.ok) return mapping
  const wrong = otherContract(mapping.value, contract.value)
  if (wrong !== undefined) return wrong
  const made =
    format === 'csv'
      ? writeCsvTemplate(contract.value)
      : await workbook(contract.value, mapping.value)
  if (!made.ok) return made
  const file = resolve(call.world.folder, call.option('out') ?? `${contract.value.name}.${format}`)
  const written = writeNewFile(call, file, made.value)
  if (!written.ok) return written
  const codes = mapping.value === undefined ? undefined : writeOwnMapping(file, mapping.value)
  return accept(answerOf(contract.value, file, codes))
}

function answerOf(
  { name, version }: NamedContract,
  file: string,
  mapping: string | undefined,
): Answer {
  const more = mapping === undefined ? '' : ` --map ${mapping}`
  return {
    text: [
      `OK  Wrote ${file} for ${name} ${version}.`,
      ...(mapping === undefined
        ? []
        : [
            `    Its codes are those of the office; ${mapping} turns them into those of the contract.`,
          ]),
      `    Fill it in, then check it: corridor validate ${file}${more} --contract ${name}`,
    ].join('\n'),
    json: { file, contract: name, version, mapping: mapping ?? null },
  }
}

function otherContract(
  mapping: Mapping | undefined,
  { name }: NamedContract,
): Outcome<never> | undefined {
  if (mapping === undefined || mapping.contract.name === name) return undefined
  return refuse(
    'COMMAND_WRONG',
    `the mapping ${mapping.id} is for ${mapping.contract.name}, not for ${name}`,
  )
}

function workbook(
  contract: NamedContract,
  mapping: Mapping | undefined,
): ReturnType<typeof writeTemplate> {
  return writeTemplate(contract, mapping === undefined ? {} : { codes: ownCodes(mapping) })
}

/** The office's own codes by column, with the label of what each stands for. */
function ownCodes(mapping: Mapping): OwnCodes {
  const lists = new Map(
    (contractColumns(mapping.contract.name) ?? []).map(({ name, codelist }) => [name, codelist]),
  )
  return Object.fromEntries(
    mapping.columns.flatMap((column) => {
      if (column.kind !== 'from' || column.codes === undefined) return []
      const list = lists.get(column.column)
      const codes = column.codes.map(({ from, to }) => ({ code: from, label: labelOf(list, to) }))
      return [[column.column, codes] as const]
    }),
  )
}

function labelOf(list: CodeListId | undefined, code: string): string {
  return list === undefined ? code : codeList(list).label(code)
}

/** The mapping that reads the template back: the office's codes in columns that have the contract's names. */
function writeOwnMapping(file: string, mapping: Mapping): string {
  const { contract } = mapping
  const columns = (contractColumns(contract.name) ?? [])
    .filter(({ column }) => !column.startsWith('mappedBy.'))
    .map(({ name }) => {
      const own = mapping.columns.find((one) => one.kind === 'from' && one.column === name)
      return own?.kind === 'from'
        ? { ...own, from: name }
        : { column: name, kind: 'from', from: name }
    })
  const made = {
    id: `${mapping.id.slice(0, 50)}-template`,
    title: `${mapping.title.slice(0, 150)}, in the columns of the template`,
    contract,
    columns,
  }
  const target = `${file.replace(/\.[^.]+$/, '')}.mapping.json`
  writeWhole(target, `${JSON.stringify(made, null, 2)}\n`)
  return target
}
