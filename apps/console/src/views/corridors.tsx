// SPDX-License-Identifier: Apache-2.0
import { TallyBar, scaleLimit } from '../charts'
import * as numbers from '../i18n/numbers'
import { CorridorRows } from './corridor-rows'
import { FigureColumns, HowToRead } from './figure-cells'
import { judgedAsymmetries, latestOf, partsOf, tallyOf, type Tally } from './figures'
import { FeedBody, feedTitle } from './feed'
import { OperatorBody } from './operator'
import { renderPage } from './page'
import type { Corridor, CorridorsProps } from './props'
import { catalogueOf } from '../i18n/catalogue'
import { standingsOf } from './standing'
import { ColumnName, Head, Table } from './table'
import { useWords } from './words'

/** The home page of a participant: what this audience may see of the region's corridors. */
export function renderCorridors(props: CorridorsProps): string {
  const { frame, credit } = props
  const t = catalogueOf(frame.language)
  const page = { frame, current: 'corridors', credit } as const
  switch (props.audience) {
    case 'party':
      return renderPage({
        ...page,
        title: t.home.title,
        children: <PartyBody corridors={props.corridors} />,
      })
    case 'secretariat':
      return renderPage({
        ...page,
        title: feedTitle(props.feed, frame, t),
        children: <FeedBody feed={props.feed} title={feedTitle(props.feed, frame, t)} />,
      })
    case 'operator':
      return renderPage({
        ...page,
        // No figure stands on this page, so there is no source to name.
        credit: null,
        title: t.operator.title,
        children: <OperatorBody corridors={props.corridors} />,
      })
  }
}

function PartyBody(props: { readonly corridors: readonly Corridor[] }) {
  const t = useWords()
  const corridors = props.corridors.map(withoutDenied)
  const tally = tallyOf(corridors.flatMap((corridor) => corridor.figures))
  return (
    <>
      <div class="heading">
        <h1>{t.home.title}</h1>
        <p class="lead">{leadOf(tally, t)}</p>
        <p class="under">
          {t.home.corridors(standingsOf(corridors.map((corridor) => corridor.agreement)))}
        </p>
      </div>
      {tally.all > 0 && <Found tally={tally} />}
      <Latest corridors={corridors} />
    </>
  )
}

// Default deny, here too: what waits for a signature has no figures, whatever was handed in.
function withoutDenied(corridor: Corridor): Corridor {
  return corridor.agreement.standing.state === 'proposed' ? { ...corridor, figures: [] } : corridor
}

type Words = ReturnType<typeof useWords>

function leadOf(tally: Tally, t: Words): string {
  if (tally.compared === 0) return t.home.nothingCompared
  return tally.outside === 0
    ? t.home.allWithin(tally.compared)
    : t.home.lead(tally.outside, tally.compared)
}

function Found({ tally }: { readonly tally: Tally }) {
  const t = useWords()
  const parts = partsOf(tally)
  return (
    <section class="panel" aria-labelledby="found">
      <h2 id="found">{t.home.found}</h2>
      <p class="under">{t.home.foundOf(tally.all)}</p>
      <TallyBar parts={parts} />
      <ul class="legend">
        {parts.map((part) => (
          <li key={part.look} class={part.count === 0 ? 'legend-none' : undefined}>
            <svg class="legend-mark" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
              <rect class={`tally-${part.look}`} x={1} y={1} width={12} height={12} />
            </svg>
            <span>
              <strong>{numbers.count(part.count)}</strong> {t.states[part.look]}
              <span class="legend-meaning">{t.states.meaning[part.look]}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Latest({ corridors }: { readonly corridors: readonly Corridor[] }) {
  const t = useWords()
  const shown = corridors.flatMap((corridor) => latestOf(corridor.figures))
  const tolerances = new Set(corridors.map((corridor) => corridor.tolerancePercent))
  const one = tolerances.size === 1 ? ([...tolerances][0] ?? null) : null
  const limit = scaleLimit(judgedAsymmetries(shown), Math.max(0, ...tolerances))
  if (corridors.length === 0) return <p class="panel empty">{t.home.empty}</p>
  return (
    <section class="panel panel-table" aria-labelledby="latest">
      <div class="panel-head">
        <h2 id="latest">{t.home.latest}</h2>
        <HowToRead limit={limit} tolerance={one} />
      </div>
      <Table caption={t.home.caption} look="corridors">
        <Head>
          <ColumnName>{t.columns.corridor}</ColumnName>
          <ColumnName>{t.columns.direction}</ColumnName>
          <FigureColumns />
        </Head>
        {corridors.map((corridor) => (
          <CorridorRows key={corridor.agreement.id} corridor={corridor} limit={limit} />
        ))}
      </Table>
    </section>
  )
}
