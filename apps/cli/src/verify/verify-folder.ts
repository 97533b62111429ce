// SPDX-License-Identifier: Apache-2.0
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { followNumbers, type NumberedRun } from '@corridor/proof'
import {
  chainOf,
  gapWords,
  numberedOf,
  openStatement,
  readSealedFile,
  recipientOf,
  type Received,
} from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { exitCodes } from '../exit-code'
import { clean } from '../output/clean'
import { count, whole } from '../output/words'
import { sealedClaim } from './sealed-claim'
import { trustedHub } from './trusted-hub'
import { signedActHub, verifySignedAct } from './verify-act'

/** True where a path is a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

/** What was found in a folder of received files. */
interface Found {
  readonly files: number
  /** By recipient: an office has numbers of its own. */
  readonly chains: ReadonlyMap<string, Chain>
  /** Files that do not verify, and places where the chain of deliveries breaks, each with why. */
  readonly wrong: readonly string[]
}

/** The deliveries to one recipient. */
interface Chain {
  readonly deliveries: number
  readonly runs: readonly NumberedRun[]
  /** The digest of each number that was met; grows as files are followed. */
  readonly digests: Map<number, string>
}

/**
 * Proves, without the hub, that every file of a folder is a statement of the hub, and that the deliveries among them are all
 * that the hub handed over: their numbers have no gap, and each names the digest of the one before.
 */
export async function verifyFolder(call: Call, folder: string): Promise<Outcome<Answer>> {
  let found: Found = { files: 0, chains: new Map(), wrong: [] }
  for (const name of sealedFiles(folder)) found = await follow(call, join(folder, name), found)
  if (found.files === 0)
    return refuse('COMMAND_WRONG', `there is no received file (.json) in ${clean(folder)}`)
  const chains = [...found.chains].map(([recipient, { deliveries, runs }]) => ({
    ...{ recipient, deliveries, chain: chainOf(runs) },
  }))
  const { wrong } = found
  const sound = wrong.length === 0
  const gaps = chains.reduce((sum, { chain }) => sum + chain.gaps.length, 0)
  const exit = sound ? exitOfGaps(gaps) : exitCodes.notGenuine
  const lines = [
    `${sound ? 'OK' : 'STOP'}  ${count(found.files, 'file')} looked at, ${whole(wrong.length)} wrong.`,
    ...wrong.map((one) => `STOP  ${one}`),
    ...chains.flatMap((one) => chainLines(one, chains.length > 1)),
  ]
  return accept({
    text: lines.join('\n'),
    json: { files: found.files, chains, wrong },
    ...(exit === exitCodes.done ? {} : { exit }),
  })
}

function exitOfGaps(gaps: number): number {
  return gaps === 0 ? exitCodes.done : exitCodes.partly
}

function chainLines(
  { recipient, chain }: { readonly recipient: string; readonly chain: ReturnType<typeof chainOf> },
  isOneOfSeveral: boolean,
): readonly string[] {
  const to = isOneOfSeveral ? ` to ${clean(recipient)}` : ''
  if (chain.gaps.length > 0) return [`LOOK  Deliveries${to} are missing: ${gapWords(chain.gaps)}.`]
  const head = chain.head ?? ''
  return [
    `    Deliveries${to} 1 to ${whole(chain.upTo)} are there; none was left out. The last is ${head}`,
  ]
}

// Folders of an inbox lie one below the other.
function sealedFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
}

async function follow(call: Call, file: string, found: Found): Promise<Found> {
  const opened = await openFile(call, file)
  const files = found.files + 1
  if (!opened.ok) {
    const why = `${clean(file)}: ${clean(opened.refusal.detail, 300)}`
    return { ...found, files, wrong: [...found.wrong, why] }
  }
  if (opened.value === null) return { ...found, files }
  const numbered = numberedOf(opened.value)
  const recipient = recipientOf(opened.value)
  if (numbered === undefined || recipient === undefined) return { ...found, files }
  const { number, digest } = numbered
  const before = found.chains.get(recipient) ?? noChain()
  const { runs, brokenAt: misfit } = followNumbers(before.runs, numbered)
  const twice = (before.digests.get(number) ?? digest) !== digest
  const brokenAt = twice ? number : misfit
  const broken = `${clean(file)}: the chain breaks at delivery ${String(brokenAt)}: it or a neighbour was replaced`
  return {
    files,
    chains: new Map(found.chains).set(recipient, {
      ...{ deliveries: before.deliveries + 1, runs, digests: before.digests.set(number, digest) },
    }),
    wrong: brokenAt === null ? found.wrong : [...found.wrong, broken],
  }
}

function noChain(): Chain {
  return { deliveries: 0, runs: [], digests: new Map<number, string>() }
}

/** A statement of the hub; null for a signed act, which is genuine and stands in no chain. */
async function openFile(call: Call, file: string): Promise<Outcome<Received | null>> {
  const sealed = readSealedFile(file)
  if (!sealed.ok) return sealed
  const named = signedActHub(sealed.value)
  if (named !== undefined) {
    const act = await verifySignedAct(call, { sealed: sealed.value, named, file })
    return act.ok ? accept(null) : act
  }
  const claim = sealedClaim(sealed.value)
  if (!claim.ok) return claim
  const hub = await trustedHub(call, claim.value.hub)
  if (!hub.ok) return hub
  return openStatement(claim.value.channel, sealed.value, hub.value)
}
