// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson } from '@corridor/message'
import { checkChain, genesis, type Link } from '@corridor/proof'
import { signedRequest, writeWhole, type Profile } from '@corridor/sdk'

/** A place in the journal: how far it goes, and the hash that all before it gives. */
export interface JournalEnd {
  readonly position: number
  readonly hash: string
}

/** The journal as it was checked, and where the digest that was looked for stands in it. */
export interface CheckedJournal {
  readonly end: JournalEnd
  readonly found: Link | undefined
  /** The line that says that what has this digest as its receipt was deleted. */
  readonly erased: Link | undefined
}

/** Lines that are asked for at a time. */
const linesPerRequest = 1_000

/**
 * Reads the hub's journal from its first line, checks that every hash follows, and that what this profile saw before is still
 * there: a hub that wrote its journal anew would have a sound chain, but another one.
 */
export async function checkJournal(
  profile: Profile,
  digest: string,
): Promise<Outcome<CheckedJournal>> {
  const seen = readSeen(profile)
  let end: JournalEnd = { position: 0, hash: genesis }
  let found: Link | undefined
  let erased: Link | undefined
  let more = true
  while (more) {
    const page = await journalPage(profile, end.position + 1)
    if (!page.ok) return page
    const { links, last } = page.value
    const checked = checkChain(links, end)
    if (!checked.ok) return checked
    const before = links.find(({ position }) => position === seen?.position)
    if (seen !== undefined && before !== undefined && before.hash !== seen.hash)
      return rewritten(seen)
    found ??= links.find((link) => link.digest === digest)
    erased ??= links.find((link) => link.digest === digest && link.kind === 'erased')
    end = checked.value
    more = links.length > 0 && last !== null && end.position < last.position
  }
  if (seen !== undefined && end.position < seen.position) return rewritten(seen)
  writeWhole(seenFile(profile), JSON.stringify(end), 0o600)
  return accept({ end, found, erased })
}

function rewritten({ position }: JournalEnd): Outcome<never> {
  return refuse(
    'CHAIN_BROKEN',
    `the journal is not the one that this profile saw up to position ${String(position)}`,
  )
}

async function journalPage(
  profile: Profile,
  from: number,
): Promise<Outcome<{ readonly links: readonly Link[]; readonly last: JournalEnd | null }>> {
  const target = `/api/journal?from=${String(from)}&limit=${String(linesPerRequest)}`
  const page = await signedRequest<{ links: readonly Link[]; end: JournalEnd | null }>(profile, {
    method: 'GET',
    target,
  })
  if (!page.ok) return page
  const { links, end } = page.value
  if (Array.isArray(links)) return accept({ links, last: end })
  return refuse('UNEXPECTED', 'the hub gave no lines of its journal')
}

function seenFile(profile: Profile): string {
  return join(profile.folder, 'journal-seen.json')
}

function readSeen(profile: Profile): JournalEnd | undefined {
  if (!existsSync(seenFile(profile))) return undefined
  const seen = parseJson(readFileSync(seenFile(profile)))
  const value: unknown = seen.ok ? seen.value : undefined
  if (typeof value !== 'object' || value === null) return undefined
  const position: unknown = Reflect.get(value, 'position')
  const hash: unknown = Reflect.get(value, 'hash')
  return typeof position === 'number' && typeof hash === 'string' ? { position, hash } : undefined
}
