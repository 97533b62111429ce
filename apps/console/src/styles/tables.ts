// SPDX-License-Identifier: Apache-2.0

/** Tables, and how a row becomes a card on a narrow page. */
export const tables = `
.table { inline-size: 100%; border-collapse: collapse; font-size: .9375rem; position: relative; }
.table caption { text-align: start; color: var(--ink-soft); font-size: .9375rem; padding: .125rem 1.25rem .875rem; }
.table th, .table td { padding: .5rem .75rem; text-align: start; vertical-align: middle; border-block-start: 1px solid var(--line-soft); font-weight: 400; }
.table th:first-child { padding-inline-start: 1.25rem; }
.table th:last-child, .table td:last-child { padding-inline-end: 1.25rem; }
.table thead th { font-size: var(--quick); font-weight: 600; color: var(--ink-soft); vertical-align: bottom; border-block: 0 2px solid var(--line); }
.table .number { text-align: end; }
.table tbody .number:not(.cell-origin, .cell-destination) { white-space: nowrap; }
.table tbody th { font-weight: 600; }
.group-first > * { border-block-start-color: #b9c6cc !important; }
.group:first-of-type .group-first > * { border-block-start-color: transparent !important; }
.corridor-name, .table tbody th[rowspan] { vertical-align: top; }
.corridor-name { min-inline-size: 11rem; }
.corridors .cell-direction { white-space: nowrap; }
.corridor-title { display: block; }
.corridor-counts { display: block; font-size: var(--quick); font-weight: 400; color: var(--ink-soft); }
.cell-direction a, .corridor-title a { display: inline-block; min-block-size: 1.5rem; }
.cell-year { color: var(--ink-soft); white-space: nowrap; }
.cell-difference { font-weight: 600; }
.cell-bar { inline-size: 9.75rem; }
.cell-why { color: var(--ink-soft); }
.reason { display: block; font-size: var(--quick); line-height: 1.4; color: var(--ink-soft); max-inline-size: 22rem; margin-block-start: .1875rem; }
.bar-name { min-inline-size: 9.75rem; }
.bar-ends { display: flex; justify-content: space-between; align-items: baseline; direction: ltr; }
.bar-ends .mark { margin: 0 .1875rem; }
.group-name > th { background: var(--ground); border-block: 1px solid var(--line); }
.group-title { font-weight: 700; margin-inline-end: .5rem; }
.group-note { font-weight: 400; font-size: var(--quick); color: var(--ink-soft); }
.chosen > * { background: var(--chosen); }
.chosen > :first-child { box-shadow: inset 4px 0 0 var(--deep); }
[dir="rtl"] .chosen > :first-child { box-shadow: inset -4px 0 0 var(--deep); }
.chosen a { font-weight: 700; }
.sum > tr > * { border-block-start: 2px solid var(--line); font-weight: 700; }
.small { font-size: var(--small); }
.small caption { padding: 0 0 .375rem; font-size: var(--quick); }
.small th, .small td { padding: .3125rem .5rem; }
.small th:first-child { padding-inline-start: .5rem; }
.small th:last-child, .small td:last-child { padding-inline-end: .5rem; }
.small tbody th { font-weight: 400; }
.differs td { background: var(--destination-tint); font-weight: 600; }
.differs-word { display: block; font-size: .75rem; font-weight: 600; color: var(--beyond); }
.alike { font-size: var(--small); padding-block-start: .5rem; }
.counts td, .counts th { min-inline-size: 5rem; }
@media screen and (max-width: 75rem) {
  .review, .feed-top { grid-template-columns: minmax(0, 1fr); grid-template-rows: none; }
}
@media screen and (max-width: 60rem) {
  .table:not(.small), .table:not(.small) > tbody, .table:not(.small) > caption { display: block; }
  .table:not(.small) > thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .table:not(.small) > tbody > tr { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .25rem 1rem; padding: .875rem 1.25rem; border-block-start: 1px solid var(--line); }
  .table:not(.small) > tbody > tr > * { display: block; padding: 0 !important; border: 0 !important; inline-size: auto; min-inline-size: 0; text-align: start; }
  .table:not(.small) > tbody > tr > td::before { content: attr(data-name); display: block; font-size: .75rem; color: var(--ink-soft); font-weight: 400; }
  .table:not(.small) > tbody > tr > td:empty { display: none; }
  .table:not(.small) > tbody > tr > th, .table:not(.small) .cell-direction, .table:not(.small) .cell-status, .table:not(.small) .cell-why { grid-column: 1 / -1; }
  .table:not(.small) > tbody > tr > .cell-direction::before, .table:not(.small) > tbody > tr > .cell-status::before, .table:not(.small) > tbody > tr > .cell-why::before { content: none; }
  .table:not(.small) > tbody > tr > .cell-bar { grid-column: 1 / -1; order: 1; }
  .table:not(.small) > tbody > tr > .cell-bar::before { content: none; }
  .figures > tbody > tr:not(:has(.reason)) > th:not([colspan]) { grid-column: 1; }
  .figures > tbody > tr > .cell-status:not(:has(.reason)) { grid-column: 2 / -1; grid-row: 1; justify-self: end; inline-size: max-content; }
  .corridors .cell-direction { white-space: normal; }
  .table:not(.small) > tbody > tr.chosen { background: var(--chosen); box-shadow: inset 4px 0 0 var(--deep); }
  .table:not(.small) .chosen > * { background: none; box-shadow: none; }
  .table:not(.small) > tbody > tr.group-name { background: var(--ground); }
  .table:not(.small) > tbody > tr.group-first { border-block-start: 2px solid #b9c6cc; }
  .cell-origin, .cell-destination { font-weight: 700; font-size: 1.0625rem; }
  .table:not(.small) > tbody > tr > .cell-origin::before { content: "\\25cf\\a0" attr(data-name); color: var(--origin); font-weight: 600; }
  .table:not(.small) > tbody > tr > .cell-destination::before { content: "\\25a0\\a0" attr(data-name); color: #9c4a08; font-weight: 600; }
  .feed-members > tbody > tr > .cell-direction::before { content: none; }
}
@media screen and (min-width: 36rem) and (max-width: 60rem) {
  .table:not(.small) > tbody > tr { grid-template-columns: repeat(4, minmax(0, 1fr)); }
}
@media screen and (max-width: 48rem) {
  .page { padding-inline: 1rem; }
  .panel { padding: 1rem; }
  .panel-table { padding: 0; }
  .panel-table > h2, .panel-head { padding: 1rem 1rem 0; }
  .table caption { padding-inline: 1rem; }
  .small caption { padding-inline: 0; }
  .table:not(.small) > tbody > tr { padding-inline: 1rem; }
  .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .625rem; }
  .card { padding: .625rem .875rem .75rem; }
  .feed-years { grid-template-columns: minmax(0, 1fr); }
  .header-page { column-gap: 1rem; }
  .menu { order: 1; inline-size: 100%; }
  .menu a { padding-inline: .625rem; }
  .menu ul { margin-inline-start: -.625rem; }
  .reader-office { display: none; }
  .plain-page { padding: 1.25rem; }
}
`
