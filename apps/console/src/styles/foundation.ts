// SPDX-License-Identifier: Apache-2.0

/** Tokens, type, focus, and what is hidden from the eye but not from a screen reader. */
export const foundation = `
:root {
  color-scheme: light;
  --ink: #12222b; --ink-soft: #46575f; --line: #d5dde1; --line-soft: #e6ebee;
  --ground: #f3f6f7; --paper: #fff; --deep: #0d3a4a; --link: #0a5675;
  --origin: #0b6e8f; --origin-tint: #e3f1f6; --destination: #b4560a; --destination-tint: #fdf0e2;
  --band: #dfe6e9; --chosen: #e4f1f6; --beyond: #8f3d06; --violet: #5b3f8c; --violet-tint: #eeeaf7;
  --notice: #fdf1c7; --focus: #ffb81c; --focus-edge: #12222b;
  --gap: 1rem; --round: .625rem; --quick: .8125rem; --small: .875rem;
  font: 100%/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: var(--ground); font-variant-numeric: tabular-nums; min-block-size: 100vh; display: flex; flex-direction: column; }
h1, h2, h3, p, dl, dd, ul, ol, pre { margin: 0; padding: 0; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.3vw, 2rem); line-height: 1.2; letter-spacing: -.015em; overflow-wrap: anywhere; text-wrap: balance; }
h2 { font-size: 1.125rem; line-height: 1.3; }
h3 { font-size: .9375rem; line-height: 1.3; margin-block: 1.5rem .5rem; }
ul, ol { list-style: none; }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus-edge), 0 0 0 6px var(--focus-edge); border-radius: 2px; }
main:focus { outline: none; box-shadow: none; }
.hidden-text { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -6rem; z-index: 2; padding: .75rem 1rem; background: var(--paper); color: var(--ink); font-weight: 600; }
.skip:focus { inset-block-start: .5rem; }
.under { color: var(--ink-soft); font-size: .9375rem; }
.lead { font-size: 1.125rem; max-inline-size: 46rem; margin-block-start: .375rem; }
.said-none { color: var(--ink-soft); font-style: italic; font-weight: 400; }
.beyond { color: var(--beyond); font-weight: 700; }
.arrow { color: var(--ink-soft); font-weight: 400; }
.mark { inline-size: .6875rem; block-size: .6875rem; margin-inline-end: .25rem; vertical-align: -.03em; flex: none; }
.mark-origin { fill: var(--origin); }
.mark-destination { fill: var(--destination); }
.tag { display: inline-flex; align-items: center; gap: .375rem; padding: .125rem .5rem .125rem .4375rem; border-radius: .3125rem; font-size: var(--quick); font-weight: 600; line-height: 1.45; white-space: nowrap; background: #e9eef0; color: #2d3f48; }
.tag-shape { inline-size: .75rem; block-size: .75rem; flex: none; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.tag-outside { background: #fbe3cd; color: #7c3505; }
.tag-outside .tag-shape { fill: currentColor; }
.tag-not-comparable { background: var(--violet-tint); color: #4a3178; }
.tag-one-sided { background: transparent; color: #2d3f48; box-shadow: inset 0 0 0 1px #8a9aa2; }
.tag-one-sided .tag-shape { fill: currentColor; fill-rule: evenodd; }
.tag-proposed, .tag-signed, .tag-suspended { background: #fdf1c7; color: #5c4300; }
.tag-in-force, .tag-provisional { background: var(--origin-tint); color: #07485f; }
.tag-revoked, .tag-ended, .tag-nothing { background: transparent; color: #2d3f48; box-shadow: inset 0 0 0 1px #8a9aa2; }
`
