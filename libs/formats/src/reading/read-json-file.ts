// SPDX-License-Identifier: Apache-2.0
import { isSdmxJson } from '../sdmx-json/parse-sdmx-json'
import { readSdmxJsonValue, type SdmxJsonOptions } from '../sdmx-json/read-sdmx-json'
import type { FileFormat, FilePart, FileReading } from './file-reading'

interface Part {
  readonly contract: { readonly name: string; readonly version: string }
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * Reads the project's JSON: a dataset by columns (the contract is named beside the file), or datasets that name theirs:
 * `{ contract, version, data }`, `{ parts: [...] }`. Rows are counted as the columns have them, from 1.
 */
export function readJsonFile(text: string, options: SdmxJsonOptions): FileReading {
  const value = parsed(text)
  if (isSdmxJson(value)) return readSdmxJsonValue({ value, text }, options)
  if (value === undefined) return stopped('FILE_UNREADABLE', 'the file is not JSON')
  const found = partsOf(value, options.contract)
  if (found === undefined) {
    const detail = 'the file does not say which contract its figures follow; name it'
    return stopped('FILE_CONTRACT_UNSTATED', detail)
  }
  if (found.length === 0) return stopped('FILE_UNREADABLE', 'the file holds no figures')
  const parts = found.map(numbered)
  const rowsRead = parts.reduce((sum, { rowNumbers }) => sum + rowNumbers.length, 0)
  return { format: 'json', rowsRead, parts, notes: [], problems: [] }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return value
  } catch {
    return undefined
  }
}

function partsOf(
  value: unknown,
  contract: Part['contract'] | undefined,
): readonly Part[] | undefined {
  if (!isObject(value)) return []
  if (Array.isArray(value['parts'])) {
    const parts = value['parts'].map(partOf)
    return parts.every((part) => part !== undefined) ? parts : undefined
  }
  const named = partOf(value)
  if (named !== undefined) return [named]
  return contract === undefined ? undefined : [{ contract, data: value }]
}

function partOf(value: unknown): Part | undefined {
  if (!isObject(value)) return undefined
  const { contract, version, data } = value
  const isPart = typeof contract === 'string' && typeof version === 'string' && isObject(data)
  return isPart ? { contract: { name: contract, version }, data } : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Rows that one dataset may have; a number beyond it is for the contract to refuse. */
const mostRows = 5_000

function numbered({ contract, data }: Part): FilePart {
  const rows = Number.isInteger(data['rows']) ? Number(data['rows']) : 0
  const length = Math.min(Math.max(rows, 0), mostRows)
  const rowNumbers = Array.from({ length }, (_, index) => index + 1)
  const columns = Object.keys(data).filter((name) => Array.isArray(data[name]))
  const places = Object.fromEntries(columns.map((name) => [name, { letter: '', header: name }]))
  return { contract, data, rowNumbers, places }
}

function stopped(code: string, detail: string, format: FileFormat = 'json'): FileReading {
  return { format, rowsRead: 0, parts: [], notes: [], problems: [{ code, detail }] }
}
