// SPDX-License-Identifier: Apache-2.0
import type { ClauseOf } from './terms'

const periods = { A: 'years', S: 'half-years', Q: 'quarters', M: 'months' }

/** A pipeline clause in plain words: the path, and what is expected of each stage. */
export function pipelineInWords(clause: ClauseOf<'pipeline'>): string {
  const { stages, stocks = [], origin, destination, levelPercent } = clause
  const path = stages.map(({ stage, from }) => `${stage} (${from})`).join(', ')
  const orders = stages.flatMap(({ stage, after, takeUp, lagPercent = [] }) =>
    after === undefined || takeUp === undefined
      ? []
      : [
          ` Of ${after}, ${String(takeUp.leastPercent)} to ${String(takeUp.mostPercent)} % become ${stage}, within ${String(lagPercent.length - 1)} ${periods[clause.frequency]}.`,
        ],
  )
  const left = stocks.map(({ leaves }) => ` Nobody is counted as ${leaves} who is not there.`)
  return `The stages of labour migration from ${origin} to ${destination} are held against each other: ${path}.${orders.join('')}${left.join('')} A stage outside its range is shown; of figures in order at most ${String(levelPercent)} % are.`
}
