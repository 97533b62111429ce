// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { validate, type KeyAct } from '@corridor/contracts'
import { accept, type Outcome } from '@corridor/kernel'
import { keyHistory, openStatement, writeSealedFile, type KeyActShown } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { count, instant } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** An act of the history, verified here. */
interface Verified extends KeyActShown {
  readonly told: KeyAct
}

/** Shows what has happened to keys and passkeys of the participant; each line is a statement of the hub, and is verified here. */
export async function showKeyHistory(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const listed = await keyHistory(profile.value)
  if (!listed.ok) return listed
  const named = call.operand(0)
  const asked = listed.value.filter(({ kid }) => named === undefined || kid === named)
  const acts: Verified[] = []
  for (const act of asked) {
    const sealed = { bytes: Buffer.from(act.payload), signature: act.signature }
    const opened = await openStatement('receipt', sealed, profile.value.hub)
    if (!opened.ok) return opened
    const told = validate('key-act', '0.1.0', opened.value.event.data)
    if (!told.ok) return told
    acts.push({ ...act, told: told.value })
  }
  const kept = keep(call, acts)
  return accept({
    text: [table<Verified>(columns, acts), ...kept].join('\n\n'),
    json: {
      acts: acts.map(({ number, told, payload, signature }) => ({
        number,
        told,
        payload,
        signature,
      })),
    },
  })
}

/** Writes the statements where they are asked for: `corridor verify --journal` finds their lines. */
function keep(call: Call, acts: readonly Verified[]): readonly string[] {
  const named = call.option('proofs')
  if (named === undefined) return []
  const folder = resolve(call.world.folder, named)
  mkdirSync(folder, { recursive: true })
  for (const { number, kid, told, payload, signature } of acts) {
    const name = `${kid.slice(0, 8)}-${String(number)}-${told.act}.json`
    writeSealedFile(join(folder, name), { bytes: Buffer.from(payload), signature })
  }
  return [
    `OK  ${count(acts.length, 'statement')} in ${clean(folder)}: corridor verify --journal proves each.`,
  ]
}

const columns = [
  { name: 'When', of: ({ told }: Verified) => instant(told.at) },
  { name: 'Key', of: ({ kid }: Verified) => kid },
  { name: 'What', of: ({ told }: Verified) => whatOf(told) },
  { name: 'Whose', of: ({ told }: Verified) => clean(told.name ?? told.office, 60) },
  { name: 'By', of: ({ told }: Verified) => clean(told.by ?? 'a one-time code', 100) },
  { name: 'Why', of: ({ told }: Verified) => clean(told.reason ?? '', 200) },
] as const

function whatOf({ act, with: what, revokedFrom }: KeyAct): string {
  const since = revokedFrom === undefined ? '' : ` from ${instant(revokedFrom)}`
  return `${what === 'passkey' ? 'passkey' : 'office key'} ${act}${since}`
}
