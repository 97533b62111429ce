// SPDX-License-Identifier: Apache-2.0
import type { Command, Operand } from '../command'
import { load } from './load'

const id: Operand = { name: 'ID', about: 'the agreement: BE-DK-2026' }

const list: Command = {
  name: 'agreements list',
  about: 'list the agreements that you may see, and what each waits for',
  examples: [['corridor agreements list --profile BE', 'WAIT, OK or END for each']],
  load: load.agreementsList,
}

const show: Command = {
  name: 'agreements show',
  about: 'show the terms of an agreement in plain words',
  examples: [
    ['corridor agreements show BE-DK-2026', 'who gives what to whom, and who has signed'],
    ['corridor agreements show BE-DK-2026 --json', 'the terms as they are signed'],
  ],
  operands: [id],
  load: load.agreementsShow,
}

const propose: Command = {
  name: 'agreements propose',
  about: 'propose terms to the other party',
  examples: [
    [
      'corridor agreements propose terms.json --dry-run',
      'check the terms and read them in plain words',
    ],
    ['corridor agreements propose terms.json --profile BE', 'propose them'],
  ],
  operands: [{ name: 'FILE', about: 'the terms as JSON, after the contract agreement' }],
  options: { 'dry-run': { type: 'boolean', about: 'check and show the terms; send nothing' } },
  notes: ['Nothing is shared until both parties have signed: corridor agreements sign.'],
  load: load.agreementsPropose,
}

const sign: Command = {
  name: 'agreements sign',
  about: 'read the terms and sign them with your key',
  examples: [
    ['corridor agreements sign BE-DK-2026 --profile DK', 'shows the terms, then asks'],
    ['corridor agreements sign BE-DK-2026 --yes', 'signs without asking, for a script'],
  ],
  operands: [id],
  notes: ['When both parties have signed, figures go from one to the other as the terms say.'],
  load: load.agreementsSign,
}

const revoke: Command = {
  name: 'agreements revoke',
  about: 'end an agreement: as soon as delivery hears of it, nothing more is released',
  examples: [
    [
      'corridor agreements revoke BE-DK-2026 --reason "our law has changed"',
      "asks for the agreement's id, typed out",
    ],
    ['corridor agreements revoke BE-DK-2026 --reason "our law has changed" --yes', 'for a script'],
  ],
  operands: [id],
  options: { reason: { type: 'string', value: 'TEXT', about: 'why; the other party reads it' } },
  notes: ['Figures that were already received stay with the other party.'],
  load: load.agreementsRevoke,
}

const reportsList: Command = {
  name: 'reports list',
  about: 'list the reconciliation reports that you may see',
  examples: [['corridor reports list --profile BEDK', 'one line for each corridor']],
  load: load.reportsList,
}

const reportsShow: Command = {
  name: 'reports show',
  about: 'show what both sides say about the same moves, and the difference',
  examples: [
    ['corridor reports show BE-DK-2026 --profile BEDK', 'the newest report, verified'],
    ['corridor reports show BE-DK-2026 --outside', 'only what is outside tolerance'],
    [
      'corridor reports show BE-DK-2026 --version 2 --out report.json',
      'keep version 2, to be verified off line',
    ],
  ],
  operands: [id],
  options: {
    version: { type: 'string', value: 'N', about: 'an earlier version' },
    outside: { type: 'boolean', about: 'only figures that are outside tolerance' },
    out: { type: 'string', value: 'FILE', about: 'keep the sealed report in this file' },
  },
  load: load.reportsShow,
}

/** Commands about agreements, and about what they compare. */
export const agreementCommands: readonly Command[] = [
  list,
  show,
  propose,
  sign,
  revoke,
  reportsList,
  reportsShow,
]
