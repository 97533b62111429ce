// SPDX-License-Identifier: Apache-2.0
import { validate, type ReviewedReport } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { digestOf, parseJson } from '@corridor/message'
import type { ReviewShown } from '@corridor/sdk'
import type { Call } from './command'

/** The report that a call names: an agreement, a period, and a version where one is asked for. */
export function reviewNamed(
  call: Call,
): Outcome<{ readonly agreement: string; readonly period: string; readonly version?: number }> {
  const named = { agreement: call.operand(0) ?? '', period: call.operand(1) ?? '' }
  const version = call.option('version')
  if (version === undefined) return accept(named)
  return /^[1-9]\d{0,8}$/.test(version)
    ? accept({ ...named, version: Number(version) })
    : refuse('COMMAND_WRONG', '--version needs a whole number: --version 2')
}

/** What there is to sign, with the digest that its text really has: no word of the hub is believed that can be checked here. */
export function textToSign(
  shown: ReviewShown,
): Outcome<{ readonly reviewed: ReviewedReport; readonly digest: string }> {
  const { reviewed: text, digest, agreement, period, version } = shown
  const name = `the report ${agreement} ${period}`
  if (text === null || digest === null)
    return refuse('REPORT_NOT_READY', `${name} is ${shown.status}: there is nothing to sign`)
  const bytes = Buffer.from(text)
  const body = parseJson(bytes)
  const reviewed = body.ok ? validate('reviewed-report', '1.0.0', body.value) : body
  if (!reviewed.ok) return reviewed
  const { agreement: of, period: time, version: number } = reviewed.value
  if (digestOf(bytes) !== digest || of !== agreement || time !== period || number !== version)
    return refuse(
      'DIGEST_DIFFERENT',
      `the hub shows another text of ${name} than the one that it names`,
    )
  return accept({ reviewed: reviewed.value, digest })
}
