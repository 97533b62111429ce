// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { problemIn, signedFetch } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { contractNamed } from '../figures/contract-of-call'
import { clean } from '../output/clean'
import { whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** The media type of each format that the hub gives figures in. */
const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  'sdmx-csv': 'application/vnd.sdmx.data+csv;version=2.0.0',
  'sdmx-json': 'application/vnd.sdmx.data+json;version=2.0.0',
  json: 'application/json',
}

/** Reads own figures back from the hub, as they are now or as they were. */
export async function readData(call: Call): Promise<Outcome<Answer>> {
  const contract = contractNamed(call.operand(0) ?? '')
  if (!contract.ok) return contract
  const format = call.option('format') ?? 'csv'
  const accepts = mediaTypes[format]
  if (accepts === undefined)
    return refuse('COMMAND_WRONG', `--format is one of ${Object.keys(mediaTypes).join(', ')}`)
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const target = `/api/data/${contract.value.name}${queryOf(call)}`
  const asked = await signedFetch(profile.value, {
    method: 'GET',
    target,
    headers: { accept: accepts },
  })
  if (!asked.ok) return asked
  if (!asked.value.ok) return problemIn(asked.value)
  const body = Buffer.from(await asked.value.arrayBuffer())
  const given = { contract: contract.value.name, format, bytes: body.length }
  const out = call.option('out')
  if (out === undefined) {
    const text = body.toString('utf8')
    return accept({ text: text.replace(/\n$/, ''), json: { ...given, body: text } })
  }
  const file = resolve(call.world.folder, out)
  try {
    writeFileSync(file, body)
  } catch {
    return refuse('FILE_UNREADABLE', `${clean(file)} cannot be written`)
  }
  return accept({
    text: `OK  Wrote ${whole(body.length)} bytes to ${file}`,
    json: { ...given, file },
  })
}

function queryOf(call: Call): string {
  const query = new URLSearchParams()
  const names = { 'as-of': 'asOf', 'updated-after': 'updatedAfter', period: 'period' } as const
  for (const [option, name] of Object.entries(names)) {
    const value = call.option(option)
    if (value !== undefined) query.set(name, value)
  }
  if (call.flag('test')) query.set('mode', 'test')
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
