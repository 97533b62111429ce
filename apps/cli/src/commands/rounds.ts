// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { instant, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

interface Round {
  readonly number: number
  readonly startedAt: string
  readonly endedAt: string | null
  readonly pairs: number | null
  readonly tested: number | null
  readonly flagged: number | null
  readonly differing: number | null
  readonly failed: string | null
}

/** Has all comparisons of one agreement, or of all, made once more. */
export async function runRound(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const agreement = call.operand(0)
  const begun = await signedRequest<{ readonly number: number }>(profile.value, {
    method: 'POST',
    target: '/api/rounds',
    body: Buffer.from(JSON.stringify(agreement === undefined ? {} : { agreement })),
  })
  if (!begun.ok) return begun
  const text = `OK  Full round ${String(begun.value.number)} is at work: corridor rounds show.`
  return accept({ text, json: begun.value })
}

/** Shows what came of the last full rounds. */
export async function showRounds(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const rounds = await signedRequest<readonly Round[]>(profile.value, {
    method: 'GET',
    target: '/api/rounds',
  })
  if (!rounds.ok) return rounds
  const number = (of: (round: Round) => number | null) => (round: Round) => {
    const known = of(round)
    return known === null ? '' : whole(known)
  }
  const columns = [
    { name: 'Round', of: (round: Round) => whole(round.number), end: true },
    { name: 'Begun', of: ({ startedAt }: Round) => instant(startedAt) },
    { name: 'Pairs', of: number(({ pairs }) => pairs), end: true },
    { name: 'Tested', of: number(({ tested }) => tested), end: true },
    { name: 'Flagged', of: number(({ flagged }) => flagged), end: true },
    { name: 'Stands', of: (round: Round) => clean(wordsOf(round), 60) },
  ] as const
  const text =
    rounds.value.length === 0 ? 'No full round was run.' : table<Round>(columns, rounds.value)
  return accept({ text, json: { rounds: rounds.value } })
}

function wordsOf({ endedAt, differing, failed }: Round): string {
  if (failed !== null) return failed
  if (endedAt === null) return 'at work'
  if (differing === 0) return 'agrees with what messages have made'
  return `${String(differing)} agreements and periods differed and were compared anew`
}
