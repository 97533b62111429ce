// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '@corridor/contracts'
import { clean } from '../output/clean'
import { list } from '../output/words'
import type { EditionVerdict } from './judge-edition'

/** Who takes figures by a contract: names, or why they are not known. */
export type Subscribers =
  | { readonly known: true; readonly names: readonly string[] }
  | { readonly known: false; readonly why: string }

/** What the gate says, in words: whether a version may follow, why not, a document that shows it, and whom it would break. */
export function verdictText(verdict: EditionVerdict, subscribers: Subscribers | undefined): string {
  const { name, version, before, passes, findings, number } = verdict
  const what = `${clean(name, 60)} ${clean(version, 20)}`
  if (before === undefined) return `OK    ${what} is the first version.`
  if (passes) return `OK    ${what} may follow ${before}.`
  const lines = [
    `STOP  ${what} may not follow ${before}.`,
    ...findings.filter(fails).flatMap(findingLines),
    ...(number === undefined || number.accepted
      ? []
      : [
          `        Its number has to be ${number.least} or higher, because:`,
          ...number.reasons.map(({ at, why }) => `          ${clean(at, 80)}: ${clean(why, 200)}`),
        ]),
    ...(subscribers === undefined ? [] : [`        ${subscriberWords(name, subscribers)}`]),
  ]
  return lines.join('\n')
}

function fails({ verdict }: Finding): boolean {
  return verdict.compatible !== true
}

function findingLines({ version, direction, verdict }: Finding): readonly string[] {
  if (verdict.compatible === true) return []
  const words =
    direction === 'backward'
      ? `Who reads the new version cannot read all that follows ${version}:`
      : `Who reads ${version} cannot read all that follows the new version:`
  const reasons = verdict.reasons.map(
    ({ at, why }) => `          ${clean(at === '' ? 'the whole' : at, 80)}: ${clean(why, 300)}`,
  )
  if (verdict.compatible === 'unknown')
    return [`        ${words.replace(':', ', as far as can be decided:')}`, ...reasons]
  const example = clean(JSON.stringify(verdict.counterexample), 400)
  return [`        ${words}`, ...reasons, `          For example: ${example}`]
}

function subscriberWords(name: string, subscribers: Subscribers): string {
  if (!subscribers.known) return `Subscribers of ${clean(name, 60)}: ${subscribers.why}`
  return subscribers.names.length === 0
    ? `Nobody takes figures by ${clean(name, 60)} yet.`
    : `It would break: ${list(subscribers.names.map((one) => clean(one, 40)))}.`
}
