// SPDX-License-Identifier: Apache-2.0
import type { Submission } from '@corridor/sdk'
import { count } from '../output/words'

/** What is sent, in words: `48,930 rows in 1 message`, `300 rows of 3 datasets in 1 message, taken as a whole or not at all`. */
export function messagesWords(rows: number, messages: readonly Submission[]): string {
  const [first] = messages
  const what = rows === 0 ? '1 document' : count(rows, 'row')
  if (first?.contract.name !== 'bundle') return `${what} in ${count(messages.length, 'message')}`
  const { parts } = first.data as { readonly parts: readonly unknown[] }
  return `${what} of ${count(parts.length, 'dataset')} in 1 message, which is taken as a whole or not at all`
}
