// SPDX-License-Identifier: Apache-2.0
import type { CaseAct, ReportAct } from '@corridor/sdk'
import type { Command, Operand, Option, Options } from '../command'
import { load } from './load'

const caseId: Operand = { name: 'CASE', about: 'the case: BE-DK-2026.2016.1' }
const agreement: Operand = { name: 'AGREEMENT', about: 'the agreement: BE-DK-2026' }
const period: Operand = { name: 'PERIOD', about: 'the period: 2016' }

const figure = {
  type: 'string',
  value: 'KEY',
  about: 'which figure, where there are more than one',
} as const
const reason = { type: 'string', value: 'TEXT', about: 'why; the other side reads it' } as const
const answered = {
  type: 'string',
  value: 'N',
  about: 'the version of the case that you have read',
} as const
const cause: Option = {
  type: 'string',
  value: 'CODE',
  many: true,
  about:
    'a cause of CL_CAUSE, with its persons, as the difference counts them (origin less destination): TIMING=-120; what is left is not yet explained',
}
const offer: Options = {
  figure,
  value: { type: 'string', value: 'PERSONS', about: 'the figure that both would stand behind' },
  reason,
  cause,
  adjustment: {
    ...{ type: 'string', value: 'KIND' },
    about: 'how often it is to be expected: systematic, known-specific, irregular',
  },
  until: {
    type: 'string',
    value: 'PERIOD',
    about: 'the last period for which the adjustment holds',
  },
  version: answered,
}

const list: Command = {
  name: 'cases list',
  about: 'list the differences that somebody has to answer for, those due first',
  examples: [['corridor cases list BE-DK-2026', 'where each stands, and until when']],
  operands: [{ ...agreement, optional: true }],
  load: load.casesList,
}

const show: Command = {
  name: 'cases show',
  about: 'show a case: both figures, what is on the table, answers and comments',
  examples: [['corridor cases show BE-DK-2026.2016.1', 'with the names of its figures']],
  operands: [caseId],
  load: load.casesShow,
}

const acts: readonly Command[] = [
  actOf('comment', 'say something to both sides, or to your own office only', {
    words: '--text "the register was moved in May"',
    options: {
      text: { type: 'string', value: 'TEXT', about: 'both sides will see this' },
      office: { type: 'boolean', about: 'only your office sees it' },
      corrects: { type: 'string', value: 'N', about: 'an own comment that it corrects' },
    },
  }),
  actOf('propose', 'propose a figure that both sides can stand behind', {
    words: '--value 11180 --reason "late registrations" --cause TIMING=120',
    options: offer,
  }),
  actOf('counter', "answer the other side's proposal by another one", {
    words: '--value 11100 --reason "counted again"',
    options: offer,
  }),
  actOf('agree', "agree to what is on the table, which is the other side's", {
    words: '',
    options: { figure, version: answered },
  }),
  actOf('differ', 'propose that both figures stand, with their cause', {
    words: '--cause DEF_DURATION --reason "three months against twelve"',
    options: { figure, reason, cause, version: answered },
  }),
  actOf('explain', 'answer for your own side how its figures came to be', {
    words: '--text "registered in January" --cause TIMING',
    options: {
      text: { type: 'string', value: 'TEXT', about: 'both sides will see this' },
      cause,
      version: answered,
    },
  }),
  actOf('close', 'say that a case is not material; it is closed when every side says so', {
    words: '--reason "a handful of people"',
    options: { reason, version: answered },
  }),
]

function actOf(
  act: CaseAct['act'],
  about: string,
  { words, options }: { readonly words: string; readonly options: Options },
): Command {
  const line = `corridor cases ${act} BE-DK-2026.2016.1 ${words}`.trim()
  return {
    name: `cases ${act}`,
    about,
    examples: [[line, about.split(/[:;,]/)[0] ?? about]],
    operands: [caseId],
    options,
    load: load.casesAct(act),
  }
}

const version = {
  type: 'string',
  value: 'N',
  about: 'this version; the newest without it',
} as const

const review: Command = {
  name: 'reports review',
  about: 'show where the review of a report stands, and what there is to sign',
  examples: [
    ['corridor reports review BE-DK-2026 2016', 'what is settled, and who has signed'],
    [
      'corridor reports review BE-DK-2026 2016 --out signed.json',
      'keep the report that all have signed',
    ],
  ],
  operands: [agreement, period],
  options: {
    version,
    out: {
      type: 'string',
      value: 'FILE',
      about: 'keep the signed report, to be verified off line',
    },
  },
  load: load.reportsReview,
}

const sign: Command = {
  name: 'reports sign',
  about: 'read what was settled and sign it for your participant',
  examples: [
    ['corridor reports sign BE-DK-2026 2016 --profile DK', 'shows it, then asks'],
    ['corridor reports sign BE-DK-2026 2016 --yes', 'signs without asking, for a script'],
  ],
  operands: [agreement, period],
  notes: ['Whoever proposed last for your side does not sign as well.'],
  load: load.reportsAct('sign'),
}

const others: readonly Command[] = [
  signatory('withdraw', 'take your signature back before the other side signs', {}),
  signatory('return', 'send a report back for more work; signatures on it are void', {
    figure: { ...figure, many: true, about: 'open this figure again; all without it' },
  }),
  signatory('renew', 'ask for a new version of what all have signed; it begins when all ask', {}),
]

function signatory(act: ReportAct['act'], about: string, options: Options): Command {
  return {
    name: `reports ${act}`,
    about,
    examples: [
      [
        `corridor reports ${act} BE-DK-2026 2016 --reason "one more look"`,
        about.split(/[;]/)[0] ?? about,
      ],
    ],
    operands: [agreement, period],
    options: { reason, ...options },
    load: load.reportsAct(act),
  }
}

/** Commands about cases and the review of reports. */
export const reviewCommands: readonly Command[] = [list, show, ...acts, review, sign, ...others]
