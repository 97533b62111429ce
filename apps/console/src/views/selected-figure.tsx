// SPDX-License-Identifier: Apache-2.0
import { HistoryChart } from '../charts'
import * as numbers from '../i18n/numbers'
import { Difference } from './figure-cells'
import { asymmetryOf, byDirection, reasonsOf, seriesOf } from './figures'
import { Direction, SaidText, SideMark } from './marks'
import type { Definition, Figure, Said } from './props'
import { Trio } from './trio'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

interface SelectedProps {
  readonly chosen: Figure
  /** Every figure of the corridor; the panel shows those of the same direction. */
  readonly figures: readonly Figure[]
}

/** One figure in full: what both sides say, its years, and how each side counts. */
export function SelectedFigure({ chosen, figures }: SelectedProps) {
  const t = useWords()
  const years = byDirection(figures).find((group) => group.key === seriesOf(chosen))?.figures ?? []
  return (
    <section class="panel selected" aria-labelledby="selected">
      <h2 id="selected">
        <span class="selected-over">{t.review.selected}</span>
        <Direction figure={chosen} />, {numbers.period(chosen.period, t.quarter)}
      </h2>
      <Numbers chosen={chosen} />
      <WhyNot chosen={chosen} />
      <History chosen={chosen} years={years.slice(-8)} />
      <Counts chosen={chosen} />
    </section>
  )
}

function Numbers({ chosen }: Pick<SelectedProps, 'chosen'>) {
  const asymmetry = asymmetryOf(chosen)
  const outside = chosen.judgement.outcome === 'outside'
  return (
    <Trio figure={chosen} difference={<Difference figure={chosen} />}>
      {asymmetry !== null && (
        <dd class={outside ? 'trio-note beyond' : 'trio-note'}>{numbers.percent(asymmetry)} %</dd>
      )}
    </Trio>
  )
}

function WhyNot({ chosen }: Pick<SelectedProps, 'chosen'>) {
  const t = useWords()
  if (chosen.judgement.outcome !== 'not-comparable') return null
  return (
    <div class="why">
      <h3>{t.review.whyNot}</h3>
      {reasonsOf(chosen, t).map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </div>
  )
}

function History({
  chosen,
  years,
}: {
  readonly chosen: Figure
  readonly years: readonly Figure[]
}) {
  const t = useWords()
  const value = (said: Said) => (said.kind === 'value' ? said.persons : null)
  const periods = years.map((figure) => figure.period)
  const { origin, destination } = chosen
  return (
    <>
      <h3>{t.review.history}</h3>
      <HistoryChart
        label={t.review.historyAlt(origin.name, destination.name)}
        periods={periods}
        origin={{ name: origin.name, values: years.map((figure) => value(figure.originSays)) }}
        destination={{
          name: destination.name,
          values: years.map((figure) => value(figure.destinationSays)),
        }}
        selected={periods.indexOf(chosen.period)}
        write={numbers.count}
      />
      <HistoryTable chosen={chosen} years={years} />
    </>
  )
}

function HistoryTable({
  chosen,
  years,
}: {
  readonly chosen: Figure
  readonly years: readonly Figure[]
}) {
  const t = useWords()
  return (
    <Table caption={t.review.historyCaption} look="small">
      <Head>
        <ColumnName>{t.columns.year}</ColumnName>
        <ColumnName look="number">
          <SideMark side="origin" /> {chosen.origin.name}
        </ColumnName>
        <ColumnName look="number">
          <SideMark side="destination" /> {chosen.destination.name}
        </ColumnName>
      </Head>
      <Rows>
        {years.map((figure) => (
          <Row key={figure.period} look={figure === chosen ? 'chosen' : undefined}>
            <RowName>{numbers.period(figure.period, t.quarter)}</RowName>
            <Cell name={chosen.origin.name} look="number">
              <SaidText said={figure.originSays} />
            </Cell>
            <Cell name={chosen.destination.name} look="number">
              <SaidText said={figure.destinationSays} />
            </Cell>
          </Row>
        ))}
      </Rows>
    </Table>
  )
}

const parts = ['minimumStay', 'population', 'partnerConcept', 'source'] as const

function Counts({ chosen }: Pick<SelectedProps, 'chosen'>) {
  const t = useWords()
  const { originCounts, destinationCounts } = chosen
  if (originCounts === null && destinationCounts === null) {
    return (
      <>
        <h3>{t.review.counts}</h3>
        <p class="under">{t.review.countsUnknown}</p>
      </>
    )
  }
  return (
    <>
      <h3>{t.review.counts}</h3>
      <Table caption={t.review.countsCaption} look="small definitions">
        <Head>
          <ColumnName>
            <span class="hidden-text">{t.review.counts}</span>
          </ColumnName>
          <ColumnName>
            <SideMark side="origin" /> {chosen.origin.name}
          </ColumnName>
          <ColumnName>
            <SideMark side="destination" /> {chosen.destination.name}
          </ColumnName>
        </Head>
        <Rows>
          {parts.map((part) => (
            <PartRow key={part} part={part} chosen={chosen} />
          ))}
        </Rows>
      </Table>
      {parts.every((part) => originCounts?.[part] === destinationCounts?.[part]) && (
        <p class="under alike">{t.review.alike}</p>
      )}
    </>
  )
}

function PartRow({
  part,
  chosen,
}: Pick<SelectedProps, 'chosen'> & { readonly part: (typeof parts)[number] }) {
  const t = useWords()
  const { originCounts, destinationCounts } = chosen
  const words = (counts: Definition | null) =>
    counts === null ? '–' : t.definitions[part](counts[part])
  const differs =
    originCounts !== null &&
    destinationCounts !== null &&
    originCounts[part] !== destinationCounts[part]
  return (
    <Row look={differs ? 'differs' : undefined}>
      <RowName>
        {t.definitions.names[part]}
        {differs && <span class="differs-word"> {t.review.differs}</span>}
      </RowName>
      <Cell name={chosen.origin.name}>{words(originCounts)}</Cell>
      <Cell name={chosen.destination.name}>{words(destinationCounts)}</Cell>
    </Row>
  )
}
