// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { claimOf, digestOf, type Sealed } from '@corridor/message'
import { openSignedAct, type SignedActOpened } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { pairs } from '../output/table'
import { fingerprint, instant } from '../output/words'
import { trustedHub } from './trusted-hub'

/** The hub that a file names where it says of itself that it is a signed act; not a word of it is proven yet. */
export function signedActHub({ signature }: Sealed): string | undefined {
  const claim = claimOf(signature)
  return claim?.typ === 'corridor-signed-act' ? claim.aud : undefined
}

/** Proves who signed an act and with what, offline. */
export async function verifySignedAct(
  call: Call,
  {
    sealed,
    named,
    file,
  }: { readonly sealed: Sealed; readonly named: string; readonly file: string },
): Promise<Outcome<Answer>> {
  const hub = await trustedHub(call, named)
  if (!hub.ok) return hub
  const opened = await openSignedAct(sealed, hub.value)
  if (!opened.ok) return opened
  const { act, hubKid } = opened.value
  const facts = pairs([
    ['Signed by', signerWords(act.signer)],
    ['Key', fingerprint(act.signer.kid)],
    ['Document', digestOf(Buffer.from(act.document))],
    ['Whose key', `says the hub ${hub.value.id}, ${fingerprint(hubKid)}, ${hub.value.from}`],
  ])
  return accept({
    text: `OK  ${actWords(opened.value)}.\n    Nothing was changed since.\n\n${facts}`,
    json: { kind: 'signed-act', hub: hub.value.id, hubKid, file, act },
  })
}

/** Who signed, for which office, and with what. */
export function signerWords(signer: SignedActOpened['act']['signer']): string {
  const { participant, office, name } = signer
  const who = name === undefined ? 'somebody' : clean(name, 100)
  const how = signer.with === 'passkey' ? 'a passkey' : 'an office key'
  return `${who} of ${clean(participant, 40)} (${clean(office, 64)}), with ${how}`
}

function actWords({ act }: SignedActOpened): string {
  const what = act.purpose === 'corridor-agreement' ? 'The terms of' : 'An act about'
  const on = instant(act.at)
  return `${what} ${clean(act.about, 100)} ${what === 'An act about' ? 'was' : 'were'} signed by ${signerWords(act.signer)}, on ${on}`
}
