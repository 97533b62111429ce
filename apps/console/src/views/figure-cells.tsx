// SPDX-License-Identifier: Apache-2.0
// The columns that the home page and the review page share: what each side says, and how far apart they are.
import { AsymmetryBar } from '../charts'
import * as numbers from '../i18n/numbers'
import { asymmetryOf, differenceOf, higherOf, reasonsOf } from './figures'
import { Ltr, SaidText, SideMark, Tag } from './marks'
import type { Figure } from './props'
import { Cell, ColumnName } from './table'
import { useWords } from './words'

/** The names of the shared columns. */
export function FigureColumns() {
  const t = useWords()
  return (
    <>
      <SaysColumns />
      <ColumnName look="bar-name">
        <span class="bar-ends">
          <SideMark side="destination" />
          {t.columns.bar}
          <SideMark side="origin" />
        </span>
      </ColumnName>
      <ColumnName look="number">{t.columns.difference}</ColumnName>
      <ColumnName look="number">{t.columns.asymmetry}</ColumnName>
      <ColumnName>{t.columns.status}</ColumnName>
    </>
  )
}

/** The names of the columns of what each side says. */
export function SaysColumns() {
  const t = useWords()
  return (
    <>
      <ColumnName look="number">
        <SideMark side="origin" /> {t.sides.originSays}
      </ColumnName>
      <ColumnName look="number">
        <SideMark side="destination" /> {t.sides.destinationSays}
      </ColumnName>
    </>
  )
}

/** What each side says about one figure. */
export function SaysCells({
  figure,
}: {
  readonly figure: Pick<Figure, 'origin' | 'destination' | 'originSays' | 'destinationSays'>
}) {
  const t = useWords()
  return (
    <>
      <Cell name={t.sides.says(figure.origin.name)} look="number cell-origin">
        <SaidText said={figure.originSays} />
      </Cell>
      <Cell name={t.sides.says(figure.destination.name)} look="number cell-destination">
        <SaidText said={figure.destinationSays} />
      </Cell>
    </>
  )
}

/** How many columns `FigureColumns` names. */
export const figureColumns = 6

/** The cells of one figure. */
export function FigureCells(props: {
  readonly figure: Figure
  readonly limit: number
  readonly tolerancePercent: number
}) {
  const { figure } = props
  const t = useWords()
  return (
    <>
      <SaysCells figure={figure} />
      <Cell name={t.columns.bar} look="cell-bar">
        <Bar {...props} />
      </Cell>
      <Cell name={t.columns.difference} look="number cell-difference">
        <Difference figure={figure} />
      </Cell>
      <Cell name={t.columns.asymmetry} look="number cell-asymmetry">
        <Asymmetry figure={figure} />
      </Cell>
      <Cell name={t.columns.status} look="cell-status">
        <Tag state={figure.judgement.outcome} />
        {reasonsOf(figure, t).map((reason) => (
          <span key={reason} class="reason">
            {reason}
          </span>
        ))}
      </Cell>
    </>
  )
}

function Bar(props: {
  readonly figure: Figure
  readonly limit: number
  readonly tolerancePercent: number
}) {
  const t = useWords()
  const { figure } = props
  const asymmetry = asymmetryOf(figure)
  if (asymmetry === null) return <span class="said-none">–</span>
  const higher = higherOf(figure)
  const words = higher === 'neither' ? t.sides.same : t.sides.higher(figure[higher].name)
  return (
    <>
      <AsymmetryBar
        asymmetryPercent={asymmetry}
        higher={higher}
        judged={figure.judgement.outcome !== 'not-comparable'}
        tolerancePercent={props.tolerancePercent}
        limit={props.limit}
      />
      <span class="hidden-text">{words}</span>
    </>
  )
}

/** The difference with its sign, or a dash where there is none. */
export function Difference({ figure }: { readonly figure: Figure }) {
  const difference = differenceOf(figure)
  if (difference === null) return <span class="said-none">–</span>
  return <Ltr>{numbers.signed(difference)}</Ltr>
}

function Asymmetry({ figure }: { readonly figure: Figure }) {
  const asymmetry = asymmetryOf(figure)
  if (asymmetry === null) return <span class="said-none">–</span>
  const text = numbers.percent(asymmetry)
  return figure.judgement.outcome === 'outside' ? (
    <strong class="beyond">{text}</strong>
  ) : (
    <>{text}</>
  )
}

/** What the bars mean, and how the two measures are made: one click away. */
export function HowToRead({
  limit,
  tolerance,
}: {
  readonly limit: number
  readonly tolerance: number | null
}) {
  const t = useWords()
  const agreed = tolerance === null ? null : numbers.agreedPercent(tolerance)
  return (
    <details class="how">
      <summary>{t.measure.how}</summary>
      <ul>
        <li>{t.measure.difference}</li>
        <li>{t.measure.asymmetry}</li>
        <li>{t.measure.tolerance}</li>
        <li>
          {t.measure.scale(numbers.count(limit), agreed)} {t.measure.hollow} {t.measure.beyond}
        </li>
        <li>{t.measure.zero}</li>
      </ul>
    </details>
  )
}
