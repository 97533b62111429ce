// SPDX-License-Identifier: Apache-2.0
import { Day, LookedTag, type TagState } from './marks'
import type { ReportStanding, ReviewLine } from './report-props'
import { useWords } from './words'

const looks: Readonly<Record<ReportStanding, TagState>> = {
  compared: 'ended',
  'in-review': 'proposed',
  'ready-to-sign': 'outside',
  'signed-by-one': 'outside',
  'signed-by-both': 'in-force',
  released: 'in-force',
  superseded: 'revoked',
}

/** Where a version of a report stands: words, tint and shape. */
export function ReportTag({ of }: { readonly of: ReportStanding }) {
  const t = useWords()
  return <LookedTag look={looks[of]}>{t.reports.standings[of]}</LookedTag>
}

/** True while somebody still has to sign. */
export function waitsForSignatures({ standing }: Pick<ReviewLine, 'standing'>): boolean {
  return standing === 'ready-to-sign' || standing === 'signed-by-one'
}

/** True where all have signed. */
export function isSigned({ standing }: Pick<ReviewLine, 'standing'>): boolean {
  return standing === 'signed-by-both' || standing === 'released'
}

/** When a review is due; nothing where it is over. */
export function ReportDue({ line }: { readonly line: ReviewLine }) {
  const t = useWords().reports
  if (isSigned(line) || line.standing === 'superseded') return <span class="said-none">–</span>
  if (!line.isLate) return <Day on={line.dueAt} />
  return (
    <span class="beyond">
      {t.wasDue} <Day on={line.dueAt} />
    </span>
  )
}
