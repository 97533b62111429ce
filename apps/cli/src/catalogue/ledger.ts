// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../command'
import { load } from './load'

const ledger: Command = {
  name: 'ledger',
  about: 'see what of your own figures went to whom, when, under which clause, in what form',
  examples: [
    ['corridor ledger --profile BE', 'the newest releases'],
    ['corridor ledger --recipient DK --from 2026-01-01', 'what Denmark was given this year'],
    ['corridor ledger --submission flow-2026-11 --json', 'of one message, for programs'],
  ],
  options: {
    recipient: { type: 'string', value: 'PARTICIPANT', about: 'to one recipient' },
    contract: { type: 'string', value: 'NAME', about: 'by one contract' },
    agreement: { type: 'string', value: 'ID', about: 'under one agreement' },
    submission: { type: 'string', value: 'ID', about: 'of one message, by your own id' },
    dataset: { type: 'string', value: 'POSITION', about: 'of one dataset' },
    from: { type: 'string', value: 'INSTANT', about: 'released then or later' },
    until: { type: 'string', value: 'INSTANT', about: 'released before' },
    limit: { type: 'string', value: 'NUMBER', about: 'releases at most, 100 if left out' },
  },
  load: load.ledger,
}

const audit: Command = {
  name: 'ledger audit',
  about: 'look for deliveries that the ledger does not have, and for rows that no clause granted',
  examples: [
    ['corridor ledger audit --profile BE', 'of your own figures'],
    ['corridor ledger audit --profile OPERATOR', 'of all figures'],
  ],
  notes: [
    'Looks at every statement in the outbox and in the streams of the recipients; the agreements are folded from their acts.',
    'What was deleted under a clause is audited by its line only: its rows cannot be looked at any more.',
  ],
  load: load.ledgerAudit,
}

const explain: Command = {
  name: 'explain',
  about:
    'see which rows of your message may leave for a recipient under which clause, and which stay and why',
  examples: [
    ['corridor explain flow-2026-11 --to DK --profile BE', 'as of the release'],
    ['corridor explain flow-2026-11 --to DK --at 2026-06-01T00:00:00Z', 'as of an instant'],
  ],
  operands: [{ name: 'ID', about: 'your id of the message' }],
  options: {
    to: { type: 'string', value: 'PARTICIPANT', about: 'for whom' },
    at: { type: 'string', value: 'INSTANT', about: 'as the agreements stood then' },
  },
  load: load.explain,
}

const erase: Command = {
  name: 'erase',
  about: 'have one of your messages deleted for ever; its receipt and digest stay',
  examples: [
    ['corridor erase flow-2026-11 --reason "the law asks for it"', 'as its sender’s signatory'],
    [
      'corridor erase flow-2026-11 --agreement BE-DK-2026 --clause 5 --reason "thirty days"',
      'under a clause',
    ],
    [
      'corridor erase flow-2026-11 --of BE --reference C-17/26 --reason order --profile OPERATOR',
      'the order of a competent authority',
    ],
  ],
  operands: [{ name: 'ID', about: 'your id of the message' }],
  options: {
    reason: { type: 'string', value: 'TEXT', about: 'why, for the record' },
    agreement: { type: 'string', value: 'ID', about: 'the agreement of the clause' },
    clause: { type: 'string', value: 'ID', about: 'the clause under which it is deleted' },
    reference: { type: 'string', value: 'TEXT', about: 'of the order; the operator names it' },
    of: { type: 'string', value: 'PARTICIPANT', about: 'whose message, as the operator' },
  },
  notes: [
    'Its data key is destroyed; what was handed over, compared and added up of it goes too, and each recipient is told.',
    'Asks to type the id, unless --yes is given. Nobody can take it back.',
  ],
  load: load.erase,
}

const erasures: Command = {
  name: 'erasures list',
  about: 'see which messages were deleted, when and under what',
  examples: [['corridor erasures list --profile BE', 'yours; as the operator those of all']],
  load: load.erasuresList,
}

/** Commands about what became of one's own figures. */
export const ledgerCommands: readonly Command[] = [ledger, audit, explain, erase, erasures]
