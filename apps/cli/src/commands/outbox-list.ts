// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { describeOutbox, type Waiting } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { count, instant, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** Lists what waits in the outbox, why, and since when. */
export async function listOutbox(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const { waiting, unreadable } = describeOutbox(profile.value)
  const columns = [
    { name: 'Waits since', of: ({ facts }: Waiting) => instant(facts.sealedAt) },
    { name: 'Rows', of: (one: Waiting) => whole(rowsOf(one)), end: true },
    { name: 'Contract', of: contractWords },
    { name: 'Why', of: whyWords, most: 100 },
    { name: 'Message', of: ({ outgoing }: Waiting) => outgoing.id, most: 128 },
  ] as const
  const broken = unreadable.map(
    (file) => `STOP  ${clean(file)} is no sealed message; nothing of it is sent.`,
  )
  const lines = [
    ...(waiting.length === 0
      ? ['OK  Nothing waits in the outbox.']
      : [table<Waiting>(columns, waiting)]),
    ...broken,
    ...(waiting.length === 0
      ? []
      : [
          `Send ${waiting.length === 1 ? 'it' : `these ${count(waiting.length, 'message')}`} with: corridor publish --resume`,
        ]),
  ]
  return accept({
    text: lines.join('\n'),
    json: { waiting: waiting.map(waitingJson), unreadable },
  })
}

function rowsOf({ facts }: Waiting): number {
  return facts.datasets.reduce((sum, { rows }) => sum + rows, 0)
}

function contractWords({ facts }: Waiting): string {
  const names = [...new Set(facts.datasets.map(({ contract }) => contract))]
  const { contract, test } = facts
  const words = names.length === 0 ? contract.name : names.join(', ')
  return test ? `${words} (test)` : words
}

function whyWords({ lastTry }: Waiting): string {
  return lastTry === undefined
    ? 'not tried yet'
    : `${lastTry.detail} (tried ${instant(lastTry.at)})`
}

function waitingJson({ outgoing, facts, bytes, lastTry }: Waiting): object {
  const { contract, sealedAt, test, datasets } = facts
  return { id: outgoing.id, contract, sealedAt, test, datasets, bytes, lastTry: lastTry ?? null }
}
