// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  askRehearsal,
  askStatements,
  confirmRehearsal,
  rehearsalSteps,
  type Rehearsal,
} from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { day } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** Shows which steps of the rehearsal are done, and whether messages count yet. */
export async function showRehearsal(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const asked = await askRehearsal(profile.value, call.operand(0))
  if (!asked.ok) return asked
  const { participant, rehearsed, productionSince, productionReason } = asked.value
  const steps = Object.entries(rehearsalSteps).map(([step, about]) => ({
    step,
    about,
    done: rehearsed[step],
  }))
  const listed = table(
    [
      { name: '', of: ({ done }) => (done === undefined ? 'open' : 'OK') },
      { name: 'Step', of: ({ step }) => step },
      { name: 'What', of: ({ about }) => about },
    ],
    steps,
  )
  return accept({
    text: `${listed}\n\n${standing(asked.value)}`,
    json: {
      participant,
      production: productionSince !== null,
      productionSince,
      productionReason,
      steps: Object.fromEntries(steps.map(({ step, done }) => [step, done ?? null])),
    },
  })
}

function standing({ rehearsed, productionSince, productionReason, kind }: Rehearsal): string {
  if (kind !== 'state' && kind !== 'partner') return 'It sends no figures, so it need not rehearse.'
  if (productionSince !== null)
    return `OK  Messages count since ${day(productionSince)}: ${clean(productionReason ?? '', 200)}.`
  const open = Object.keys(rehearsalSteps).filter((step) => rehearsed[step] === undefined)
  return open.length > 0
    ? `Messages do not count yet: send with --test. Open: ${open.join(', ')}.`
    : 'Every step is done. The operator grants production: corridor participants grant.'
}

/** Verifies what the hub stated about a message in test mode, and tells the hub so. */
export async function confirmOne(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const id = call.operand(0) ?? ''
  const statements = await askStatements(profile.value, id)
  if (!statements.ok) return statements
  const test = statements.value.find(({ received }) => received.event.mode === 'test')
  if (test === undefined)
    return refuse('NOT_FOUND', `the hub has stated nothing about ${clean(id)} in test mode`)
  const told = await confirmRehearsal(profile.value, id, test.received)
  if (!told.ok) return told
  return accept({
    text: `OK  The statement about ${clean(id)} was made by the hub ${profile.value.hub.id}, and the hub knows that you verified it.`,
    json: { id, statement: test.receipt.statement, verified: true },
  })
}
