// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { ownAddress, signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { count, instant, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

interface Line {
  readonly kind?: string
  readonly declared?: string | null
  readonly agreement: string
  readonly clause: string
  readonly recipient: string
  readonly number: number
  readonly contract: string
  readonly rows: number
  readonly state: string
  readonly stands: string | null
  readonly releasedAt: string
  readonly destroyedAt: string | null
  readonly noticeDueAt: string | null
}

interface Declared {
  readonly incident: number
  readonly releases: number
  readonly [more: string]: unknown
}

/** Takes a message back, or lists who has not confirmed that what was taken back is destroyed. */
export async function recall(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const submission = call.operand(0)
  if (submission === undefined) {
    const target = call.flag('all') ? '/api/recalls' : '/api/recalls?open=true'
    const listed = await signedRequest<readonly Line[]>(profile.value, { method: 'GET', target })
    if (!listed.ok) return listed
    const none = 'Everybody has confirmed; nothing that was taken back is out.'
    return accept(linesAnswer(listed.value, none))
  }
  const reason = call.option('reason')
  if (reason === undefined) return refuse('COMMAND_WRONG', 'say why, with --reason')
  const declared = await signedRequest<Declared>(profile.value, {
    method: 'POST',
    target: '/api/recalls',
    body: Buffer.from(JSON.stringify({ submission, reason })),
  })
  return declared.ok ? accept(declaredAnswer(declared.value)) : declared
}

const meantOptions = ['agreement', 'clause', 'contract', 'message', 'recipient', 'period'] as const

/** Lists what was released in error, to whom, since when, and who has destroyed it; declares it where asked. */
export async function breach(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const meant = Object.fromEntries(
    meantOptions.flatMap((name) => {
      const value = call.option(name)
      return value === undefined ? [] : [[name === 'message' ? 'submission' : name, value]]
    }),
  )
  const reason = call.option('declare')
  if (reason !== undefined) {
    const declared = await signedRequest<Declared>(profile.value, {
      method: 'POST',
      target: '/api/breaches',
      body: Buffer.from(JSON.stringify({ ...meant, reason })),
    })
    return declared.ok ? accept(declaredAnswer(declared.value)) : declared
  }
  const query = new URLSearchParams(meant).toString()
  const target = query === '' ? '/api/breaches' : `/api/breaches?${query}`
  const listed = await signedRequest<readonly Line[]>(profile.value, { method: 'GET', target })
  return listed.ok ? accept(linesAnswer(listed.value, 'Nothing of this was released.')) : listed
}

/** Confirms that withdrawn deliveries were destroyed. */
export async function confirmDestroyed(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const named = call.options('number')
  if (named.length === 0 || !named.every((one) => /^[1-9]\d{0,14}$/.test(one)))
    return refuse('COMMAND_WRONG', 'name the deliveries: --number 7 --number 9')
  const recipient = ownAddress(profile.value, { office: call.flag('office') })
  const confirmed = await signedRequest<{ readonly destroyed: readonly number[] }>(profile.value, {
    method: 'POST',
    target: '/api/deliveries/destroyed',
    body: Buffer.from(JSON.stringify({ numbers: named.map(Number), recipient })),
  })
  if (!confirmed.ok) return confirmed
  const numbers = confirmed.value.destroyed.map(whole).join(', ')
  return accept({ text: `OK  Confirmed as destroyed: ${numbers}.`, json: confirmed.value })
}

function declaredAnswer(declared: Declared): Answer {
  const many = count(declared.releases, 'release')
  return {
    text: `OK  ${many} withdrawn; everybody who has one is told to destroy it. Who has not confirmed: corridor recall`,
    json: declared,
  }
}

function linesAnswer(lines: readonly Line[], none: string): Answer {
  const columns = [
    { name: 'To', of: ({ recipient }: Line) => recipient },
    { name: 'Number', of: ({ number }: Line) => whole(number), end: true },
    { name: 'Contract', of: ({ contract }: Line) => contract },
    { name: 'Clause', of: ({ agreement, clause }: Line) => `${agreement} ${clause}` },
    { name: 'Rows', of: ({ rows }: Line) => whole(rows), end: true },
    { name: 'Since', of: ({ releasedAt }: Line) => instant(releasedAt) },
    { name: 'Stands', of: (one: Line) => clean(one.stands ?? one.state) },
    { name: 'Notice due', of: ({ noticeDueAt }: Line) => dueWords(noticeDueAt) },
  ] as const
  return { text: lines.length === 0 ? none : table<Line>(columns, lines), json: { lines } }
}

function dueWords(due: string | null): string {
  return due === null ? '' : instant(due)
}
