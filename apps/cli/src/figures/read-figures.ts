// SPDX-License-Identifier: Apache-2.0
import { basename, resolve } from 'node:path'
import { versionFollowed } from '@corridor/contracts'
import { readFile, type FileOptions, type FileReading } from '@corridor/formats'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Call } from '../command'
import { clean } from '../output/clean'
import { useAddedCodes } from './added-codes'
import type { Told } from './cause'
import { contractOfCall, newestOf } from './contract-of-call'
import { guessContract } from './guess-contract'
import { mappingOfCall, shippedMappings } from './mapping-of-call'
import { readBytes } from './read-bytes'

/** A file of figures as it was read, not yet judged. */
export interface FileFigures {
  readonly file: string
  readonly bytes: Uint8Array
  readonly reading: FileReading
  readonly told: readonly Told[]
}

/** Reads the file that a call names, of whatever kind it is. */
export async function readFigures(call: Call): Promise<Outcome<FileFigures>> {
  const file = resolve(call.world.folder, call.operand(0) ?? '')
  const bytes = readBytes(file)
  if (!bytes.ok) return bytes
  const options = optionsOf(call, file)
  if (!options.ok) return options
  useAddedCodes(call)
  const found = { file, bytes: bytes.value }
  const reading = await readInItsVersion(call, bytes.value, options.value)
  if (!reading.problems.some(({ code }) => code === 'FILE_CONTRACT_UNSTATED'))
    return accept({ ...found, reading, told: [] })
  const guessed = await guessContract(bytes.value, options.value)
  const contract = { name: guessed, version: newestOf(guessed) }
  const message = `The file does not say which contract it follows. We read it as ${guessed}; name another with --contract.`
  return accept({
    ...found,
    reading: await readInItsVersion(call, bytes.value, { ...options.value, contract }),
    told: [{ number: 'E143', message }],
  })
}

/** Data by columns follow the version that has their columns, where nobody says which. */
async function readInItsVersion(
  call: Call,
  bytes: Uint8Array,
  options: FileOptions,
): Promise<FileReading> {
  const reading = await readFile(bytes, options)
  const stated = call.option('contract')?.includes(':') === true
  if (reading.format !== 'json' || stated || options.contract === undefined) return reading
  const parts = reading.parts.map((part) => {
    const { name } = part.contract
    // What names its own contract and version is another object than the one that was asked for.
    if (part.contract !== options.contract) return part
    const version = versionFollowed(name, part.data) ?? part.contract.version
    return { ...part, contract: { name, version } }
  })
  return { ...reading, parts }
}

function optionsOf(call: Call, file: string): Outcome<FileOptions> {
  const mapping = mappingOfCall(call)
  if (!mapping.ok) return mapping
  const contract = contractOfCall(call)
  if (!contract.ok) return contract
  const otherwise = otherwiseOfCall(call)
  if (!otherwise.ok) return otherwise
  const [encoding, sheet] = [call.option('encoding'), call.option('sheet')]
  return accept({
    fileName: basename(file),
    mappings: shippedMappings(call),
    ...(contract.value === undefined ? {} : { contract: contract.value }),
    ...(mapping.value === undefined ? {} : { mapping: mapping.value }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(Object.keys(otherwise.value).length === 0 ? {} : { otherwise: otherwise.value }),
  })
}

function otherwiseOfCall(call: Call): Outcome<Readonly<Record<string, string>>, 'COMMAND_WRONG'> {
  const given: Record<string, string> = {}
  for (const one of call.options('set')) {
    const [, name, value] = /^(\w{1,64})=(.*)$/s.exec(one) ?? []
    if (name === undefined || value === undefined)
      return refuse(
        'COMMAND_WRONG',
        `--set "${clean(one, 60)}" needs a column and what it says: --set minimum_stay=P12M`,
      )
    given[name] = value
  }
  return accept(given)
}
