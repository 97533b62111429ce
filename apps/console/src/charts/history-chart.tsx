// SPDX-License-Identifier: Apache-2.0
import { axis, pathOf, pointsOf, spread, type Place } from './scale'

/** Two lines over the same periods; null where a side says nothing, which leaves a gap. */
export interface HistoryChartProps {
  readonly label: string
  readonly periods: readonly string[]
  readonly origin: HistoryLine
  readonly destination: HistoryLine
  /** Index of the period that is selected, marked by a hairline; null for none. */
  readonly selected: number | null
  readonly write: (value: number) => string
}

/** One side's line. */
export interface HistoryLine {
  readonly name: string
  readonly values: readonly (number | null)[]
}

const place: Place = { start: 48, end: 272, top: 12, bottom: 166 }
const width = 372
const height = 192

/** Small line chart from zero: ● origin, ■ destination, named at their ends. Its table stands beside it on the page. */
export function HistoryChart(props: HistoryChartProps) {
  const scale = axis([...props.origin.values, ...props.destination.values])
  const at = { place, top: scale.top, periods: props.periods.length }
  const origin = pointsOf(props.origin.values, at)
  const destination = pointsOf(props.destination.values, at)
  const ends = spread(lastHeight(origin), lastHeight(destination))
  return (
    <svg class="history" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={props.label}>
      {scale.ticks.map((tick) => (
        <Tick
          key={tick}
          y={place.bottom - (tick / scale.top) * (place.bottom - place.top)}
          text={props.write(tick)}
        />
      ))}
      <Periods {...props} />
      <Line side="destination" points={destination} />
      <Line side="origin" points={origin} />
      <Name side="origin" y={ends.first} text={props.origin.name} />
      <Name side="destination" y={ends.second} text={props.destination.name} />
    </svg>
  )
}

function Tick({ y, text }: { readonly y: number; readonly text: string }) {
  return (
    <g>
      <line class="history-grid" x1={place.start} x2={place.end} y1={y} y2={y} />
      <text class="history-tick" x={place.start - 6} y={y + 4} text-anchor="end">
        {text}
      </text>
    </g>
  )
}

function Periods({ periods, selected }: HistoryChartProps) {
  const step = Math.ceil(periods.length / 6)
  const xs = pointsOf(
    periods.map(() => 0),
    { place, top: 1, periods: periods.length },
  )
  return (
    <g>
      {xs.map((point, index) => {
        if (point === null) return null
        const chosen = index === selected
        if ((periods.length - 1 - index) % step !== 0 && !chosen) return null
        return (
          <g key={periods[index]}>
            {chosen && (
              <line
                class="history-chosen"
                x1={point.x}
                x2={point.x}
                y1={place.top}
                y2={place.bottom}
              />
            )}
            <text
              class={chosen ? 'history-period history-period-chosen' : 'history-period'}
              x={point.x}
              y={height - 8}
              text-anchor="middle"
            >
              {periods[index]}
            </text>
          </g>
        )
      })}
    </g>
  )
}

type Side = 'origin' | 'destination'
type Point = { readonly x: number; readonly y: number } | null

function Line({ side, points }: { readonly side: Side; readonly points: readonly Point[] }) {
  return (
    <g class={`history-${side}`}>
      <path class="history-line" d={pathOf(points)} />
      {points.map((point) => {
        if (point === null) return null
        if (side === 'origin') return <circle key={point.x} cx={point.x} cy={point.y} r={4} />
        return <rect key={point.x} x={point.x - 3.5} y={point.y - 3.5} width={7} height={7} />
      })}
    </g>
  )
}

function Name({
  side,
  y,
  text,
}: {
  readonly side: Side
  readonly y: number | null
  readonly text: string
}) {
  if (y === null) return null
  const short = text.length > 12 ? `${text.slice(0, 11)}…` : text
  return (
    <text class={`history-name history-name-${side}`} x={place.end + 9} y={y + 4}>
      {short}
    </text>
  )
}

function lastHeight(points: readonly Point[]): number | null {
  return points.findLast((point) => point !== null)?.y ?? null
}
