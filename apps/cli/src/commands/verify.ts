// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { contractUrn, validate } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { digestOf, thumbprint, type Sealed } from '@corridor/message'
import { openStatement, readSealedFile, verifySignedReport, type Received } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { pairs } from '../output/table'
import { fingerprint, instant, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'
import { statementWords } from '../statement-words'
import { checkJournal, type CheckedJournal } from '../verify/check-journal'
import { sealedClaim } from '../verify/sealed-claim'
import { trustedHub, type TrustedHub } from '../verify/trusted-hub'
import { signedActHub, verifySignedAct } from '../verify/verify-act'
import { isFolder, verifyFolder } from '../verify/verify-folder'

/** Proves who made a statement, or all in a folder, and that nothing was changed since. */
export async function verifyFile(call: Call): Promise<Outcome<Answer>> {
  const file = resolve(call.world.folder, call.operand(0) ?? '')
  if (isFolder(file)) return verifyFolder(call, file)
  const sealed = readStatement(file)
  if (!sealed.ok) return sealed
  const named = signedActHub(sealed.value)
  if (named !== undefined) return verifySignedAct(call, { sealed: sealed.value, named, file })
  const claim = sealedClaim(sealed.value)
  if (!claim.ok) return claim
  const hub = await trustedHub(call, claim.value.hub)
  if (!hub.ok) return hub
  const received = await openStatement(claim.value.channel, sealed.value, hub.value)
  if (!received.ok) return refuse('RECEIPT_NOT_OF_THIS_HUB', received.refusal.detail)
  const about = isAbout(call, received.value)
  if (!about.ok) return about
  const signatures = await signaturesIn(received.value, hub.value)
  if (!signatures.ok) return signatures
  const journal = call.flag('journal') ? await inJournal(call, received.value) : accept(undefined)
  if (!journal.ok) return journal
  return accept(await answerOf(received.value, { hub: hub.value, file, journal: journal.value }))
}

// What is there but is no sealed statement may have been one before somebody changed it.
function readStatement(file: string): Outcome<Sealed> {
  const sealed = readSealedFile(file)
  if (sealed.ok) return sealed
  if (!existsSync(file)) return refuse('COMMAND_WRONG', `there is no file ${clean(file)}`)
  return refuse(
    'RECEIPT_NOT_OF_THIS_HUB',
    `${clean(file)} is not a sealed statement, or is no longer one`,
  )
}

// A report that all parties have signed brings their signatures with it: each is verified too.
async function signaturesIn(
  { channel, event }: Received,
  hub: TrustedHub,
): Promise<Outcome<unknown>> {
  const isSigned =
    channel === 'report' && event.dataschema === contractUrn('signed-report', '1.0.0')
  return isSigned ? verifySignedReport(event.data, hub) : accept(null)
}

function isAbout(call: Call, received: Received): Outcome<null> {
  const named = call.option('message')
  if (named === undefined) return accept(null)
  const receipt = validate('receipt', '1.0.0', received.event.data)
  if (received.channel !== 'receipt' || !receipt.ok) {
    return refuse(
      'COMMAND_WRONG',
      '--message goes with a receipt: only a receipt is about a message',
    )
  }
  const message = readSealedFile(resolve(call.world.folder, named))
  if (!message.ok) return message
  const digest = digestOf(message.value.bytes)
  if (digest === receipt.value.digest) return accept(null)
  return refuse(
    'DIGEST_DIFFERENT',
    `the receipt is about ${receipt.value.digest}, the message is ${digest}`,
  )
}

async function inJournal(
  call: Call,
  { sealed, channel }: Received,
): Promise<Outcome<CheckedJournal>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  call.screen.note("Checking the hub's journal")
  const digest = digestOf(sealed.bytes)
  const journal = await checkJournal(profile.value, digest)
  if (!journal.ok || journal.value.found !== undefined) return journal
  const until = `the journal is sound up to position ${whole(journal.value.end.position)}`
  return refuse(
    'DIGEST_DIFFERENT',
    `${until}, but this ${channel} does not stand in it; if it is new, ask again in a minute`,
  )
}

interface Proof {
  readonly hub: TrustedHub
  readonly file: string
  readonly journal: CheckedJournal | undefined
}

async function answerOf(received: Received, { hub, file, journal }: Proof): Promise<Answer> {
  const kid = await thumbprint(hub.key)
  const digest = digestOf(received.sealed.bytes)
  const words = statementWords(received)
  const facts = pairs([
    ['Made by', `the hub ${hub.id}, on ${instant(received.event.time)}`],
    ['Key', `${fingerprint(kid)}, ${hub.from}`],
    ['Digest', digest],
    ...(journal === undefined ? [] : ([['Journal', journalWords(journal)]] as const)),
  ])
  return {
    text: `OK  ${words.slice(0, 1).toUpperCase()}${words.slice(1)}.\n    Nothing was changed since.\n\n${facts}`,
    json: {
      kind: received.channel,
      hub: hub.id,
      kid,
      digest,
      file,
      madeAt: received.event.time,
      data: received.event.data,
      ...(journal === undefined
        ? {}
        : {
            journal: {
              end: journal.end,
              position: journal.found?.position ?? null,
              erased: journal.erased?.position ?? null,
            },
          }),
    },
  }
}

function journalWords({ end, found, erased }: CheckedJournal): string {
  const sound = `unbroken from 1 to ${whole(end.position)}`
  const gone =
    erased === undefined
      ? ''
      : `, deleted on ${instant(erased.at)} at position ${whole(erased.position)}`
  return found === undefined
    ? sound
    : `stands at position ${whole(found.position)}${gone}; ${sound}`
}
