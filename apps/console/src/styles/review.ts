// SPDX-License-Identifier: Apache-2.0

/** Cases, reports and the forms on which people act on them. */
export const review = `
.plain { display: grid; gap: .25rem; margin-block: .5rem; }
.plain a { display: inline-block; min-block-size: 1.5rem; }
.filter { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; }
.filter p { display: grid; gap: .125rem; }
.filter label { font-size: var(--quick); font-weight: 600; color: var(--ink-soft); }
.filter select, .act-form select, .act-form input:not([type=radio], [type=checkbox]), .act-form textarea { font: inherit; color: var(--ink); background: var(--paper); min-block-size: 2.75rem; max-inline-size: 100%; padding: .375rem .625rem; border: 1px solid #7f9099; border-radius: .375rem; }
.more, .panel-foot { padding: .75rem 1.25rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: var(--gap); margin-block-end: var(--gap); }
.sides h3 { margin-block: 0 .375rem; font-size: 1.0625rem; }
.said-text { overflow-wrap: anywhere; white-space: pre-line; }
.causes { display: grid; gap: .25rem; }
.proposal { margin-block-start: .75rem; padding: .625rem .875rem; background: var(--ground); border-inline-start: 4px solid var(--deep); border-radius: .25rem; display: grid; gap: .25rem; overflow-wrap: anywhere; }
.proposal h3, .panel > .suggested:only-child h3 { margin: 0; }
.suggested { margin-block-start: .75rem; }
.proposal-value { font-size: 1.375rem; font-weight: 700; }
.talk { display: grid; gap: .625rem; margin-block-start: .625rem; }
.talk-one { padding: .5rem .875rem; background: var(--ground); border-inline-start: 4px solid var(--line); border-radius: .25rem; }
.talk-origin { border-inline-start-color: var(--origin); }
.talk-destination { border-inline-start-color: var(--destination); }
.steps { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); margin-block: 0 1.25rem; }
.step { position: relative; display: grid; gap: .25rem; padding-inline-end: .5rem; font-size: var(--small); color: var(--ink-soft); }
.step + .step::before { content: ""; position: absolute; inset-block-start: .5rem; inset-inline: calc(-100% + 1.25rem) 100%; margin-inline-end: .25rem; border-block-start: 2px solid var(--line); }
.step-done + .step::before { border-block-start-color: var(--deep); }
.step-now { color: var(--ink); font-weight: 700; }
.step-shape { inline-size: 1rem; block-size: 1rem; fill: var(--paper); stroke: #7f9099; stroke-width: 2; }
.step-done .step-shape, .step-now .step-shape { stroke: var(--deep); }
.step-shape path { fill: none; }
.step-shape .step-dot { fill: var(--deep); stroke: none; }
.four { grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr)); padding-inline: 1.25rem; margin-block-end: .875rem; }
.estimate { display: block; white-space: nowrap; }
.act-form, .act-form fieldset, .act-form .field { grid-template-columns: minmax(0, 1fr); }
.act-form { display: grid; gap: 1rem; margin-block: 1rem; max-inline-size: 46rem; }
.act-form label, .act-form legend { font-weight: 600; }
.act-form fieldset { border: 1px solid var(--line); border-radius: .375rem; padding: .625rem .875rem .875rem; margin: 0; display: grid; gap: .5rem; min-inline-size: 0; }
.act-form .field { display: grid; gap: .25rem; }
.act-form textarea { inline-size: 100%; min-block-size: 7rem; resize: vertical; }
.act-form .pick { display: flex; gap: .5rem; align-items: start; min-block-size: 1.5rem; font-weight: 400; }
.act-form .pick input { inline-size: 1.25rem; block-size: 1.25rem; flex: none; margin-block-start: .125rem; }
.cause-row { display: flex; flex-wrap: wrap; gap: .5rem 1rem; }
.cause-row > .field { flex: 1 1 12rem; min-inline-size: 0; }
.not-right { color: var(--beyond); font-weight: 600; }
.act-form [aria-invalid=true] { border: 2px solid var(--beyond); }
.buttons { display: flex; flex-wrap: wrap; gap: .625rem; }
@media screen and (max-width: 48rem) {
  .steps { grid-auto-flow: row; gap: .375rem; }
  .step { grid-template-columns: auto 1fr; align-items: center; gap: .5rem; }
  .step + .step::before { content: none; }
  .more, .panel-foot { padding-inline: 1rem; }
  .four { padding-inline: 1rem; }
}
`
