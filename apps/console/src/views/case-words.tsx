// SPDX-License-Identifier: Apache-2.0
// The small signs of cases: what one is about, where it stands, when it is due, why figures differ.
import { label } from '@corridor/contracts'
import * as numbers from '../i18n/numbers'
import type {
  CaseAbout,
  CaseLine,
  CaseStanding,
  FigureStanding,
  NamedCause,
  SuggestedCause,
} from './case-props'
import { Day, Direction, Ltr, LookedTag, type TagState } from './marks'
import { useWords } from './words'

/** "Belgium → Denmark", or whose figures moved together. */
export function About({ about }: { readonly about: CaseAbout }) {
  const t = useWords()
  if (about.kind === 'reporter') return <>{t.cases.ofReporter(about.reporter.name)}</>
  return <Direction figure={about} />
}

const looks: Readonly<Record<CaseStanding | FigureStanding, TagState>> = {
  open: 'outside',
  notified: 'outside',
  'under-review': 'proposed',
  'no-response': 'outside',
  reopened: 'outside',
  explained: 'in-force',
  corrected: 'within',
  'adjustment-agreed': 'in-force',
  'agreed-to-differ': 'not-comparable',
  'closed-not-material': 'ended',
  'within-tolerance': 'within',
  proposed: 'proposed',
  countered: 'proposed',
  agreed: 'in-force',
}

/** Where a case or a figure stands: words, tint and shape. */
export function Standing({ of }: { readonly of: CaseStanding | FigureStanding }) {
  const t = useWords()
  return <LookedTag look={looks[of]}>{t.cases.standings[of]}</LookedTag>
}

/** When an answer is due, or was. */
export function Due({ line }: { readonly line: Pick<CaseLine, 'dueAt' | 'isLate'> }) {
  const t = useWords()
  if (!line.isLate) return <Day on={line.dueAt} />
  return (
    <span class="beyond">
      {t.cases.wasDue} <Day on={line.dueAt} />
    </span>
  )
}

/** Causes with their amounts, one a line; with what suggests each, where the hub does. */
export function Causes({
  causes,
}: {
  readonly causes: readonly (NamedCause & { readonly evidence?: string })[]
}) {
  return (
    <ul class="causes">
      {causes.map(({ cause, persons, evidence }) => (
        <li key={cause}>
          {label('CL_CAUSE', cause)}
          {persons !== null && (
            <>
              {' '}
              <Ltr>{numbers.signed(persons)}</Ltr>
            </>
          )}
          {evidence !== undefined && <span class="reason">{evidence}</span>}
        </li>
      ))}
    </ul>
  )
}

/** What the hub suggests as causes, with the evidence; nothing where it suggests none. */
export function Suggested({ causes }: { readonly causes: readonly SuggestedCause[] }) {
  const t = useWords()
  if (causes.length === 0) return null
  return (
    <div class="suggested">
      <h3>{t.reports.suggested}</h3>
      <Causes causes={causes} />
      <p class="under">{t.cases.peopleDecide}</p>
    </div>
  )
}
