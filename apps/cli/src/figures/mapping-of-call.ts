// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Mapping } from '@corridor/contracts'
import { parseMapping } from '@corridor/formats'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson } from '@corridor/message'
import type { Call } from '../command'
import { didYouMean } from '../nearest'
import { clean } from '../output/clean'
import { readBytes } from './read-bytes'

/** The mapping that a call names with `--map`: a file, or the id of one that comes with the command. */
export function mappingOfCall(call: Call): Outcome<Mapping | undefined> {
  const named = call.option('map')
  return named === undefined ? accept(undefined) : mappingNamed(call, named)
}

/** A mapping by its file, or by the id of one that comes with the command. */
export function mappingNamed({ world }: Call, named: string): Outcome<Mapping> {
  const file = resolve(world.folder, named)
  if (existsSync(file)) return readMapping(file)
  const shipped = shippedFiles(world.project)
  const found = shipped.find(({ id }) => id === named)
  if (found !== undefined) return readMapping(found.file)
  const hint = didYouMean(
    named,
    shipped.map(({ id }) => id),
  )
  return refuse('COMMAND_WRONG', `there is no mapping file ${clean(named)}.${hint}`)
}

/** The mappings that come with the command: files that name an SDMX structure need none of their own. */
export function shippedMappings({ world }: Call): readonly Mapping[] {
  return shippedFiles(world.project).flatMap(({ file }) => {
    const mapping = readMapping(file)
    return mapping.ok ? [mapping.value] : []
  })
}

function shippedFiles(project: string): readonly { readonly id: string; readonly file: string }[] {
  const folder = join(project, 'contracts', 'mappings')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ id: name.slice(0, -'.json'.length), file: join(folder, name) }))
}

/** A mapping from its file, judged by its contract. */
export function readMapping(file: string): Outcome<Mapping> {
  const bytes = readBytes(file)
  if (!bytes.ok) return bytes
  const body = parseJson(bytes.value)
  if (!body.ok) return refuse('MAPPING_WRONG', `${clean(file)} is not JSON: ${body.refusal.detail}`)
  return parseMapping(body.value)
}
