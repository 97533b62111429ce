// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import {
  decideAct,
  digestOf,
  passkeyChallenge,
  strictBase64url,
  writePasskeySignature,
  type Act,
  type StatementType,
} from '@corridor/message'
import { Refused } from '@corridor/platform'
import { script } from '../../styles'
import type { NoSigning, ToSign } from '../../views'
import type { Edge } from '../edge'
import type { Person } from '../person'
import type { Reader } from '../send-page'
import { hubPlace } from './hub-place'
import { goodPasskeysOf, passkeyWith } from './passkeys-reading'

/** What somebody is asked to sign on a page. */
interface Signable {
  readonly typ: StatementType
  /** What the role of its signer lets it do. */
  readonly role: Act
  /** The canonical document, exactly as it is signed. */
  readonly text: string
  /** Where the form is sent. */
  readonly action: string
  /** The command that does the same with an office's key. */
  readonly command: string
  /** What the form brings beside what is signed. */
  readonly beside?: Readonly<Record<string, string>>
}

/** Milliseconds that a browser waits for its person. */
const waitMs = 240_000

/** What a page says of a document that somebody is asked to sign: in whose name, with which passkeys, or why with none. */
export async function toBeSigned(
  edge: Edge,
  { actor, person }: Reader,
  signable: Signable,
): Promise<ToSign> {
  const { text, role, command } = signable
  const mayNot = person !== null && !decideAct(actor, role).ok
  const asked = mayNot ? none('no-role') : await askPasskey(edge, person, signable)
  const { participant: code, name, office } = actor
  return {
    script: `/assets/${script().name}`,
    signer: { participant: { code, name }, office, person: person?.name ?? '' },
    document: { text, digest: digestOf(Buffer.from(text)) },
    ...{ ...asked, address: edge.address(), command },
  }
}

type Asked = Pick<ToSign, 'ask' | 'why'>

/** What the form asks the passkeys of a person for, or why there is nothing to ask. Any kind of act: its type is in the challenge. */
async function askPasskey(
  edge: Edge,
  person: Person | null,
  { typ, text, action, beside }: Signable,
): Promise<Asked> {
  if (person === null) return none('not-person')
  const place = hubPlace(edge.address())
  if (place === undefined) return none('no-name')
  const passkeys = await goodPasskeysOf(edge.store, person.id)
  if (passkeys.length === 0) return none('no-passkey')
  const bytes = Buffer.from(text)
  const iat = Math.floor(edge.clock().getTime() / 1_000)
  const options = {
    challenge: passkeyChallenge(bytes, { typ, aud: edge.environment.hubId, iat }),
    ...{ rpId: place.rpId, userVerification: 'required', timeout: waitMs },
    allowCredentials: passkeys.map(({ credential }) => ({ type: 'public-key', id: credential })),
  }
  const hidden = { bytes: bytes.toString('base64url'), iat: String(iat), ...beside }
  return { ask: { action, kind: 'get', options, hidden }, why: null }
}

function none(why: NoSigning): Asked {
  return { ask: null, why }
}

/**
 * What a form has brought: the document, and the signature of one of the person's passkeys over it, for the owner of the act to
 * verify. Neither a session nor anybody else's passkey signs for a person.
 */
export async function signedByForm(
  edge: Edge,
  person: Person | null,
  { form, typ }: { readonly form: URLSearchParams; readonly typ: StatementType },
): Promise<{ readonly bytes: string; readonly signature: string }> {
  const field = (name: string): Buffer => strictBase64url(form.get(name) ?? '') ?? Buffer.alloc(0)
  const passkey = await passkeyWith(edge.store, form.get('credential') ?? '')
  if (person === null || field('signature').length === 0)
    throw refused('SIGNATURE_MISSING', 'no passkey has signed: the page needs its script for that')
  if (passkey?.person !== person.id)
    throw refused('PASSKEY_OF_ANOTHER', 'the passkey is not one of the person who has signed in')
  const signature = writePasskeySignature({
    ...{ typ, aud: edge.environment.hubId, kid: passkey.kid },
    iat: Number(/^\d{1,12}$/.exec(form.get('iat') ?? '')?.[0] ?? 0),
    assertion: {
      authenticatorData: field('authenticatorData'),
      clientDataJSON: field('clientDataJSON'),
      signature: field('signature'),
    },
  })
  return { bytes: field('bytes').toString('base64'), signature }
}

function refused(code: 'SIGNATURE_MISSING' | 'PASSKEY_OF_ANOTHER', detail: string): Refused {
  return new Refused(refuse(code, detail).refusal)
}
