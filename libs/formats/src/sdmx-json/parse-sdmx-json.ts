// SPDX-License-Identifier: Apache-2.0
import { appendAll } from '../reading/append-all'
import type { FileProblem } from '../reading/file-reading'
import { shown } from '../text/shown'
import { readComponents } from './components'
import { arrayOf, isObject, objectOf, stringOf, textOf, type JsonObject } from './json-value'
import { keysTwice } from './keys-twice'
import { collectObservations } from './observations'
import type { SdmxJsonDataset, SdmxJsonMessage } from './sdmx-json-message'

/** True where a JSON value is meant to be an SDMX-JSON data message. */
export function isSdmxJson(value: unknown): boolean {
  const { meta, data, errors } = objectOf(value)
  const { structures, structure, dataSets } = objectOf(data)
  const isData = [structures, structure, dataSets].some((member) => member !== undefined)
  return (
    schemaOf(objectOf(value)).includes('sdmx-json') ||
    (isObject(meta) && (isData || Array.isArray(errors)))
  )
}

/**
 * Reads a data message of SDMX-JSON 2.0 or 2.1 in any of its layouts: flat, by time series, by any other dimension.
 * Whatever the text is, it ends in a message; what could not be read stands among its problems.
 */
export function parseSdmxJson(text: string): SdmxJsonMessage {
  return sdmxJsonMessage(parsed(text), text)
}

/** The same where the text has been parsed already. */
export function sdmxJsonMessage(message: unknown, text: string): SdmxJsonMessage {
  if (!isObject(message)) return stopped('the file is no JSON object')
  const [, version] = /\/(\d\.\d)(?:\.\d)?\//.exec(schemaOf(message)) ?? []
  if (version !== undefined && version !== '2.0' && version !== '2.1')
    return stopped(`the file is SDMX-JSON ${version}; we read 2.0 and 2.1`)
  const { structures, dataSets } = objectOf(message['data'])
  if (!Array.isArray(structures) || !Array.isArray(dataSets)) return withoutData(message)
  const twice = keysTwice(text, message)
  if (twice !== undefined)
    return stopped(
      `the key "${shown(twice)}" stands twice in one object, so that one figure would hide another`,
    )
  return { version, ...datasetsOf(structures, dataSets) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // The one thing that JSON.parse throws for.
    return undefined
  }
}

function schemaOf(message: JsonObject): string {
  return stringOf(message['$schema']) ?? stringOf(objectOf(message['meta'])['schema']) ?? ''
}

function stopped(detail: string): SdmxJsonMessage {
  const problems = [{ code: 'FILE_UNREADABLE', detail }]
  return { version: undefined, observations: 0, datasets: [], problems }
}

function withoutData(message: JsonObject): SdmxJsonMessage {
  const [error] = arrayOf(message['errors']).map(objectOf)
  if (error === undefined) return stopped('the message has no structures and data sets')
  const words = [error['code'], error['title'] ?? error['titles']].flatMap(
    (one) => textOf(one) ?? [],
  )
  return stopped(`the message brings no data but an error of its sender: ${shown(words.join(' '))}`)
}

function datasetsOf(
  structures: readonly unknown[],
  dataSets: readonly unknown[],
): Pick<SdmxJsonMessage, 'observations' | 'datasets' | 'problems'> {
  const datasets: SdmxJsonDataset[] = []
  const problems: FileProblem[] = []
  let observations = 0
  for (const [index, dataSet] of dataSets.entries()) {
    const structure = structures[structureIndex(structures, dataSet, index)]
    if (!isObject(structure) || !isObject(dataSet)) {
      const detail = `data set ${index + 1} has no structure in the message`
      problems.push({ code: 'FILE_UNREADABLE', detail })
      continue
    }
    const found = collectObservations(dataSet, readComponents(structure), {
      number: index + 1,
      before: observations,
    })
    observations += found.observations
    appendAll(problems, found.problems)
    datasets.push({
      structures: [...references(structure), ...references(dataSet)],
      action: stringOf(dataSet['action']) ?? 'Merge',
      columns: found.columns,
      rowNumbers: found.rowNumbers,
    })
  }
  return { observations, datasets, problems }
}

// A data set names its structure, or a structure its data sets, or it is the first one.
function structureIndex(structures: readonly unknown[], dataSet: unknown, index: number): number {
  const named = objectOf(dataSet)['structure']
  if (typeof named === 'number') return named
  const naming = structures.findIndex((one) => arrayOf(objectOf(one)['dataSets']).includes(index))
  return Math.max(0, naming)
}

/** `urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=ECB:EXR(1.0)` is about `ECB:EXR(1.0)`. */
function references(linked: JsonObject): readonly string[] {
  return arrayOf(linked['links']).flatMap((link) => {
    const { urn, rel } = objectOf(link)
    const about = stringOf(urn)?.split('=')[1]
    return about !== undefined && structural.has(stringOf(rel)?.toLowerCase() ?? '') ? [about] : []
  })
}

const structural = new Set(['dataflow', 'datastructure', 'provisionagreement', 'structure'])
