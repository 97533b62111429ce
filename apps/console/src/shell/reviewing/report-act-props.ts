// SPDX-License-Identifier: Apache-2.0
import { validate } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { Refused } from '@corridor/platform'
import type { ReportActName, ReportActProps, WrittenWords } from '../../views'
import type { Edge } from '../edge'
import { frameOf } from '../frame'
import { placesOf } from '../page-props'
import { toBeSigned } from '../passkeys/passkey-signing'
import { agreementsOf } from '../reading'
import { reviewOf, type ReviewRow } from '../review-reading'
import type { Reader } from '../send-page'
import { reportHref } from './places'
import { lineOf, settledOf } from './report-props'
import { membersOf, nothingWritten, notRightIn, optionsOf } from './written-words'

const names: readonly ReportActName[] = ['sign', 'withdraw', 'return', 'renew']

/** The act with a name, or undefined. */
export function reportActNamed(name: string): ReportActName | undefined {
  return names.find((known) => known === name)
}

/** What the page of an act about a report is asked for. */
export interface ReportActAsked {
  readonly agreement: string
  readonly period: string
  readonly act: ReportActName
  /** Null before anything was written. */
  readonly written: WrittenWords | null
}

/** The page of an act about the newest version of a report, or null where there is none for this reader. */
export async function reportActProps(
  edge: Edge,
  reader: Reader,
  { agreement, period, act, written: sent }: ReportActAsked,
): Promise<ReportActProps | null> {
  const { actor } = reader
  const row = await reviewOf(edge.store, actor, { agreement, period, version: null })
  if (row === null) return null
  const [place, agreements] = await Promise.all([placesOf(edge), agreementsOf(edge.store, actor)])
  const written = sent ?? nothingWritten
  const isFirst = sent === null && act !== 'sign'
  const notRight = isFirst ? [] : notRightIn(act, written)
  const isReady = !isFirst && notRight.length === 0
  const settled = settledOf(row, place)
  const meant = { row, act, written, digest: settled?.digest ?? null }
  return {
    ...{ frame: frameOf(edge, actor), act, line: lineOf(row, place), settled, written, notRight },
    title: agreements.find(({ id }) => id === agreement)?.terms.title ?? agreement,
    toSign: isReady ? await signable(edge, reader, meant) : null,
  }
}

interface Meant {
  readonly row: ReviewRow
  readonly act: ReportActName
  readonly written: WrittenWords
  /** Of the text that the page shows. */
  readonly digest: string | null
}

function signable(edge: Edge, reader: Reader, meant: Meant) {
  const { row, act, written } = meant
  const { agreement, period } = row
  return toBeSigned(edge, reader, {
    ...{ typ: 'corridor-review-act', role: 'sign', text: documentOf(meant, edge.clock()) },
    action: `${reportHref(agreement, period)}/acts/${act}`,
    command: `corridor reports ${act} ${agreement} ${period}${optionsOf(written)}`,
  })
}

/** The canonical bytes of the act that are signed, as text. */
function documentOf({ row, act, written, digest }: Meant, at: Date): string {
  const { agreement, period, version } = row
  const document = {
    ...{ act, agreement, period, version, at: at.toISOString() },
    ...(digest === null ? {} : { digest }),
    ...membersOf(act, written),
  }
  const judged = validate('review-act', '1.0.0', document)
  if (!judged.ok) throw new Refused(judged.refusal)
  return canonicalJson(document)
}
