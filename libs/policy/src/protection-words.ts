// SPDX-License-Identifier: Apache-2.0
import type { ClauseOf } from './terms'

type Suppression = Extract<ClauseOf<'protect'>['rule'], { readonly method: 'suppression' }>

/** How a protect clause protects, in plain words. */
export function protectionInWords({ rule, from, contracts }: ClauseOf<'protect'>): string {
  const where = [
    ...(from === undefined ? [] : [`of ${from.join(', ')}`]),
    ...(contracts === undefined ? [] : [`by ${contracts.join(', ')}`]),
  ].join(' ')
  const of = where === '' ? '' : ` ${where}`
  switch (rule.method) {
    case 'published-figures-no-protection':
      return `The figures${of} are published ones: they are handed over without further protection.`
    case 'suppression':
      return [
        `Counts${of} from ${rule.zeros ? '0' : '1'} to ${String(rule.threshold)} are suppressed, and others with them so that none can be computed back.`,
        ...(rule.groups === undefined ? [] : ['Some groups have a threshold of their own.']),
        ...contributorsInWords(rule),
      ].join(' ')
    case 'random-rounding':
      return `Counts${of} are rounded up or down to a multiple of ${String(rule.base)}.`
    case 'cell-key':
      return `Counts${of} are changed by at most ${String(rule.maximumNoise)}, by the sender's cell keys.`
  }
}

function contributorsInWords({ dominance, estimatePercent }: Suppression): readonly string[] {
  const said = [
    ...(dominance === undefined
      ? []
      : [
          `So are figures of which ${String(dominance.contributors)} contributors have more than ${String(dominance.percent)} %.`,
        ]),
    ...(estimatePercent === undefined
      ? []
      : [
          `So are figures from which one contributor could estimate another to within ${String(estimatePercent)} %.`,
        ]),
  ]
  return said.length === 0 ? [] : [...said, 'So are those of one or two contributors.']
}
