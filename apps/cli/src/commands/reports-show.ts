// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { validate, type ReconciliationReport } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { digestOf, thumbprint, type Sealed } from '@corridor/message'
import { openStatement, signedRequest, writeSealedFile, type Profile } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { fingerprint } from '../output/words'
import { profileOfCall } from '../profile-of-call'
import { inOrder, reportRows, reportText } from '../report-table'

/** Shows both sides of a corridor, from the reports that the hub sealed: the newest of each period, or the one that is asked for. */
export async function showReport(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const periods = await periodsOf(call, profile.value)
  if (!periods.ok) return periods
  const opened: Opened[] = []
  for (const period of periods.value) {
    const one = await openReport(call, profile.value, period)
    if (!one.ok) return one
    opened.push(one.value)
  }
  const [first, ...others] = opened
  if (first === undefined)
    return refuse('NOT_FOUND', `there is no report of ${call.operand(0) ?? ''} yet`)
  const kept = others.length === 0 ? keep(call, first.sealed) : undefined
  return accept(await answerOf(call, [first, ...others], { profile: profile.value, kept }))
}

/** A report with the bytes that the hub sealed. */
interface Opened {
  readonly report: ReconciliationReport
  readonly sealed: Sealed
}

async function answerOf(
  call: Call,
  opened: readonly [Opened, ...Opened[]],
  { profile, kept }: { readonly profile: Profile; readonly kept: string | undefined },
): Promise<Answer> {
  const { hub } = profile
  const [{ report, sealed }, ...others] = opened
  const rows = inOrder(opened.flatMap((one) => reportRows(one.report))).filter(
    ({ outcome }) => !call.flag('outside') || outcome === 'outside',
  )
  const key = fingerprint(await thumbprint(hub.key))
  const proof = `OK  Sealed by the hub ${hub.id}; nothing was changed since. Key ${key}`
  return {
    text: [
      reportText([report, ...others.map((one) => one.report)], rows),
      '',
      proof,
      ...(kept === undefined ? [] : [`    Kept in ${kept}`]),
    ].join('\n'),
    json: {
      reports: opened.map((one) => ({ report: one.report, digest: digestOf(one.sealed.bytes) })),
      ...{ report, rows, digest: digestOf(sealed.bytes), file: kept ?? null },
    },
  }
}

// A version or a file is of one period; without either all periods are shown.
async function periodsOf(
  call: Call,
  profile: Profile,
): Promise<Outcome<readonly (string | undefined)[]>> {
  const period = call.option('period')
  if (period !== undefined) return accept([period])
  const listed = await signedRequest<readonly { agreement: string; period: string }[]>(profile, {
    ...{ method: 'GET', target: '/api/reports' },
  })
  if (!listed.ok) return listed
  const found = listed.value.filter(({ agreement }) => agreement === call.operand(0))
  const periods = [...new Set(found.map((one) => one.period))]
  if (periods.length > 1 && (call.option('version') ?? call.option('out')) !== undefined)
    return refuse(
      'COMMAND_WRONG',
      `--version and --out are of one period: --period ${periods.at(-1) ?? ''}`,
    )
  return accept(periods.length === 0 ? [undefined] : periods)
}

async function openReport(
  call: Call,
  profile: Profile,
  period: string | undefined,
): Promise<Outcome<Opened>> {
  const sealed = await fetchReport(call, profile, period)
  if (!sealed.ok) return sealed
  const received = await openStatement('report', sealed.value, profile.hub)
  if (!received.ok) return received
  const report = validate('reconciliation-report', '1.0.0', received.value.event.data)
  return report.ok ? accept({ report: report.value, sealed: sealed.value }) : report
}

async function fetchReport(
  call: Call,
  profile: Profile,
  period: string | undefined,
): Promise<Outcome<Sealed>> {
  const version = call.option('version')
  if (version !== undefined && !/^[1-9]\d{0,8}$/.test(version)) {
    return refuse('COMMAND_WRONG', '--version needs a whole number: --version 2')
  }
  const query = new URLSearchParams({
    ...(period === undefined ? {} : { period }),
    ...(version === undefined ? {} : { version }),
  }).toString()
  const target = `/api/reports/${encodeURIComponent(call.operand(0) ?? '')}${query === '' ? '' : `?${query}`}`
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
