// SPDX-License-Identifier: Apache-2.0
import type { OwnAct } from '@corridor/sdk'
import type { Command, Operand } from '../command'
import { draftCommands, termsFile } from './drafts'
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
    [
      'corridor agreements propose other-terms.json --counter',
      'answer the terms on the table by these',
    ],
  ],
  operands: [termsFile],
  options: {
    'dry-run': { type: 'boolean', about: 'check and show the terms; send nothing' },
    counter: {
      type: 'boolean',
      about: 'answer what is on the table; whoever has signed it signs anew',
    },
  },
  notes: ['Nothing is shared until all parties have signed: corridor agreements sign.'],
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
  notes: ['When all parties have signed, figures go from one to the other as the terms say.'],
  load: load.agreementsSign,
}

const history: Command = {
  name: 'agreements history',
  about: 'show what has happened to an agreement: by whom, why, and signed with what',
  examples: [
    ['corridor agreements history BE-DK-2026', 'each act'],
    ['corridor agreements history BE-DK-2026 --json', 'with what was signed'],
    [
      'corridor agreements history BE-DK-2026 --proofs signed',
      'a file for each signed act, which corridor verify proves off line',
    ],
  ],
  operands: [id],
  options: { proofs: { type: 'string', value: 'FOLDER', about: 'where to keep the signed acts' } },
  load: load.agreementsHistory,
}

const reason = { type: 'string', value: 'TEXT', about: 'why; the other parties read it' } as const
const clauses = { type: 'string', value: 'IDS', about: 'clauses that are left out: 3,4' } as const
const who: Operand = { name: 'PARTICIPANT', about: 'who asks to join: SE' }

const acts: readonly Command[] = [
  actOf('decline', 'say no to terms that not all have signed', { reason }),
  actOf('reserve', 'leave out clauses, before signing, among three or more parties', { clauses }),
  actOf('notify', 'give notice that your own procedures for the entry into force are complete', {}),
  actOf(
    'suspend',
    'stop an agreement until you resume it: from the answer on, nothing more leaves',
    { reason },
  ),
  actOf('resume', 'go on with an agreement that you have suspended', {}),
  actOf('terminate', 'end an agreement between two: from the answer on, nothing more leaves', {
    reason,
  }),
  actOf('withdraw', 'leave an agreement of three or more, which goes on without you', { reason }),
  actOf('accede', 'ask to join an agreement that is open, under its terms', { clauses }),
  actOf('consent', 'let somebody join', {}),
  actOf('refuse', 'let somebody not join', { reason }),
]

function actOf(
  act: OwnAct['act'],
  about: string,
  options: NonNullable<Command['options']>,
): Command {
  const aboutAnother = act === 'consent' || act === 'refuse'
  const named = `corridor agreements ${act} BE-DK-2026${aboutAnother ? ' SE' : ''}`
  const words = [
    ...('reason' in options ? ['--reason "our law has changed"'] : []),
    ...('clauses' in options ? ['--clauses 3,4'] : []),
  ]
  return {
    name: `agreements ${act}`,
    about,
    examples: [[[named, ...words].join(' '), about.split(':')[0] ?? about]],
    operands: aboutAnother ? [id, who] : [id],
    options,
    load: load.agreementsAct(act),
  }
}

const reportsList: Command = {
  name: 'reports list',
  about: 'list the reconciliation reports that you may see',
  examples: [['corridor reports list --profile BEDK', 'one line for each corridor and period']],
  load: load.reportsList,
}

const reportsShow: Command = {
  name: 'reports show',
  about: 'show what both sides say about the same moves, and the difference',
  examples: [
    [
      'corridor reports show BE-DK-2026 --profile BEDK',
      'the newest report of each period, verified',
    ],
    ['corridor reports show BE-DK-2026 --outside', 'only what is outside tolerance'],
    [
      'corridor reports show BE-DK-2026 --period 2016 --version 2 --out report.json',
      'keep version 2 of 2016, to be verified off line',
    ],
  ],
  operands: [id],
  options: {
    period: { type: 'string', value: 'P', about: 'of this period alone, such as 2016 or 2016-Q2' },
    version: { type: 'string', value: 'N', about: 'an earlier version' },
    outside: { type: 'boolean', about: 'only figures that are outside tolerance' },
    out: { type: 'string', value: 'FILE', about: 'keep the sealed report in this file' },
  },
  load: load.reportsShow,
}

const reportsStages: Command = {
  name: 'reports stages',
  about: 'show the stages of labour migration, each held against the stages before it',
  examples: [
    ['corridor reports stages NP-QA-2026 --profile NP', 'all that was looked at'],
    ['corridor reports stages NP-QA-2026 --outside', 'only stages outside their range'],
  ],
  operands: [id],
  options: {
    outside: { type: 'boolean', about: 'only stages that are outside their range' },
  },
  notes: [
    'Stages are never set equal: a permit is no entry. What a clause says of lag and take-up makes the range.',
  ],
  load: load.reportsStages,
}

const reportsLearn: Command = {
  name: 'reports learn',
  about: 'the operator has expectations learnt now, as the schedule would later',
  examples: [['corridor reports learn --profile OPERATOR', 'a new version for each contract']],
  notes: [
    'A new version judges nothing anew by itself: comparisons made from then on use it, and say so.',
  ],
  load: load.learnExpectations,
}

const reportsAgain: Command = {
  name: 'reports again',
  about: 'the operator has figures compared again, by what was learnt last',
  examples: [
    ['corridor reports again BE-DK-2026 --profile OPERATOR', 'all periods'],
    ['corridor reports again BE-DK-2026 --period 2016', 'one period'],
  ],
  operands: [id],
  options: { period: { type: 'string', value: 'P', about: 'of this period alone' } },
  load: load.compareAgain,
}

const reportsDue: Command = {
  name: 'reports due',
  about: 'list what is due, late and missing by the timetables of agreements',
  examples: [
    ['corridor reports due --profile BE', 'what is not in time'],
    ['corridor reports due --all --json', 'with what came in time, for a script'],
  ],
  options: { all: { type: 'boolean', about: 'with reports that came in time' } },
  notes: [
    'Who is behind under a clause of reciprocity receives nothing in return until it has reported.',
  ],
  load: load.reportsDue,
}

/** Commands about agreements, and about what they compare. */
export const agreementCommands: readonly Command[] = [
  list,
  show,
  ...draftCommands,
  propose,
  sign,
  history,
  ...acts,
  reportsList,
  reportsShow,
  reportsStages,
  reportsLearn,
  reportsAgain,
  reportsDue,
]
