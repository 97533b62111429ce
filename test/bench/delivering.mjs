// SPDX-License-Identifier: Apache-2.0
// A hub at which Sweden sends and Denmark receives under an agreement in force: what delivery and revocation are measured on.
import { createRequire } from 'node:module'
import path from 'node:path'
import {
  actOnAgreement,
  connectParticipant,
  proposeAgreement,
  showAgreement,
  signAgreement,
  takeStatements,
} from '@corridor/sdk'
import { reporter } from './observations.mjs'
import { enrolOperator, enrolState, must, seal, send, startHub } from './ours.mjs'

const recipient = 'DK'
const periods = ['2013', '2014', '2015', '2016']

/** Starts the hub, enrols both, and brings the agreement into force. */
export async function startDelivering(resources, projectRoot) {
  const hub = await startHub(resources, projectRoot)
  const operator = await enrolOperator(hub.home, hub.http)
  const enrolled = (participant) => enrolState(hub.home, hub.http, { operator, participant })
  const [sender, taker] = [await enrolled(reporter), await enrolled(recipient)]
  const terms = termsOf(projectRoot)
  must(await proposeAgreement(taker, terms), 'propose')
  must(await signAgreement(taker, terms), 'sign')
  must(await signAgreement(sender, terms), 'sign')
  const connections = {
    sender: await connected(resources, sender),
    taker: await connected(resources, taker),
  }
  // The sender takes its receipts: a full stream would slow the hub.
  takeUntilClosed(connections.sender, () => undefined)
  return {
    ...hub,
    make: (number) => seal(sender, [figure(number)]),
    send: (message) => send(connections.sender, message),
    /** Calls back with each delivery as soon as it is verified and kept. */
    take: (keep) => {
      takeUntilClosed(connections.taker, keep)
    },
    act: async (act) => {
      const shown = must(await showAgreement(sender, terms.id), 'show')
      return must(await actOnAgreement(sender, shown, { act, reason: 'a measurement' }), act)
    },
  }
}

function termsOf(projectRoot) {
  const load = createRequire(path.join(projectRoot, 'package.json'))
  const { corridorTerms } = load('./apps/cli/dist/demonstration/region.js')
  return corridorTerms([recipient, reporter])
}

async function connected(resources, profile) {
  const connection = must(await connectParticipant(profile), 'connect')
  resources.add(() => connection.close())
  return connection
}

// What is not confirmed when the bench ends is nobody's loss.
function takeUntilClosed(connection, keep) {
  takeStatements(connection, { keep, enough: () => false, idleMs: 2 ** 31 - 1 }).catch(
    () => undefined,
  )
}

// Published totals of one corridor: what the clause grants.
function figure(number) {
  return {
    ...{ reporter, direction: 'outflow', origin: reporter, destination: recipient },
    ...{ period: periods[number % periods.length], sex: '_T', age: '_T', occupation: '_T' },
    ...{ sector: '_T', stay: '_T', education: '_T', value: 1_000 + (number % 7) },
    ...{ valueStatus: 'value', lower: null, upper: null, obsStatus: 'A', confStatus: 'F' },
  }
}

/** Sends messages at a steady rate, whatever the hub answers; gives when each went, by digest. */
export async function sendSteadily(side, messages, perSecond) {
  const sentAt = new Map()
  const began = performance.now()
  const sending = []
  for (const [i, message] of messages.entries()) {
    const due = began + (i * 1_000) / perSecond
    const wait = due - performance.now()
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait))
    // From when it was due: a sender that falls behind is the hub's delay as well.
    sentAt.set(message.digest, due)
    sending.push(side.send(message))
  }
  await Promise.all(sending)
  return sentAt
}

/** The value below which so large a share of the numbers lies. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

/** A line of the report about milliseconds. */
export function latencyLine(named, milliseconds) {
  return {
    ...named,
    ...{ p50: percentile(milliseconds, 0.5), p99: percentile(milliseconds, 0.99) },
    ...{ max: Math.max(...milliseconds), unit: 'ms', runs: milliseconds.length },
  }
}
