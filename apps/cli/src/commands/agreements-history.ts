// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { accept, type Outcome } from '@corridor/kernel'
import {
  agreementHistory,
  agreementProofs,
  openSignedAct,
  writeSealedFile,
  type AgreementActShown,
  type Profile,
  type ProofShown,
} from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { exitCodes } from '../exit-code'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { count, instant } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** What became of the proof of an act: verified here, or why not. */
type Verdict = 'verified' | { readonly why: string }

/** Shows what has happened to an agreement: each act, by whom, when, why, and with what it was signed, which is verified here. */
export async function history(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const id = call.operand(0) ?? ''
  const told = await agreementHistory(profile.value, id)
  if (!told.ok) return told
  const proved = await agreementProofs(profile.value, id)
  if (!proved.ok) return proved
  const { acts } = told.value
  const { proofs } = proved.value
  const verdicts = await verdictsOf(profile.value, proofs)
  const wrong = [...verdicts].flatMap(([number, verdict]) =>
    verdict === 'verified' ? [] : [`STOP  Act ${String(number)}: ${clean(verdict.why, 300)}`],
  )
  const kept = keep(call, id, proofs)
  const shown = table<AgreementActShown>(columnsOf(verdicts), acts)
  const note =
    'Signatures marked * were verified here; the hub says whose keys they are, and its key is pinned.'
  return accept({
    text: [shown, '', verdicts.size > 0 ? note : '', ...wrong, ...kept].join('\n').trimEnd(),
    json: {
      acts,
      proofs,
      verified: [...verdicts].flatMap(([n, v]) => (v === 'verified' ? n : [])),
    },
    ...(wrong.length === 0 ? {} : { exit: exitCodes.notGenuine }),
  })
}

async function verdictsOf(
  { hub }: Profile,
  proofs: readonly ProofShown[],
): Promise<ReadonlyMap<number, Verdict>> {
  const verdicts = new Map<number, Verdict>()
  for (const { number, payload, signature } of proofs) {
    const opened = await openSignedAct({ bytes: Buffer.from(payload), signature }, hub)
    verdicts.set(number, opened.ok ? 'verified' : { why: opened.refusal.detail })
  }
  return verdicts
}

/** Writes the proofs where they are asked for, so that `corridor verify` proves them without the hub. */
function keep(call: Call, id: string, proofs: readonly ProofShown[]): readonly string[] {
  const named = call.option('proofs')
  if (named === undefined) return []
  const folder = resolve(call.world.folder, named)
  mkdirSync(folder, { recursive: true })
  for (const { number, act, payload, signature } of proofs) {
    const name = `${id}-${String(number)}-${act.replace(/[^a-z-]/g, '')}.json`
    writeSealedFile(join(folder, name), { bytes: Buffer.from(payload), signature })
  }
  return [
    `OK  ${count(proofs.length, 'signed act')} in ${clean(folder)}: corridor verify proves them.`,
  ]
}

function columnsOf(verdicts: ReadonlyMap<number, Verdict>) {
  return [
    { name: 'No.', of: ({ number }: AgreementActShown) => String(number) },
    { name: 'When', of: ({ at }: AgreementActShown) => instant(at) },
    { name: 'What', of: ({ act }: AgreementActShown) => act.replaceAll('-', ' ') },
    { name: 'By', of: ({ by }: AgreementActShown) => by ?? 'the clock' },
    {
      name: 'Signed with',
      of: (act: AgreementActShown) =>
        `${signedWith(act)}${verdicts.get(act.number) === 'verified' ? ' *' : ''}`,
    },
    { name: 'Why', of: ({ detail }: AgreementActShown) => reasonIn(detail) },
  ] as const
}

function signedWith({ signedWith: how, signerName }: AgreementActShown): string {
  if (how === null) return ''
  const whose = signerName === null ? '' : ` of ${clean(signerName, 60)}`
  return `${how === 'passkey' ? 'passkey' : 'office key'}${whose}`
}

function reasonIn(detail: AgreementActShown['detail']): string {
  const { reason } = detail
  return typeof reason === 'string' ? clean(reason, 200) : ''
}
