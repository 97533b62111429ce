// SPDX-License-Identifier: Apache-2.0
import { catalogueOf, type Catalogue } from '../i18n/catalogue'
import * as numbers from '../i18n/numbers'
import { AgreementPanel } from './agreement-panel'
import { Difference } from './figure-cells'
import { asymmetryOf, latestOf, reasonsOf, tallyOf } from './figures'
import { Direction, Moment, Pair, SaidText, SideMark, Tag } from './marks'
import { renderPage } from './page'
import type { Figure, ReviewProps } from './props'
import { ReviewTable } from './review-table'
import { SelectedFigure } from './selected-figure'
import { useWords } from './words'

/** The review page of one corridor: one figure in full, beside every figure of the corridor. */
export function renderReview(props: ReviewProps): string {
  const t = catalogueOf(props.frame.language)
  const chosen = chosenOf(props)
  return renderPage({
    frame: props.frame,
    current: 'corridors',
    credit: props.credit,
    title: titleOf(props, chosen, t),
    children: chosen === null ? <Nothing {...props} /> : <Body {...props} chosen={chosen} />,
  })
}

/** The figure that is asked for; else the latest of the first direction. */
function chosenOf({ figures, selected }: ReviewProps): Figure | null {
  const asked = figures.find((figure) => figure.href === selected)
  return asked ?? latestOf(figures)[0] ?? figures.at(-1) ?? null
}

function titleOf({ agreement }: ReviewProps, chosen: Figure | null, t: Catalogue): string {
  if (chosen === null) return agreement.parties.map((place) => place.name).join(' – ')
  const year = numbers.period(chosen.period, t.quarter)
  return `${chosen.origin.name} → ${chosen.destination.name}, ${year}`
}

type BodyProps = ReviewProps & { readonly chosen: Figure }

function Body(props: BodyProps) {
  const { chosen, figures, agreement, tolerancePercent } = props
  return (
    <>
      <Crumbs {...props} />
      <Heading {...props} />
      <Cards {...props} />
      <div class="review">
        <ReviewTable figures={figures} chosen={chosen} tolerancePercent={tolerancePercent} />
        <SelectedFigure chosen={chosen} figures={figures} />
        <AgreementPanel agreement={agreement} />
      </div>
    </>
  )
}

function Nothing(props: ReviewProps) {
  const t = useWords()
  return (
    <>
      <Crumbs {...props} chosen={null} />
      <div class="heading">
        <h1>
          <Pair parties={props.agreement.parties} />
        </h1>
      </div>
      <p class="panel empty">{t.review.empty}</p>
      <AgreementPanel agreement={props.agreement} />
    </>
  )
}

function Crumbs({ frame, agreement, chosen }: ReviewProps & { readonly chosen: Figure | null }) {
  const t = useWords()
  const pair = <Pair parties={agreement.parties} />
  return (
    <nav class="crumbs" aria-label={t.frame.here}>
      <ol>
        <li>
          <a href={frame.addresses.corridors}>{t.review.breadcrumb}</a>
        </li>
        <li>
          {agreement.href === null || chosen === null ? pair : <a href={agreement.href}>{pair}</a>}
        </li>
        {chosen !== null && <li aria-current="page">{numbers.period(chosen.period, t.quarter)}</li>}
      </ol>
    </nav>
  )
}

function Heading({ chosen, report, tolerancePercent }: BodyProps) {
  const t = useWords()
  const what = t.review.people(chosen.origin.name, chosen.destination.name)
  return (
    <div class="heading">
      <h1>
        <Direction figure={chosen} />, {numbers.period(chosen.period, t.quarter)}
      </h1>
      <p class="under">
        {what}
        {chosen.breakdown !== null && ` (${chosen.breakdown})`} ·{' '}
        {report === null ? (
          t.review.noReport
        ) : (
          <>
            {t.review.version(report.version)} · {t.review.made} <Moment at={report.madeAt} />
          </>
        )}
      </p>
      <p class="finding">
        <Tag state={chosen.judgement.outcome} />
        <span>{findingOf(chosen, tolerancePercent, t)}</span>
      </p>
    </div>
  )
}

function findingOf(figure: Figure, tolerancePercent: number, t: Catalogue): string {
  const { judgement } = figure
  if (judgement.outcome === 'not-comparable' || judgement.outcome === 'one-sided') {
    return reasonsOf(figure, t).join(' ')
  }
  const say = judgement.outcome === 'within' ? t.review.within : t.review.beyond
  return say(numbers.percent(judgement.asymmetryPercent), numbers.agreedPercent(tolerancePercent))
}

function Cards({ chosen, figures }: BodyProps) {
  const t = useWords()
  const asymmetry = asymmetryOf(chosen)
  return (
    <dl class="cards">
      <div class="card card-origin">
        <dt>
          <SideMark side="origin" /> {t.sides.says(chosen.origin.name)}
        </dt>
        <dd class="card-value">
          <SaidText said={chosen.originSays} />
        </dd>
        <dd class="card-note">{t.sides.roleOrigin}</dd>
      </div>
      <div class="card card-destination">
        <dt>
          <SideMark side="destination" /> {t.sides.says(chosen.destination.name)}
        </dt>
        <dd class="card-value">
          <SaidText said={chosen.destinationSays} />
        </dd>
        <dd class="card-note">{t.sides.roleDestination}</dd>
      </div>
      <div class="card">
        <dt>{t.review.difference}</dt>
        <dd class="card-value">
          {asymmetry === null ? (
            <span class="said-none">{t.review.noDifference}</span>
          ) : (
            <Difference figure={chosen} />
          )}
        </dd>
        <dd class="card-note">
          {asymmetry === null
            ? t.review.noDifferenceWhy
            : t.review.asymmetry(numbers.percent(asymmetry))}
        </dd>
      </div>
      <ComparedCard figures={figures} />
    </dl>
  )
}

function ComparedCard({ figures }: { readonly figures: readonly Figure[] }) {
  const t = useWords()
  const tally = tallyOf(figures)
  const notes = [
    tally.notComparable > 0 ? t.review.alsoNotComparable(tally.notComparable) : null,
    tally.oneSided > 0 ? t.review.alsoOneSided(tally.oneSided) : null,
  ].filter((note) => note !== null)
  return (
    <div class="card">
      <dt>{t.review.compared(tally.compared, tally.all)}</dt>
      <dd class="card-value">
        {tally.compared === 0 ? t.review.none : numbers.count(tally.outside)}{' '}
        <span class="card-unit">{tally.compared === 0 ? t.review.judged : t.review.outside}</span>
      </dd>
      <dd class="card-note">{notes.length === 0 ? t.review.allComparable : notes.join(' · ')}</dd>
    </div>
  )
}
