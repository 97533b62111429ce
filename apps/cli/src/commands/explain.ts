// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { count, instant, list, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

interface Rows {
  readonly became: 'left' | 'added-up' | 'stayed'
  readonly by: readonly { readonly agreement: string; readonly clause: string }[]
  readonly code: string | null
  readonly until?: string
  readonly to: string | null
  readonly rows: number
  readonly first: readonly number[]
}

interface Explained {
  readonly position: number
  readonly contract: string
  readonly at: string
  readonly release: { readonly number: number | null; readonly withdrawal: string | null } | null
  readonly notReleased: string | null
  readonly rows: readonly Rows[]
}

/** Explains which rows of a message left for a recipient, and which stayed and why. */
export async function explainMessage(call: Call): Promise<Outcome<Answer>> {
  const recipient = call.option('to')
  if (recipient === undefined) return refuse('COMMAND_WRONG', 'say for whom: --to DK')
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const at = call.option('at')
  const query = new URLSearchParams({
    ...{ submission: call.operand(0) ?? '', recipient },
    ...(at === undefined ? {} : { at }),
  })
  const told = await signedRequest<{ datasets: readonly Explained[] }>(profile.value, {
    method: 'GET',
    target: `/api/decisions?${query.toString()}`,
  })
  if (!told.ok) return told
  const text = told.value.datasets.map((one) => wordsOf(one, recipient)).join('\n')
  return accept({ text, json: { ...told.value } })
}

function wordsOf(one: Explained, recipient: string): string {
  const { contract, position, at, release, notReleased, rows } = one
  const head = `${clean(contract)} at ${whole(position)}, for ${clean(recipient)}, as of ${instant(at)}`
  const handed = release === null ? 'not handed over' : `delivery ${whole(release.number ?? 0)}`
  const why = release?.withdrawal ?? null
  const withdrawn = why === null ? '' : `, withdrawn: ${clean(why)}`
  const held = notReleased === null ? [] : [`    held back: ${clean(notReleased, 200)}`]
  return [
    `${head}: ${handed}${withdrawn}`,
    ...held,
    ...rows.map((one) => rowsInWords(one, recipient)),
  ].join('\n')
}

function rowsInWords(
  { became, by, code, until, to, rows, first }: Rows,
  recipient: string,
): string {
  const clauses = by.map(
    ({ agreement, clause }) => `clause ${clean(clause)} of ${clean(agreement)}`,
  )
  const under = clauses.length === 0 ? '' : ` ${list(clauses)}`
  const embargo = until === undefined ? '' : ` until ${instant(until)}`
  const which = `${count(rows, 'row')} (${list(first.map(whole))}${rows > first.length ? ' …' : ''})`
  const place = to === null || to === recipient ? '' : `, to ${clean(to)}`
  switch (became) {
    case 'left':
      return `    ${which} may leave under${under}${place}`
    case 'added-up':
      return `    ${which} may leave added up, under${under}${place}`
    case 'stayed':
      return `    ${which} stay: ${clean(code ?? '')}${embargo}${under === '' ? '' : `, nearest is${under}`}`
  }
}
