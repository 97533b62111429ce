// SPDX-License-Identifier: Apache-2.0
import * as numbers from '../i18n/numbers'
import { FigureCells, figureColumns } from './figure-cells'
import { latestOf, tallyOf } from './figures'
import { Direction, Pair, Tag } from './marks'
import type { Corridor, Figure } from './props'
import { Cell, Row, RowName, Rows } from './table'
import { useWords } from './words'

/** The rows of one corridor: a row for each direction, or one row that says why there are none. */
export function CorridorRows({
  corridor,
  limit,
}: {
  readonly corridor: Corridor
  readonly limit: number
}) {
  const latest = latestOf(corridor.figures)
  const [first, ...others] = latest
  if (first === undefined) return <WithoutFigures corridor={corridor} />
  const shared = { limit, tolerancePercent: corridor.tolerancePercent }
  return (
    <Rows look="group">
      <Row look="group-first">
        <RowName rows={latest.length} look="corridor-name">
          <CorridorName corridor={corridor} />
        </RowName>
        <DirectionCell figure={first} />
        <FigureCells figure={first} {...shared} />
      </Row>
      {others.map((figure) => (
        <Row key={figure.href}>
          <DirectionCell figure={figure} />
          <FigureCells figure={figure} {...shared} />
        </Row>
      ))}
    </Rows>
  )
}

function WithoutFigures({ corridor }: { readonly corridor: Corridor }) {
  const t = useWords()
  const { standing } = corridor.agreement
  return (
    <Rows look="group">
      <Row look="group-first row-without">
        <RowName look="corridor-name">
          <CorridorName corridor={corridor} />
        </RowName>
        <Cell name={t.columns.direction} columns={figureColumns} look="cell-why">
          <Why corridor={corridor} />
        </Cell>
        <Cell name={t.columns.status} look="cell-status">
          <Tag state={standing.state === 'in-force' ? 'nothing' : standing.state} />
        </Cell>
      </Row>
    </Rows>
  )
}

function Why({ corridor }: { readonly corridor: Corridor }) {
  const t = useWords()
  const { standing } = corridor.agreement
  switch (standing.state) {
    case 'proposed': {
      const names = standing.waitingFor.map((place) => place.name)
      const say = names.length === 1 ? t.home.denied : t.home.deniedMany
      return <>{say(t.list(names))}</>
    }
    case 'provisional':
    case 'in-force':
      return <>{t.home.noFigures}</>
    case 'signed':
    case 'suspended':
      return <>{t.states[standing.state]}</>
    case 'revoked':
    case 'ended':
      return <>{t.home.over}</>
  }
}

function CorridorName({ corridor }: { readonly corridor: Corridor }) {
  const { href, parties, standing } = corridor.agreement
  const name = <Pair parties={parties} />
  return (
    <>
      <span class="corridor-title">{href === null ? name : <a href={href}>{name}</a>}</span>
      <Counts corridor={corridor} />
      {tallyOf(corridor.figures).all > 0 && standing.state !== 'in-force' && (
        <Tag state={standing.state} />
      )}
    </>
  )
}

function Counts({ corridor }: { readonly corridor: Corridor }) {
  const t = useWords()
  const tally = tallyOf(corridor.figures)
  if (tally.all === 0) return null
  const words = [
    tally.compared > 0 ? t.home.compared(tally.compared) : null,
    tally.compared > 0 ? t.home.outside(tally.outside) : null,
    tally.notComparable > 0 ? t.home.notComparable(tally.notComparable) : null,
    tally.oneSided > 0 ? t.home.oneSided(tally.oneSided) : null,
  ].filter((word) => word !== null)
  return <span class="corridor-counts">{words.join(' · ')}</span>
}

function DirectionCell({ figure }: { readonly figure: Figure }) {
  const t = useWords()
  return (
    <Cell name={t.columns.direction} look="cell-direction">
      <a href={figure.href}>
        <Direction figure={figure} />
      </a>{' '}
      <span class="cell-year">{numbers.period(figure.period, t.quarter)}</span>
    </Cell>
  )
}
