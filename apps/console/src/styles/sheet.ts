// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { charts } from './charts'
import { foundation } from './foundation'
import { layout } from './layout'
import { review } from './review'
import { passkeyScript } from '../scripts/passkey'
import { tables } from './tables'

/** A file that the console serves under /assets, its name made of its content: it may be kept for ever. */
export interface Asset {
  readonly name: string
  readonly text: string
}

const iconText = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" rx="5" fill="#0d3a4a"/><path d="M8 20C9 12.5 13.5 9 20 9" fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/><circle cx="8" cy="20" r="4.5" fill="#6fc6e2"/><rect x="15.5" y="4.5" width="8.5" height="8.5" fill="#f5a65b"/></svg>`

/** The one sheet of every page: serve as text/css. */
export function stylesheet(): Asset {
  const text = smaller(foundation + layout + tables + review + charts)
  return { name: `console.${hashOf(text)}.css`, text }
}

/** The icon of every page: serve as image/svg+xml. */
export function icon(): Asset {
  return { name: `icon.${hashOf(iconText)}.svg`, text: iconText }
}

/** The script of the pages on which a passkey is asked for: serve as text/javascript. */
export function script(): Asset {
  return { name: `passkey.${hashOf(passkeyScript)}.js`, text: passkeyScript }
}

// The sheet holds no strings with runs of spaces and no comments, so spaces between tokens may go.
function smaller(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim()
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
