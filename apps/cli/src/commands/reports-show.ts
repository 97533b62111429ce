// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { validate } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { digestOf, thumbprint, type Sealed } from '@corridor/message'
import { openStatement, signedRequest, writeSealedFile, type Profile } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { fingerprint } from '../output/words'
import { profileOfCall } from '../profile-of-call'
import { reportRows, reportText } from '../report-table'

/** Shows both sides of a corridor, from the report that the hub sealed. */
export async function showReport(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const sealed = await fetchReport(call, profile.value)
  if (!sealed.ok) return sealed
  const { hub } = profile.value
  const received = await openStatement('report', sealed.value, hub)
  if (!received.ok) return received
  const report = validate('reconciliation-report', '0.1.0', received.value.event.data)
  if (!report.ok) return report
  const kept = keep(call, sealed.value)
  const rows = reportRows(report.value).filter(
    ({ outcome }) => !call.flag('outside') || outcome === 'outside',
  )
  const key = fingerprint(await thumbprint(hub.key))
  const proof = `OK  Sealed by the hub ${hub.id}; nothing was changed since. Key ${key}`
  return accept({
    text: [
      reportText(report.value, rows),
      '',
      proof,
      ...(kept === undefined ? [] : [`    Kept in ${kept}`]),
    ].join('\n'),
    json: { report: report.value, rows, digest: digestOf(sealed.value.bytes), file: kept ?? null },
  })
}

async function fetchReport(call: Call, profile: Profile): Promise<Outcome<Sealed>> {
  const version = call.option('version')
  if (version !== undefined && !/^[1-9]\d{0,8}$/.test(version)) {
    return refuse('COMMAND_WRONG', '--version needs a whole number: --version 2')
  }
  const query = version === undefined ? '' : `?version=${version}`
  const target = `/api/reports/${encodeURIComponent(call.operand(0) ?? '')}${query}`
  const answer = await signedRequest<{ signature: string; payload: string }>(profile, {
    method: 'GET',
    target,
  })
  if (!answer.ok) return answer
  const { signature, payload } = answer.value
  return accept({ signature, bytes: Buffer.from(payload, 'utf8') })
}

function keep(call: Call, sealed: Sealed): string | undefined {
  const out = call.option('out')
  if (out === undefined) return undefined
  const file = resolve(call.world.folder, out)
  writeSealedFile(file, sealed)
  return file
}
