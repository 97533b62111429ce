// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../command'
import { load } from './load'

const run: Command = {
  name: 'rounds run',
  about: 'have all comparisons made once more, as the operator',
  examples: [
    ['corridor rounds run --profile OPERATOR', 'of every agreement in force'],
    ['corridor rounds run BE-DK-2026 --profile OPERATOR', 'of one'],
  ],
  operands: [{ name: 'ID', about: 'an agreement: BE-DK-2026', optional: true }],
  notes: ['What was compared otherwise before is compared anew. No figure is shown.'],
  load: load.runRound,
}

const show: Command = {
  name: 'rounds show',
  about: 'show, as the operator, what came of the last full rounds',
  examples: [['corridor rounds show --profile OPERATOR', 'how many pairs, and whether all agreed']],
  load: load.showRounds,
}

/** What an operator does about comparisons. */
export const roundCommands: readonly Command[] = [run, show]
