// SPDX-License-Identifier: Apache-2.0

/** Participants that are left alone for a while, so that others go on. */
export class AtRest {
  /** Until when, in milliseconds. Written by `rest`; what is over is forgotten by `names`. */
  private readonly until = new Map<string, number>()

  rest(participants: readonly string[], ms: number): void {
    for (const one of participants) this.until.set(one, Date.now() + ms)
  }

  has(participant: string): boolean {
    return this.until.has(participant)
  }

  /** Those that rest now. */
  names(): readonly string[] {
    const now = Date.now()
    for (const [participant, until] of this.until) if (until <= now) this.until.delete(participant)
    return [...this.until.keys()]
  }
}
