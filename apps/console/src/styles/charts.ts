// SPDX-License-Identifier: Apache-2.0

/** Charts, then the two media in which colour is not ours: forced colours and paper. */
export const charts = `
.bar { display: block; inline-size: 100%; max-inline-size: 12rem; block-size: auto; direction: ltr; }
.bar-band { fill: var(--band); }
.bar-zero { stroke: #5d6f78; stroke-width: 1; }
.bar-origin { fill: var(--origin); stroke: var(--origin); }
.bar-destination { fill: var(--destination); stroke: var(--destination); }
.bar-hollow { fill: #fff; stroke-width: 1.25; }
.bar-same { fill: var(--deep); }
.twin { display: block; inline-size: 100%; max-inline-size: 26rem; block-size: auto; direction: ltr; }
.twin .bar-origin, .twin .bar-destination { stroke: none; }
.feed-members .cell-bar { inline-size: 40%; }
.tally { display: block; inline-size: 100%; block-size: 1.75rem; margin-block-start: .875rem; }
[dir="rtl"] .tally { transform: scaleX(-1); }
.tally-outside { fill: #d9822b; }
.tally-within { fill: var(--origin); }
.tally-not-comparable { fill: #8d78b8; }
.tally-one-sided { fill: #9fb0b8; }
.legend-none { color: var(--ink-soft); }
.history { display: block; inline-size: 100%; max-inline-size: 32rem; block-size: auto; direction: ltr; margin-block-end: .5rem; }
.history text { font-size: 11px; fill: var(--ink-soft); }
.history-grid { stroke: var(--line); stroke-width: 1; }
.history-chosen { stroke: #8a9aa2; stroke-width: 1; stroke-dasharray: 2 3; }
.history .history-period-chosen { fill: var(--ink); font-weight: 700; }
.history-line { fill: none; stroke-width: 2; stroke-linejoin: round; }
.history-origin { fill: var(--origin); stroke: var(--origin); }
.history-destination { fill: var(--destination); stroke: var(--destination); }
.history-origin circle, .history-destination rect { stroke: #fff; stroke-width: 1; }
.history .history-name { font-size: 12px; font-weight: 700; }
.history .history-name-origin { fill: var(--origin); }
.history .history-name-destination { fill: var(--destination); }
@media (prefers-reduced-motion: no-preference) { @view-transition { navigation: auto; } }
@media (forced-colors: active) {
  .tag, .member, .card, .panel, .trio > div, .why, .notice { border: 1px solid CanvasText; }
  .menu a { border-color: Canvas; }
  .logo-way { stroke: CanvasText; }
  .menu a[aria-current] { border-block-end-color: Highlight; text-decoration: underline; }
  .chosen > :first-child { border-inline-start: 6px solid Highlight; }
  .mark, .bar-origin, .bar-destination, .bar-same, .history-origin, .history-destination { fill: CanvasText; stroke: CanvasText; }
  .bar-hollow { fill: Canvas; }
  .bar-band { fill: Canvas; stroke: GrayText; }
  .bar-zero, .history-grid { stroke: GrayText; }
  .history text, .history .history-name { fill: CanvasText; }
  .history-line { fill: none; }
  .history-destination .history-line { stroke-dasharray: 5 3; }
  .tally rect, .legend-mark rect { stroke: CanvasText; fill: Canvas; }
  rect.tally-outside { fill: CanvasText; }
  rect.tally-within { fill: Highlight; }
  rect.tally-not-comparable { stroke-dasharray: 3 3; }
  :focus-visible { outline-color: Highlight; }
  .differs td { text-decoration: underline; }
}
@media print {
  :root { font-size: 10pt; --ground: #fff; }
  @page { size: A4; margin: 14mm; }
  body { display: block; }
  .skip, .menu, .reader, .crumbs, .how { display: none; }
  .header-bar { background: none; color: #000; border-block-end: 1px solid #000; }
  .header-bar a { color: #000; }
  .logo-way { stroke: #000; }
  .page { padding-inline: 0; max-inline-size: none; }
  main.page { padding-block: .75rem; }
  .review, .feed-top { display: block; }
  .cards { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .panel-table { overflow: visible; }
  .table { font-size: 8.5pt; }
  .tag { font-size: 8pt; white-space: normal; }
  .reason, .corridor-counts, .corridor-name { min-inline-size: 0; font-size: 8pt; }
  .corridors .cell-direction { white-space: normal; }
  .bar-name, .cell-bar { min-inline-size: 0; inline-size: 6.5rem; }
  .feed-members .cell-bar { inline-size: 35%; }
  .history { max-inline-size: 20rem; }
  .table thead { display: table-header-group; }
  .table tr, .card, .trio, .history, .facts > div, .clauses li { break-inside: avoid; }
  h2, h3, .group-name { break-after: avoid; }
  .table th, .table td { padding: .25rem .375rem; }
  a { color: inherit; text-decoration: none; }
  .tag, .tally, .tally rect, .bar, .bar *, .history *, .mark, .legend-mark rect, .chosen > *, .differs td, .trio > div { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
