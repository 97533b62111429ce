// SPDX-License-Identifier: Apache-2.0

/** Header, footer, panels, cards and the two-column review page. */
export const layout = `
.page { inline-size: 100%; max-inline-size: 92rem; margin-inline: auto; padding-inline: 1.5rem; }
main.page { flex: 1; padding-block: 1.5rem 3rem; }
.notice { background: var(--notice); color: #4a3a06; font-size: var(--quick); text-align: center; padding: .375rem 1rem; }
.header-bar { background: var(--deep); color: #fff; }
.header-page { display: flex; flex-wrap: wrap; align-items: stretch; column-gap: 2rem; min-block-size: 3.75rem; }
.header-bar a { color: #fff; }
.header-name { display: inline-flex; align-items: center; gap: .75rem; font-weight: 700; font-size: 1.0625rem; text-decoration: none; padding-block: .75rem; }
.logo { inline-size: 1.75rem; block-size: 1.75rem; flex: none; }
.logo-way { fill: none; stroke: #fff; stroke-width: 2.5; stroke-linecap: round; }
.logo-origin { fill: #6fc6e2; }
.logo-destination { fill: #f5a65b; }
.menu { display: flex; }
.menu ul { display: flex; flex-wrap: wrap; gap: .25rem; }
.menu li { display: flex; }
.menu a { display: flex; align-items: center; min-block-size: 2.75rem; padding: .5rem .875rem; text-decoration: none; border-block-end: 4px solid transparent; border-block-start: 4px solid transparent; }
.menu a:hover { text-decoration: underline; }
.menu a[aria-current] { font-weight: 700; border-block-end-color: #fff; background: #ffffff1f; }
.reader { margin-inline-start: auto; display: flex; align-items: center; gap: 1rem; padding-block: .5rem; }
.reader-name { display: grid; text-align: end; line-height: 1.25; font-size: .9375rem; }
.reader-office { font-size: var(--quick); color: #cfe2e9; }
.reader-out { min-block-size: 2.75rem; padding-inline: .875rem; border: 1px solid #ffffff80; border-radius: .375rem; background: transparent; color: #fff; font: inherit; font-size: var(--small); cursor: pointer; }
.reader-out:hover { background: #ffffff1f; }
.footer { border-block-start: 1px solid var(--line); background: var(--paper); font-size: var(--quick); color: var(--ink-soft); }
.footer-page { padding-block: 1.25rem; display: grid; gap: .25rem; }
.footer-credit { color: var(--ink); font-size: var(--small); }
.crumbs ol { display: flex; flex-wrap: wrap; font-size: var(--small); margin-block-end: .75rem; color: var(--ink-soft); }
.crumbs li + li::before { content: "/" / ""; margin-inline: .625rem; color: #7f9099; }
.crumbs a { display: inline-block; min-block-size: 1.5rem; }
.heading { display: grid; gap: .25rem; margin-block-end: 1.5rem; }
.finding { display: flex; flex-wrap: wrap; align-items: center; gap: .375rem .75rem; margin-block-start: .5rem; }
.panel { background: var(--paper); border: 1px solid var(--line); border-radius: var(--round); padding: 1.25rem; margin-block-end: var(--gap); min-inline-size: 0; }
.panel > h2 + p, .panel > p + .command { margin-block-start: .5rem; }
.panel-table { padding: 0; overflow: clip; }
.panel-table > h2, .panel-head { padding: 1.25rem 1.25rem 0; }
.panel-head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1.5rem; align-items: start; }
.empty { font-size: 1.0625rem; padding: 2rem 1.25rem; }
.how { font-size: var(--small); max-inline-size: 34rem; }
.how summary { cursor: pointer; color: var(--link); min-block-size: 1.5rem; }
.how ul { margin-block: .5rem .25rem; padding-inline-start: 1.125rem; list-style: disc; display: grid; gap: .25rem; color: var(--ink-soft); }
.cards { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: var(--gap); margin-block-end: var(--gap); }
.card { background: var(--paper); border: 1px solid var(--line); border-block-start: 4px solid var(--line); border-radius: var(--round); padding: .875rem 1.25rem 1rem; min-inline-size: 0; }
.card-origin { border-block-start-color: var(--origin); }
.card-destination { border-block-start-color: var(--destination); }
.card dt { font-size: var(--small); font-weight: 600; color: var(--ink-soft); }
.card-value { font-size: clamp(1.5rem, 1.1rem + 1.6vw, 2.125rem); font-weight: 700; line-height: 1.25; letter-spacing: -.02em; overflow-wrap: anywhere; }
.card-value .said-none { font-size: 1.125rem; letter-spacing: 0; }
.card-unit { font-size: 1rem; font-weight: 400; letter-spacing: 0; margin-inline-start: .375rem; }
.card-note { font-size: var(--small); color: var(--ink-soft); }
.review { display: grid; grid-template-columns: minmax(0, 1fr) 25rem; grid-template-rows: auto 1fr; column-gap: var(--gap); align-items: start; }
.selected { grid-row: span 2; }
.selected-over { display: block; font-size: var(--quick); font-weight: 600; color: var(--ink-soft); }
.trio { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .625rem; margin-block-start: .875rem; }
.trio > div { background: var(--ground); border-radius: .375rem; padding: .5rem .625rem; }
.trio dt { font-size: var(--quick); color: var(--ink-soft); overflow-wrap: anywhere; }
.trio dd { font-weight: 700; font-size: 1.1875rem; line-height: 1.3; }
.trio dd .said-none { font-size: var(--small); }
.trio .trio-note { font-size: var(--quick); }
.why { margin-block-start: 1rem; padding: .625rem .875rem; background: var(--violet-tint); border-inline-start: 4px solid var(--violet); font-size: .9375rem; }
.why h3 { margin-block: 0 .25rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: .875rem 1.5rem; margin-block-start: 1rem; }
.facts dt { font-size: var(--quick); color: var(--ink-soft); font-weight: 600; }
.facts dd { font-size: .9375rem; }
.clauses { display: grid; gap: .5rem; font-size: .9375rem; }
.clauses li { display: flex; gap: .75rem; }
.clause-number { flex: none; min-inline-size: 1.75rem; text-align: center; align-self: start; background: var(--ground); border-radius: .25rem; font-size: var(--quick); font-weight: 600; line-height: 1.625; }
.legend { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); gap: .75rem 1.5rem; margin-block-start: .875rem; font-size: .9375rem; }
.legend li { display: flex; gap: .5rem; align-items: start; }
.legend-mark { inline-size: .875rem; block-size: .875rem; flex: none; margin-block-start: .3125rem; }
.legend-meaning { display: block; font-size: var(--quick); color: var(--ink-soft); }
.feed-top { display: grid; grid-template-columns: minmax(17rem, 1fr) minmax(0, 2fr); gap: var(--gap); }
.feed-years { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1rem 2rem; align-items: start; margin-block-start: .75rem; }
.members { display: flex; flex-wrap: wrap; gap: .375rem; margin-block: .75rem; }
.member { display: inline-flex; align-items: center; gap: .375rem; padding: .125rem .5rem; border-radius: .3125rem; font-size: var(--quick); font-weight: 600; background: var(--origin-tint); color: #07485f; }
.member-out { background: transparent; color: var(--ink-soft); box-shadow: inset 0 0 0 1px #8a9aa2; }
.plain-page { max-inline-size: 42rem; margin: 1.5rem auto; padding: 2rem; display: grid; gap: 1rem; }
.command { background: var(--deep); color: #fff; border-radius: .375rem; padding: .875rem 1rem; overflow-x: auto; position: relative; font-size: .9375rem; }
.signing { display: grid; gap: .75rem; margin-block: 1rem; }
.signing input:not([type=hidden]) { font: inherit; min-block-size: 2.75rem; padding: .375rem .625rem; border: 1px solid #7f9099; border-radius: .375rem; inline-size: min(100%, 28rem); display: block; }
.act, .act-quiet { min-block-size: 2.75rem; padding-inline: 1.25rem; border-radius: .375rem; font: inherit; font-weight: 600; cursor: pointer; border: 1px solid var(--deep); background: var(--deep); color: #fff; }
.act-quiet { background: transparent; color: var(--deep); font-size: var(--small); padding-inline: .75rem; }
.act:disabled { opacity: .6; cursor: progress; }
`
