// SPDX-License-Identifier: Apache-2.0
import {
  columnNames,
  newestVersion,
  statisticalContracts,
  structure,
  type ContractName,
} from '@corridor/contracts'
import { readFile, type FileOptions } from '@corridor/formats'
import { parseJson } from '@corridor/message'

/** The contract that a file which names none most probably follows: the one whose columns fit best. */
export async function guessContract(bytes: Uint8Array, options: FileOptions): Promise<string> {
  const isWorkbook = Buffer.from(bytes.subarray(0, 2)).toString('latin1') === 'PK'
  const isJson = /^\s*\{/.test(Buffer.from(bytes.subarray(0, 100)).toString('utf8'))
  if (isJson) return best(misfitsOfJson(bytes))
  return best(await misfitsOfTable(isWorkbook ? bytes : beginning(bytes), options))
}

// Where none fits, the file is read as figures of people who moved, and its columns are told.
const otherwise = 'migration-flow'

function best(misfits: ReadonlyMap<string, number>): string {
  const fewest = Math.min(...misfits.values())
  const fitting = [...misfits].filter(([, number]) => number === fewest).map(([name]) => name)
  return fitting.includes(otherwise) ? otherwise : (fitting[0] ?? otherwise)
}

function misfitsOfJson(bytes: Uint8Array): ReadonlyMap<string, number> {
  const body = parseJson(bytes)
  const names = body.ok && typeof body.value === 'object' ? Object.keys(body.value ?? {}) : []
  return new Map(
    statisticalContracts.map((contract) => {
      const known = structure(contract)
      const dimensions = known?.dimensions.map(({ column }) => column) ?? []
      const missing = dimensions.filter((column) => !names.includes(column)).length
      const all = new Set([...(known === undefined ? [] : columnNames(known)), ...datasetMembers])
      const strange = names.filter((name) => !all.has(name)).length
      return [contract, missing + strange]
    }),
  )
}

const datasetMembers = [
  'definition',
  'classifications',
  'frequency',
  'unit',
  'notes',
  'mappedBy',
  'rows',
]

async function misfitsOfTable(
  bytes: Uint8Array,
  options: FileOptions,
): Promise<ReadonlyMap<string, number>> {
  const misfits = new Map<string, number>()
  for (const contract of statisticalContracts) {
    // The statistical contracts are among the names of contracts.
    const version = newestVersion(contract as ContractName)
    const { problems } = await readFile(bytes, {
      ...options,
      contract: { name: contract, version },
    })
    misfits.set(contract, problems.filter(({ code }) => code.startsWith('FILE_COLUMN_')).length)
  }
  return misfits
}

/** Bytes that are enough for a header and a few rows. */
const beginningBytes = 64_000

function beginning(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= beginningBytes) return bytes
  const end = bytes.lastIndexOf(10, beginningBytes)
  return bytes.subarray(0, end < 1 ? beginningBytes : end + 1)
}
