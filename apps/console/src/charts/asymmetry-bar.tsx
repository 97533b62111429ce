// SPDX-License-Identifier: Apache-2.0

/** One row's asymmetry, and the scale that the whole table shares. All in percent. */
export interface AsymmetryBarProps {
  /** Null draws the scale alone. */
  readonly asymmetryPercent: number | null
  readonly higher: 'origin' | 'destination' | 'neither'
  readonly judged: boolean
  readonly tolerancePercent: number
  /** Percent at either end of the scale. */
  readonly limit: number
}

const width = 132
const height = 20
const middle = width / 2
const reach = middle - 8

/**
 * Diverging bar: to the right (●) where the origin says more, to the left (■) where the destination does, on a
 * grey tolerance band; the end's shape tells the side. Never mirrored. Hidden from assistive technology: the row says it.
 */
export function AsymmetryBar(props: AsymmetryBarProps) {
  const band = Math.min(props.tolerancePercent / props.limit, 1) * reach
  return (
    <svg class="bar" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <rect class="bar-band" x={middle - band} y={2} width={band * 2} height={16} rx={2} />
      <line class="bar-zero" x1={middle} x2={middle} y1={0} y2={height} />
      <Length {...props} />
    </svg>
  )
}

function Length({ asymmetryPercent, higher, judged, limit }: AsymmetryBarProps) {
  if (asymmetryPercent === null) return null
  if (higher === 'neither') {
    return <path class="bar-same" d={`M${middle} 5l5 5-5 5-5-5z`} />
  }
  const sign = higher === 'origin' ? 1 : -1
  const long = Math.max(2, Math.min(asymmetryPercent / limit, 1) * reach)
  const end = middle + sign * long
  const side = `bar-${higher}${judged ? '' : ' bar-hollow'}`
  return (
    <g class={side}>
      <rect x={Math.min(middle, end)} y={7} width={long} height={6} />
      {asymmetryPercent > limit ? (
        <Beyond end={end} sign={sign} />
      ) : (
        <End end={end} side={higher} />
      )}
    </g>
  )
}

function End({ end, side }: { readonly end: number; readonly side: 'origin' | 'destination' }) {
  if (side === 'origin') return <circle cx={end} cy={10} r={4.5} />
  return <rect x={end - 4} y={6} width={8} height={8} />
}

function Beyond({ end, sign }: { readonly end: number; readonly sign: number }) {
  return <path d={`M${end} 3l${sign * 7} 7l${sign * -7} 7z`} />
}

/** The smallest round scale that holds every judged asymmetry and twice the tolerance. */
export function scaleLimit(judged: readonly number[], tolerancePercent: number): number {
  const largest = Math.max(tolerancePercent * 2, ...judged)
  return [10, 20, 30, 40, 50, 60, 80, 100, 150].find((limit) => largest <= limit) ?? 200
}
