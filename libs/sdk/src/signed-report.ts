// SPDX-License-Identifier: Apache-2.0
import { validate, type ReviewedReport, type SignedReport } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  digestOf,
  parseJson,
  passkeyThumbprint,
  verifyAct,
  type ActKey,
  type PasskeyJwk,
} from '@corridor/message'

/** A report that all parties have signed, verified whole. */
export interface SignedReportVerified {
  readonly signed: SignedReport
  readonly reviewed: ReviewedReport
}

/**
 * Verifies what the hub sealed as a signed report, without the hub: the report is the one that was reviewed, what was reviewed is
 * what was signed, and every party has signed it at this hub with the key that the hub's register had for it.
 */
export async function verifySignedReport(
  data: unknown,
  hub: { readonly id: string },
): Promise<Outcome<SignedReportVerified>> {
  const signed = validate('signed-report', '1.0.0', data)
  if (!signed.ok) return signed
  const { report, reviewed: text, digest, signatures } = signed.value
  if (digestOf(Buffer.from(text)) !== digest)
    return refuse(
      'DIGEST_DIFFERENT',
      'what was reviewed has another digest than the one that was signed',
    )
  const reviewed = readReviewed(text)
  if (!reviewed.ok) return reviewed
  if (digestOf(Buffer.from(report)) !== reviewed.value.report)
    return refuse('DIGEST_DIFFERENT', 'the report is not the one that was reviewed')
  if (!isAbout(signed.value, reviewed.value))
    return refuse('DIGEST_DIFFERENT', 'what was signed is about another report')
  const { parties, twoSign = [] } = reviewed.value
  const asked = [...parties, ...twoSign].toSorted()
  const signers = signatures.map(({ participant }) => participant).toSorted()
  if (signers.join(' ') !== asked.join(' ') || new Set(keysOf(signatures)).size < asked.length)
    return refuse('SIGNATURE_MISSING', 'not each party has signed, by as many people as it has to')
  for (const one of signatures) {
    const verified = await verifyOne(one, signed.value, hub.id)
    if (!verified.ok) return verified
  }
  return accept({ signed: signed.value, reviewed: reviewed.value })
}

// Two people have two keys.
function keysOf(signatures: SignedReport['signatures']): readonly string[] {
  return signatures.map(({ key }) => key.kid)
}

function readReviewed(text: string): Outcome<ReviewedReport> {
  const body = parseJson(Buffer.from(text))
  return body.ok ? validate('reviewed-report', '1.0.0', body.value) : body
}

function isAbout(signed: SignedReport, reviewed: ReviewedReport): boolean {
  const members = ['agreement', 'contract', 'period', 'version'] as const
  return members.every((member) => signed[member] === reviewed[member])
}

async function verifyOne(
  { participant, signedAt, act: text, signature, key }: SignedReport['signatures'][number],
  signed: SignedReport,
  aud: string,
): Promise<Outcome<null>> {
  const bytes = Buffer.from(text)
  const body = parseJson(bytes)
  const act = body.ok ? validate('review-act', '1.0.0', body.value) : body
  if (!act.ok) return act
  const { agreement, period, version, digest } = act.value
  const same =
    agreement === signed.agreement && period === signed.period && version === signed.version
  if (act.value.act !== 'sign' || !same || digest !== signed.digest)
    return refuse('DIGEST_DIFFERENT', `${participant} has signed something else`)
  // The key stands in the file, and the hub's seal vouches for it; its name has to be its own.
  const actKey = actKeyOf(participant, key)
  if (actKey === undefined || (await passkeyThumbprint(actKey.key.jwk)) !== key.kid)
    return refuse('KEY_UNKNOWN', `the key of ${participant} is not the one that it is called`)
  const expected = { typ: 'corridor-review-act', aud, at: new Date(signedAt), key: actKey } as const
  const verified = await verifyAct({ bytes, signature }, expected)
  return verified.ok ? accept(null) : verified
}

function actKeyOf(
  participant: string,
  key: SignedReport['signatures'][number]['key'],
): ActKey | undefined {
  const { kid, validFrom, validUntil, rpId, origin } = key
  const { kty, crv, x, y, n, e } = key.jwk
  const times = { validFrom, revokedFrom: null }
  if (key.with === 'office-key') {
    if (kty !== 'OKP' || crv !== 'Ed25519' || x === undefined || validUntil === undefined)
      return undefined
    const jwk = { kty, crv, x } as const
    return { with: 'office-key', key: { kid, participant, jwk, ...times, validUntil } }
  }
  const jwk = passkeyJwkOf({ kty, crv, x, y, n, e })
  if (jwk === undefined || rpId === undefined || origin === undefined) return undefined
  return { with: 'passkey', key: { kid, participant, person: '', jwk, rpId, origin, ...times } }
}

function passkeyJwkOf(jwk: {
  readonly kty: string
  readonly [member: string]: string | undefined
}): PasskeyJwk | undefined {
  const { kty, crv, x, y, n, e } = jwk
  if (kty === 'EC' && crv === 'P-256' && x !== undefined && y !== undefined)
    return { kty, crv, x, y }
  if (kty === 'RSA' && n !== undefined && e !== undefined) return { kty, n, e }
  return kty === 'OKP' && crv === 'Ed25519' && x !== undefined ? { kty, crv, x } : undefined
}
