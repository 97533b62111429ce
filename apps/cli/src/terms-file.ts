// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { validate, type Agreement } from '@corridor/contracts'
import { refuse, type Outcome } from '@corridor/kernel'
import { parseJson } from '@corridor/message'
import type { Call } from './command'
import { clean } from './output/clean'

/** The terms in a file that a call names, as far as they follow the contract of agreements. */
export function readTerms(call: Call, name: string): Outcome<Agreement> {
  const body = readJson(resolve(call.world.folder, name))
  return body.ok ? validate('agreement', '1.0.0', body.value) : body
}

function readJson(file: string): Outcome<unknown> {
  if (!existsSync(file)) return refuse('COMMAND_WRONG', `there is no file ${clean(file)}`)
  try {
    const body = parseJson(readFileSync(file))
    return body.ok
      ? body
      : refuse('FILE_UNREADABLE', `${clean(file)} is not JSON: ${body.refusal.detail}`)
  } catch {
    return refuse('FILE_UNREADABLE', `${clean(file)} cannot be read`)
  }
}
