// SPDX-License-Identifier: Apache-2.0
import type { FileOptions } from '../reading/file-options'
import type { FileProblem, FileReading } from '../reading/file-reading'
import { readSdmxCsv } from '../sdmx-csv/read-sdmx-csv'
import { structureId } from '../sdmx-csv/structure-id'
import { parseSdmxJson, sdmxJsonMessage } from './parse-sdmx-json'
import { sdmxJsonTable } from './sdmx-json-table'
import type { SdmxJsonDataset, SdmxJsonMessage } from './sdmx-json-message'

/** Who says what the structures of a message become. */
export type SdmxJsonOptions = Pick<FileOptions, 'contract' | 'mapping' | 'mappings'>

/**
 * Reads a data message of SDMX-JSON 2.0 or 2.1 into datasets of the contracts that its structures are of, or that a mapping makes
 * of them. Rows are its observations, counted from 1 in the order of the message.
 */
export function readSdmxJson(text: string, options: SdmxJsonOptions = {}): FileReading {
  return readSdmxJsonMessage(parseSdmxJson(text), options)
}

/** The same where the text has been parsed already. */
export function readSdmxJsonValue(
  { value, text }: { readonly value: unknown; readonly text: string },
  options: SdmxJsonOptions,
): FileReading {
  return readSdmxJsonMessage(sdmxJsonMessage(value, text), options)
}

function readSdmxJsonMessage(message: SdmxJsonMessage, options: SdmxJsonOptions): FileReading {
  const mappings = [...(options.mapping ? [options.mapping] : []), ...(options.mappings ?? [])]
  const known = { mappings, numbers: 'point' } as const
  const datasets = message.datasets.map((dataset) => named(dataset, options.contract))
  const table = sdmxJsonTable(datasets, known)
  const rowsRead = message.observations
  if (table.rowNumbers.length === 0) {
    const empty = { code: 'FILE_UNREADABLE', detail: 'the message holds no figures' }
    const problems = message.problems.length === 0 ? [empty] : message.problems
    return { format: 'sdmx-json-2', rowsRead, parts: [], notes: [], problems }
  }
  const read = readSdmxCsv({ table, rowsRead, notes: [], problems: [] }, known)
  const problems = [...message.problems, ...read.problems.map(withoutHeader)]
  return {
    format: 'sdmx-json-2',
    rowsRead,
    parts: problems.some(({ row }) => row === undefined) ? [] : read.parts,
    notes: read.notes,
    problems: problems.sort((one, other) => (one.row ?? 0) - (other.row ?? 0)),
  }
}

// A message that does not say what its structure is follows the contract that somebody named.
function named(dataset: SdmxJsonDataset, contract: FileOptions['contract']): SdmxJsonDataset {
  if (dataset.structures.length > 0 || contract === undefined) return dataset
  return { ...dataset, structures: [structureId(contract)] }
}

// What SDMX-CSV tells of its header is about no observation.
function withoutHeader(problem: FileProblem): FileProblem {
  const { code, detail, row, value } = problem
  if (row !== 0) return problem
  return { code, detail, ...(value === undefined ? {} : { value }) }
}
