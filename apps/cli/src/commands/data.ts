// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { problemIn, signedFetch, type Profile } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { contractNamed } from '../figures/contract-of-call'
import { clean } from '../output/clean'
import { count, whole } from '../output/words'
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
  const pages = await readPages(call, profile.value, { contract: contract.value.name, accepts })
  if (!pages.ok) return pages
  const { texts, stand } = pages.value
  const given = { contract: contract.value.name, format, pages: texts.length, ...stand }
  if (texts.length === 0) {
    const text = 'OK  The hub has no such figures of yours.'
    return accept({ text, json: given })
  }
  const pieces = format.endsWith('csv') ? joined(texts) : texts
  const out = call.option('out')
  if (out !== undefined) return written(resolve(call.world.folder, out), pieces, given)
  const [only = ''] = pieces
  if (pieces.length > 1)
    return refuse(
      'COMMAND_WRONG',
      `the figures come in ${count(pieces.length, 'piece')}, which are files of their own: name one with --out`,
    )
  return accept({ text: only.replace(/\r?\n$/, ''), json: { ...given, body: only } })
}

/** Rows that are asked for at once; the hub gives no more. */
const pageRows = 20_000

interface Pages {
  readonly texts: readonly string[]
  readonly stand: { readonly asOf: string | null; readonly position: string | null }
}

async function readPages(
  call: Call,
  profile: Profile,
  { contract, accepts }: { readonly contract: string; readonly accepts: string },
): Promise<Outcome<Pages>> {
  const texts: string[] = []
  const query = queryOf(call)
  let stand: Pages['stand'] = { asOf: null, position: null }
  for (let offset: string | null = '0'; offset !== null;) {
    query.set('offset', offset)
    // A later page is of the same state as the first, whatever was published meanwhile.
    if (stand.position !== null && !query.has('asOf')) query.set('asOf', stand.position)
    const asked = await signedFetch(profile, {
      method: 'GET',
      target: `/api/data/${contract}?${query.toString()}`,
      headers: { accept: accepts },
    })
    if (!asked.ok) return asked
    if (!asked.value.ok) return problemIn(asked.value)
    const { headers } = asked.value
    stand = {
      asOf: headers.get('corridor-as-of'),
      position: headers.get('corridor-as-of-position'),
    }
    tellNotIndexed(call, headers.get('corridor-not-indexed'))
    const text = await asked.value.text()
    if (text !== '') texts.push(text)
    offset = headers.get('corridor-next-offset')
  }
  return accept({ texts, stand })
}

function queryOf(call: Call): URLSearchParams {
  const query = new URLSearchParams({ limit: String(pageRows) })
  const names = { 'as-of': 'asOf', 'updated-after': 'updatedAfter', period: 'period' } as const
  for (const [option, name] of Object.entries(names)) {
    const value = call.option(option)
    if (value !== undefined) query.set(name, value)
  }
  if (call.flag('test')) query.set('mode', 'test')
  return query
}

function tellNotIndexed({ screen }: Call, messages: string | null): void {
  if (messages === null || messages === '0') return
  screen.note(
    `NOTE  ${clean(messages, 12)} messages are recorded and not among these figures yet; ask again.`,
  )
}

/** Pages of CSV as one where they have the same columns. */
function joined(texts: readonly string[]): readonly string[] {
  const heads = texts.map((text) => /^.*?\r?\n/.exec(text)?.[0] ?? text)
  const [head = ''] = heads
  if (heads.some((one) => one !== head)) return texts
  return [texts.map((text, page) => (page === 0 ? text : text.slice(head.length))).join('')]
}

function written(
  file: string,
  texts: readonly string[],
  given: Readonly<Record<string, unknown>>,
): Outcome<Answer> {
  const files = texts.map((_, page) =>
    page === 0 ? file : file.replace(/(\.[^.]*)?$/, `.${String(page + 1)}$1`),
  )
  try {
    for (const [page, name] of files.entries()) writeFileSync(name, texts[page] ?? '')
  } catch {
    return refuse('FILE_UNREADABLE', `${clean(file)} cannot be written`)
  }
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const text = `OK  Wrote ${whole(bytes)} bytes to ${files.join(', ')}`
  return accept({ text, json: { ...given, bytes, files } })
}
