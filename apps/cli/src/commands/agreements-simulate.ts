// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { clausesOf, simulate, type SentDataset, type Simulated } from '@corridor/policy'
import type { Answer, Call } from '../command'
import { readSent } from '../figures/read-sent'
import { count, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'
import { readTerms } from '../terms-file'

/** Replays own figures of some periods against a draft: what would have gone to whom, by which clause. Nothing is sent. */
export async function simulateTerms(call: Call): Promise<Outcome<Answer>> {
  const terms = readTerms(call, call.operand(0) ?? '')
  if (!terms.ok) return terms
  const periods = periodsOf(call)
  if (!periods.ok) return periods
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const shares = clausesOf(terms.value, 'share')
  const sent: SentDataset[] = []
  for (const contract of new Set(shares.map((clause) => clause.contract))) {
    const read = await readSent(profile.value, { contract, periods: periods.value })
    if (!read.ok) return read
    sent.push(...read.value)
  }
  const told = simulate(terms.value, sent)
  const { participant } = profile.value
  const text =
    sent.length === 0
      ? `The hub has no figures of ${participant} that ${terms.value.id} speaks of.`
      : told.map(wordsOf).join('\n\n')
  return accept({
    text: `${text}\n\nOK  Nothing was sent. This is about the figures of ${participant} only: the hub gives each side its own.`,
    json: { agreement: terms.value.id, participant, simulated: told },
  })
}

function periodsOf(call: Call): Outcome<string> {
  const [from, until] = [call.option('from'), call.option('until')]
  if (from === undefined || until === undefined)
    return refuse('COMMAND_WRONG', 'say of which periods: --from 2024 --until 2025')
  const isPeriod = /^\d{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/
  const wrong = [from, until].find((period) => !isPeriod.test(period))
  return wrong === undefined
    ? accept(`ge:${from}+le:${until}`)
    : refuse(
        'COMMAND_WRONG',
        'a period is a year, a half-year, a quarter or a month: 2025, 2025-Q1',
      )
}

function wordsOf(told: Simulated): string {
  const { sender, recipient, office, contract, rows, datasets, sent, addedUp } = told
  const to = office === null ? recipient : `${recipient}, office ${office}`
  const method =
    told.protection.length === 0 ? '' : `, protected by ${told.protection.join(' and ')}`
  const lines = [
    `${sender} to ${to}: ${contract}, ${count(rows, 'row')} in ${count(datasets, 'dataset')}`,
    `  ${count(sent, 'row')} would have been sent${method}`,
    ...Object.entries(told.byClause).map(([clause, n]) => `    ${whole(n)} by ${clause}`),
    ...(addedUp === 0 ? [] : [`  ${count(addedUp, 'row')} would have been added up`]),
    ...Object.entries(told.stayed).map(([code, n]) => `  ${whole(n)} would have stayed: ${code}`),
  ]
  return lines.join('\n')
}
