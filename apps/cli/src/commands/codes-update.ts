// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { signedRequest, writeWhole } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { addedCodesFile, takeCodes } from '../figures/added-codes'
import { count, list } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** Fetches the codes that the hub has added to the released lists; from then on, checks on this machine know them. */
export async function updateCodes(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const asked = await signedRequest<unknown>(profile.value, {
    method: 'GET',
    target: '/api/codelists',
  })
  if (!asked.ok) return asked
  const text = JSON.stringify(extensionsIn(asked.value))
  const taken = takeCodes(text)
  if (!taken.ok)
    return refuse(
      taken.refusal.code,
      `what the hub adds cannot be used here: ${taken.refusal.detail}`,
    )
  const file = addedCodesFile(call.home)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeWhole(file, text)
  const codes = taken.value.reduce((sum, one) => sum + one.codes.length, 0)
  const lists = [...new Set(taken.value.map((one) => one.list))]
  const words =
    codes === 0 ? 'The hub adds no codes' : `The hub adds ${count(codes, 'code')} to ${list(lists)}`
  return accept({
    text: `OK  ${words}. Checks on this machine know the same codes as the hub.`,
    json: { codes, lists, file },
  })
}

function extensionsIn(body: unknown): unknown {
  const listed: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'extensions') : undefined
  return listed ?? body
}
