// SPDX-License-Identifier: Apache-2.0

/** Two counts side by side on a scale that the whole table shares. */
export interface TwinBarProps {
  readonly left: number | null
  readonly right: number | null
  /** The largest count of the table. */
  readonly largest: number
}

const reach = 226

/** Who left (●, upper) and who arrived (■, lower). Hidden from assistive technology: the row holds both counts. */
export function TwinBar({ left, right, largest }: TwinBarProps) {
  const size = (value: number | null) => (largest === 0 ? 0 : ((value ?? 0) / largest) * reach)
  return (
    <svg class="twin" viewBox="0 0 240 20" aria-hidden="true" focusable="false">
      <line class="bar-zero" x1={1} x2={1} y1={0} y2={20} />
      {left !== null && (
        <g class="bar-origin">
          <rect x={1} y={3.5} width={size(left)} height={4} />
          <circle cx={1 + size(left)} cy={5.5} r={3.5} />
        </g>
      )}
      {right !== null && (
        <g class="bar-destination">
          <rect x={1} y={12.5} width={size(right)} height={4} />
          <rect x={size(right) - 2.5} y={11.5} width={6} height={6} />
        </g>
      )}
    </svg>
  )
}
