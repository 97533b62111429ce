// SPDX-License-Identifier: Apache-2.0
import type { Command, Operand } from '../command'
import { load } from './load'

/** A file of terms. */
export const termsFile: Operand = {
  name: 'FILE',
  about: 'the terms as JSON; corridor contracts show agreement says where examples are',
}

const draft: Command = {
  name: 'agreements draft',
  about: 'write terms to begin from: totals only, small counts suppressed, the rest not agreed',
  examples: [
    ['corridor agreements draft BE,DK --contract migration-flow', 'writes BE-DK-2027.json'],
    [
      'corridor agreements draft BE,DK,SE --contract migration-flow --contract work-permits --from 2027-07-01',
      'three parties, two contracts',
    ],
  ],
  operands: [{ name: 'PARTIES', about: 'the parties, with commas: BE,DK' }],
  options: {
    contract: {
      type: 'string',
      many: true,
      value: 'CONTRACT',
      about: 'a statistical contract whose figures are shared; once for each',
    },
    from: { type: 'string', value: 'DAY', about: 'the first day; without it 1 January next year' },
    until: { type: 'string', value: 'DAY', about: 'the last day; without it, five years on' },
    out: { type: 'string', value: 'FILE', about: 'the file to write' },
  },
  notes: ['Nothing is sent. What more is agreed is written over it by hand.'],
  load: load.agreementsDraft,
}

const lint: Command = {
  name: 'agreements lint',
  about: 'tell all that is wrong with a draft, and what may not be meant',
  examples: [
    ['corridor agreements lint terms.json', 'errors, which stop a proposal, and notes'],
    ['corridor agreements lint terms.json --complete full.json', 'say that the rest is not agreed'],
    ['corridor agreements lint new.json --against old.json', 'and what differs, clause by clause'],
  ],
  operands: [termsFile],
  options: {
    complete: {
      type: 'string',
      value: 'FILE',
      about: 'write the draft with "not agreed" for all that it is silent on',
    },
    against: { type: 'string', value: 'FILE', about: 'another draft, to tell the differences' },
  },
  notes: ['Offices that clauses name are looked up in the register where there is a profile.'],
  load: load.agreementsLint,
}

const compare: Command = {
  name: 'agreements compare',
  about: 'tell two drafts apart, clause by clause: files, or what was proposed',
  examples: [
    ['corridor agreements compare BE-DK-2026@1 BE-DK-2026@2', 'the first proposal and the answer'],
    ['corridor agreements compare BE-DK-2026 mine.json', 'what is on the table, and a draft'],
    ['corridor agreements compare old.json new.json --json', 'two files, for programs'],
  ],
  operands: [
    { name: 'BEFORE', about: 'a file, or an agreement, @ and the number of a proposal' },
    { name: 'AFTER', about: 'the same; without a number the newest proposal' },
  ],
  load: load.agreementsCompare,
}

const simulate: Command = {
  name: 'agreements simulate',
  about: 'replay your own figures against a draft: what would have gone to whom',
  examples: [
    [
      'corridor agreements simulate terms.json --from 2024 --until 2025 --profile BE',
      'rows by clause, and why others would have stayed',
    ],
  ],
  operands: [termsFile],
  options: {
    from: { type: 'string', value: 'PERIOD', about: 'figures of this period and later' },
    until: { type: 'string', value: 'PERIOD', about: 'figures of this period and earlier' },
  },
  notes: ['Nothing is sent. Each party sees what it would have sent itself.'],
  load: load.agreementsSimulate,
}

/** The commands about terms that nobody has proposed yet, in the order of their use. */
export const draftCommands: readonly Command[] = [draft, lint, compare, simulate]
