// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openProfile, signedRequest, writeWhole, type Profile } from '@corridor/sdk'
import { agreeOnEverything, profileOf } from './agreeing'
import { enrolEverybody, must, type Stage } from './enrolments'
import { publishEverything, takeEverything } from './publishing'
import { Progress } from './progress'
import { regionFeed, summary, type Status } from './summary'

/**
 * Plays the demonstration region against a hub, through the front door: enrol, agree, publish, take. Each step looks first at what
 * is there, so that it can be cut off anywhere and played again; nothing is published twice. A finished play leaves a stamp.
 */
export async function runDemonstration(options: {
  readonly home: string
  readonly http: string
}): Promise<void> {
  const stamp = join(options.home, 'demonstration.json')
  if (existsSync(stamp)) {
    process.stdout.write(`${savedSummary(stamp)}\n`)
    return
  }
  const progress = new Progress()
  const stage: Stage = {
    ...options,
    progress: (done, of, what) => {
      progress.show(done, of, what)
    },
  }
  const profiles = await enrolEverybody(stage)
  await agreeOnEverything(stage, profiles)
  const published = await publishEverything(stage, profiles)
  const operator = must(await openProfile(options.home, 'OPERATOR'), 'open the profile of OPERATOR')
  await settled(operator)
  await takeEverything(stage, profiles)
  await settled(operator)
  const text = summary(
    await statusOf(operator),
    published,
    await regionFeed(profileOf(profiles, 'REGION')),
  )
  progress.end()
  writeWhole(stamp, JSON.stringify({ summary: text }))
  process.stdout.write(`${text}\n`)
}

function savedSummary(stamp: string): string {
  // Written below only.
  const { summary: text } = JSON.parse(readFileSync(stamp, 'utf8')) as { summary: string }
  return text
}

async function statusOf(operator: Profile): Promise<Status> {
  return must(
    await signedRequest<Status>(operator, { method: 'GET', target: '/api/status' }),
    'ask for the status',
  )
}

const pollMs = 400
const longestWaitMs = 60_000

/** Waits until the hub has worked through everything: its counts stand still for two looks. */
async function settled(operator: Profile): Promise<void> {
  const until = Date.now() + longestWaitMs
  let before = ''
  let still = 0
  while (still < 3 && Date.now() < until) {
    const { counts } = await statusOf(operator)
    const now = JSON.stringify(counts)
    still = now === before ? still + 1 : 0
    before = now
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}
