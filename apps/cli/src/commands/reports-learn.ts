// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { count, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

interface Learnt {
  readonly contract: string
  readonly version: number
  readonly pairs: number
  readonly series: number
  readonly leftOut: number
}

/** Has expectations learnt now. */
export async function learnExpectations(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const answer = await signedRequest<{ readonly learnt: readonly Learnt[] }>(profile.value, {
    ...{ method: 'POST', target: '/api/comparisons/learn', body: Buffer.from('{}') },
  })
  if (!answer.ok) return answer
  const { learnt } = answer.value
  const columns = [
    { name: 'Contract', of: ({ contract }: Learnt) => clean(contract) },
    { name: 'Version', of: ({ version }: Learnt) => whole(version), end: true },
    { name: 'Figures of the past', of: ({ pairs }: Learnt) => whole(pairs), end: true },
    { name: 'Series', of: ({ series }: Learnt) => whole(series), end: true },
    { name: 'Left out', of: ({ leftOut }: Learnt) => whole(leftOut), end: true },
  ] as const
  const none = 'Nothing was learnt: it takes three periods that both sides report.'
  return accept({
    text: learnt.length === 0 ? none : table<Learnt>(columns, learnt),
    json: answer.value,
  })
}

/** Has the figures of an agreement compared again, by what was learnt last. */
export async function compareAgain(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const period = call.option('period')
  const asked = { agreement: call.operand(0) ?? '', ...(period === undefined ? {} : { period }) }
  const answer = await signedRequest<{ readonly compared: number }>(profile.value, {
    ...{ method: 'POST', target: '/api/comparisons/again' },
    body: Buffer.from(JSON.stringify(asked)),
  })
  if (!answer.ok) return answer
  const many = count(answer.value.compared, 'cell')
  return accept({ text: `OK  ${many} compared again; reports follow.`, json: answer.value })
}
