// SPDX-License-Identifier: Apache-2.0
import { join, resolve } from 'node:path'
import type { CompatibilityMode } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { editionsIn, type FolderEdition } from '../contracts-gate/contract-folders'
import { judgeEdition, type EditionVerdict } from '../contracts-gate/judge-edition'
import { verdictText, type Subscribers } from '../contracts-gate/verdict-words'
import { exitCodes } from '../exit-code'
import { clean } from '../output/clean'
import { count } from '../output/words'
import { profileOfCall } from '../profile-of-call'

const modes: readonly CompatibilityMode[] = [
  'NONE',
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
]

/** Decides whether versions of contracts may follow those before them, and names whom a change would break. */
export async function checkContracts(call: Call): Promise<Outcome<Answer>> {
  const mode = modes.find((one) => one === (call.option('mode') ?? 'BACKWARD_TRANSITIVE'))
  if (mode === undefined) return refuse('COMMAND_WRONG', `--mode is one of ${modes.join(', ')}`)
  const published = editionsIn(join(call.world.project, 'contracts'))
  if (!published.ok) return published
  const proposed = proposedOf(call, published.value)
  if (!proposed.ok) return proposed
  const verdicts = proposed.value.map((one) => judgeEdition(one, published.value, mode))
  const wrong = verdicts.filter(({ passes }) => !passes)
  const subscribers = new Map<string, Subscribers>()
  for (const { name } of wrong)
    if (!subscribers.has(name)) subscribers.set(name, await subscribersOf(call, name))
  return accept(answerOf(verdicts, subscribers))
}

function proposedOf(
  call: Call,
  published: readonly FolderEdition[],
): Outcome<readonly FolderEdition[]> {
  const named = call.option('proposed')
  if (named === undefined) return accept(published)
  const folder = resolve(call.world.folder, named)
  const proposed = editionsIn(folder)
  if (proposed.ok && proposed.value.length === 0)
    return refuse('COMMAND_WRONG', `there is no schema.json in ${clean(folder)} or below`)
  return proposed
}

function answerOf(
  verdicts: readonly EditionVerdict[],
  subscribers: ReadonlyMap<string, Subscribers>,
): Answer {
  const wrong = verdicts.filter(({ passes }) => !passes)
  const texts = verdicts.map((one) => verdictText(one, subscribers.get(one.name)))
  const end =
    wrong.length === 0
      ? `OK    ${count(verdicts.length, 'version')} may stand as ${verdicts.length === 1 ? 'it is' : 'they are'}.`
      : `STOP  ${count(wrong.length, 'version')} of ${String(verdicts.length)} may not follow the one before.`
  return {
    text: [...texts, end].join('\n'),
    json: {
      verdicts: verdicts.map((one) => ({
        ...one,
        ...(one.passes ? {} : { subscribers: subscribers.get(one.name) ?? null }),
      })),
    },
    ...(wrong.length === 0 ? {} : { exit: exitCodes.figuresWrong }),
  }
}

async function subscribersOf(call: Call, contract: string): Promise<Subscribers> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return { known: false, why: 'not enrolled: subscribers unknown' }
  const asked = await signedRequest<unknown>(profile.value, {
    method: 'GET',
    target: `/api/subscribers?contract=${encodeURIComponent(contract)}`,
  })
  if (!asked.ok) return { known: false, why: `unknown (${clean(asked.refusal.detail, 120)})` }
  return { known: true, names: namesIn(asked.value) }
}

function namesIn(body: unknown): readonly string[] {
  const listed = Array.isArray(body) ? (body as readonly unknown[]) : memberOf(body, 'subscribers')
  if (!Array.isArray(listed)) return []
  return listed.flatMap((one: unknown) => {
    const name = typeof one === 'string' ? one : memberOf(one, 'participant')
    return typeof name === 'string' ? [name] : []
  })
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
