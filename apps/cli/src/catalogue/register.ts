// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../command'
import { load } from './load'

const invite: Command = {
  name: 'participants invite',
  about: 'register a participant as the operator, and get its one-time code',
  examples: [
    [
      'corridor participants invite BE --name Belgium --profile OPERATOR',
      'a state; its office enrols with the code',
    ],
    [
      'corridor participants invite BEDK --kind committee --name "Belgium and Denmark" --members BE,DK',
      'a committee of two states',
    ],
    [
      'corridor participants invite BE --name Belgium --role approver',
      'a second person of the office, who approves what the first publishes',
    ],
    [
      'corridor participants invite BE --name Belgium --role signatory --role reviewer --office LABOUR --holder "A. Jansen"',
      'an official of another office, who signs agreements and settles comparisons',
    ],
  ],
  operands: [{ name: 'ID', about: 'two to sixteen of A-Z and 0-9' }],
  options: {
    kind: {
      type: 'string',
      value: 'KIND',
      about: 'state (without it), committee, secretariat or partner',
    },
    name: { type: 'string', value: 'NAME', about: 'its name as people read it' },
    role: {
      type: 'string',
      value: 'ROLE',
      many: true,
      about:
        'publisher, approver, reviewer, signatory, observer; several may be given. Without it, a first key: publisher, reviewer and signatory',
    },
    office: { type: 'string', value: 'CODE', about: 'the only office that the code will serve' },
    holder: { type: 'string', value: 'NAME', about: 'the official who is invited' },
    members: { type: 'string', value: 'IDS', about: 'of a committee or secretariat: its states' },
  },
  notes: ['Asked again before anybody has enrolled, it gives a new code; the old one ends.'],
  load: load.participantsInvite,
}

const list: Command = {
  name: 'participants list',
  about: 'show who is registered at the hub',
  examples: [['corridor participants list --profile BE', 'ids, kinds and names']],
  load: load.participantsList,
}

const show: Command = {
  name: 'participants show',
  about: 'show offices, keys with their roles, and open codes of a participant',
  examples: [
    ['corridor participants show --profile BE', 'of your own participant'],
    ['corridor participants show DK --profile OPERATOR', 'of any, as the operator'],
  ],
  operands: [{ name: 'ID', about: 'the participant; your own without it', optional: true }],
  load: load.participantsShow,
}

/** Commands about the register: who is there, and whose keys may do what. */
export const registerCommands: readonly Command[] = [list, show, invite]
