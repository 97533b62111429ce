// SPDX-License-Identifier: Apache-2.0
import * as numbers from '../i18n/numbers'
import { Causes } from './case-words'
import { SaysCells, SaysColumns } from './figure-cells'
import { Direction, Ltr, SideMark, Tag } from './marks'
import type { Compared, ComparedFigure } from './report-props'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** What the hub compared: the four values of each figure, what was found, and what the pattern suggests. */
export function ComparedFigures({ compared }: { readonly compared: Compared }) {
  const words = useWords()
  const t = words.reports
  const { figures, from, all, cells, next } = compared
  return (
    <section class="panel panel-table" aria-labelledby="compared">
      <h2 id="compared">{t.compared}</h2>
      <Table caption={t.comparedCaption} look="cases">
        <Head>
          <ColumnName>{words.cases.figure}</ColumnName>
          <SaysColumns />
          <ColumnName look="number">{t.harmonised}</ColumnName>
          <ColumnName look="number">{t.balanced}</ColumnName>
          <ColumnName>{t.found}</ColumnName>
          <ColumnName>{t.suggested}</ColumnName>
        </Head>
        <Rows>
          {figures.map((figure) => (
            <FigureRow key={figure.key} figure={figure} />
          ))}
        </Rows>
      </Table>
      <div class="panel-foot">
        <Rates compared={compared} />
        {figures.length < all && (
          <p class="under">{t.shown(from + 1, from + figures.length, all)}</p>
        )}
        {cells > all && <p class="under">{t.notShown(cells - all)}</p>}
        {next !== null && (
          <p>
            <a href={next}>{t.next}</a>
          </p>
        )}
      </div>
    </section>
  )
}

function Rates({ compared: { falseAlarms } }: { readonly compared: Compared }) {
  const t = useWords().reports
  if (falseAlarms === null) return null
  const { nominal, achieved, history, expectation } = falseAlarms
  const promised = numbers.percent(100 * nominal)
  return (
    <p class="under">
      {achieved === null
        ? t.falseAlarmsShort(promised)
        : t.falseAlarms(promised, numbers.percent(100 * achieved), numbers.count(history))}{' '}
      {t.expectation(expectation)}
    </p>
  )
}

function FigureRow({ figure }: { readonly figure: ComparedFigure }) {
  const words = useWords()
  const t = words.reports
  const { finding, matters } = figure
  return (
    <Row>
      <RowName look="corridor-name">
        <span class="corridor-title">
          <Direction figure={figure} />
        </span>
        <span class="corridor-counts">{figure.breakdown ?? words.cases.total}</span>
      </RowName>
      <SaysCells figure={figure} />
      <Cell name={t.harmonised} look="number">
        <Estimate side="origin" value={figure.originHarmonised} />
        <Estimate side="destination" value={figure.destinationHarmonised} />
      </Cell>
      <Cell name={t.balanced} look="number">
        <Balanced figure={figure} />
      </Cell>
      <Cell name={t.found} look="cell-status">
        <Tag state={figure.outcome} />
        {finding !== null && <span class="reason">{t.findings[finding]}</span>}
        {matters && <span class="reason beyond">{t.matters}</span>}
      </Cell>
      <Cell name={t.suggested} look="cell-why">
        <Suggested causes={figure.causes} />
      </Cell>
    </Row>
  )
}

function Estimate({
  side,
  value,
}: {
  readonly side: 'origin' | 'destination'
  readonly value: number | null
}) {
  const t = useWords()
  return (
    <span class="estimate">
      <SideMark side={side} />
      <span class="hidden-text">{t.sides[side]} </span>
      {value === null ? <span class="said-none">–</span> : numbers.count(value)}
    </span>
  )
}

function Balanced({ figure }: { readonly figure: ComparedFigure }) {
  const t = useWords().reports
  const { balanced, balancedLower: lower, balancedUpper: upper } = figure
  if (balanced === null) return <span class="said-none">–</span>
  return (
    <>
      <strong>{numbers.count(balanced)}</strong>
      {lower !== null && upper !== null && (
        <span class="corridor-counts">
          <Ltr>{t.balancedFrom(numbers.count(lower), numbers.count(upper))}</Ltr>
        </span>
      )}
    </>
  )
}

function Suggested({ causes }: Pick<ComparedFigure, 'causes'>) {
  const t = useWords().reports
  if (causes.length === 0) return <span class="said-none">{t.none}</span>
  return <Causes causes={causes} />
}
