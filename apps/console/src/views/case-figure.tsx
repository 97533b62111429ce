// SPDX-License-Identifier: Apache-2.0
import * as numbers from '../i18n/numbers'
import { CaseDifference } from './case-figures'
import type { CaseFigure, Proposal } from './case-props'
import { Causes, Standing, Suggested } from './case-words'
import { Direction, Moment } from './marks'
import { Trio } from './trio'
import { useWords } from './words'

/** One figure of a case in full: both sides, the proposal on the table, and what the reader can do about it. */
export function SelectedCaseFigure({
  figure,
  isPerson,
}: {
  readonly figure: CaseFigure
  readonly isPerson: boolean
}) {
  const words = useWords()
  const t = words.cases
  return (
    <section class="panel selected" aria-labelledby="selected">
      <h2 id="selected" tabIndex={-1}>
        <span class="selected-over">{t.selected}</span>
        {figure.breakdown ?? t.total}, <Direction figure={figure} />
      </h2>
      <Trio figure={figure} difference={<CaseDifference figure={figure} />} />
      <p class="finding">
        <Standing of={figure.standing} />
      </p>
      {figure.proposal === null ? (
        figure.standing === 'open' && <p>{t.noProposal}</p>
      ) : (
        <OnTheTable proposal={figure.proposal} agreed={figure.agreed} />
      )}
      <Suggested causes={figure.suggested} />
      {isPerson && figure.mayDo.length > 0 && (
        <>
          <h3>{t.mayDoFigure}</h3>
          <ul class="plain">
            {figure.mayDo.map(({ act, href }) => (
              <li key={href}>
                <a href={href}>{words.acts[act].name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** A proposal in full, and who agreed to it. */
export function OnTheTable({
  proposal,
  agreed,
}: {
  readonly proposal: Proposal
  readonly agreed: CaseFigure['agreed']
}) {
  const t = useWords().cases
  const { value, causes, adjustment, reason, by, at } = proposal
  return (
    <div class="proposal">
      <h3>{agreed === null ? t.proposedBy(by.name) : t.agreedBy(by.name, agreed.by.name)}</h3>
      <p class="proposal-value">{value === null ? t.bothStand : numbers.count(value)}</p>
      {causes.length > 0 && (
        <>
          <p class="under">{t.causes}</p>
          <Causes causes={causes} />
        </>
      )}
      <p dir="auto">
        <span class="under">{t.reason}: </span>
        {reason}
      </p>
      {adjustment !== null && (
        <p>
          <span class="under">{t.adjustment}: </span>
          {t.adjustments[adjustment.kind] ?? adjustment.kind}
          {adjustment.until !== null && ` ${t.until} ${adjustment.until}`}
        </p>
      )}
      <p class="under">
        <Moment at={agreed?.at ?? at} />
      </p>
    </div>
  )
}
