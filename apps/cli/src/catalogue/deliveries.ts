// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../command'
import { load } from './load'

const receive: Command = {
  name: 'receive',
  about:
    'ask the hub once more for deliveries: from a number, since an instant, or what is missing',
  examples: [
    ['corridor receive --profile DK', 'whatever is missing, and all after it'],
    [
      'corridor receive --from 12 --out inbox',
      'deliveries 12 and later; figures go to inbox/ as CSV',
    ],
    ['corridor receive --since 2026-11-01T00:00:00Z', 'those made since then'],
    ['corridor receive --from 1 --stream', 'into the stream, for whoever takes it there'],
  ],
  options: {
    from: { type: 'string', value: 'NUMBER', about: 'the first delivery' },
    since: { type: 'string', value: 'INSTANT', about: 'in UTC' },
    out: { type: 'string', value: 'FOLDER', about: 'write delivered figures there as CSV' },
    stream: { type: 'boolean', about: 'have them sent through the stream again' },
  },
  notes: ['The hub decides anew: what no agreement grants today is not handed over again.'],
  load: load.receive,
}

/** Commands about what was handed over. */
export const deliveryCommands: readonly Command[] = [receive]
