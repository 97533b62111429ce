// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import { command, Refused } from '@corridor/platform'
import type { Edge } from './edge'

/** Asks access to do an act, which proves and decides; a refusal becomes the answer. */
export async function askAccess(edge: Edge, verb: string, body: object): Promise<unknown> {
  const outcome: Outcome<unknown> = await command(edge.bus, `access.command.${verb}.v1`, body)
  if (!outcome.ok) throw new Refused(outcome.refusal)
  return outcome.value
}
