// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { validate } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson } from '@corridor/message'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { takeCodes } from '../figures/added-codes'
import { readBytes } from '../figures/read-bytes'
import { clean } from '../output/clean'
import { count } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** Adds codes to a released code list, as the operator; no new release of the hub is needed. */
export async function addCodesOfFile(call: Call): Promise<Outcome<Answer>> {
  const file = resolve(call.world.folder, call.operand(0) ?? '')
  const bytes = readBytes(file)
  if (!bytes.ok) return bytes
  const body = parseJson(bytes.value)
  if (!body.ok)
    return refuse('FILE_UNREADABLE', `${clean(file)} is not JSON: ${body.refusal.detail}`)
  const extension = validate('codelist-extension', '1.0.0', body.value)
  if (!extension.ok) return extension
  const fits = takeCodes(JSON.stringify([extension.value]))
  if (!fits.ok) return fits
  const what = `${count(extension.value.codes.length, 'code')} to ${extension.value.list}`
  if (call.flag('dry-run'))
    return accept({ text: `OK  ${what} can be added. Nothing was sent.`, json: { dryRun: true } })
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const added = await signedRequest<object>(profile.value, {
    method: 'POST',
    target: '/api/codelists',
    body: Buffer.from(JSON.stringify(extension.value)),
  })
  if (!added.ok) return added
  return accept({
    text: `OK  Added ${what}. Offices get them with: corridor codes update`,
    json: { list: extension.value.list, codes: extension.value.codes.length, hub: added.value },
  })
}
