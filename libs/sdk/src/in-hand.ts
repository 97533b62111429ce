// SPDX-License-Identifier: Apache-2.0
import type { JsMsg } from 'nats'

/** What the broker has handed over and nobody has looked at yet. */
export class InHand {
  private messages: JsMsg[] = []
  private arrived: () => void = () => undefined

  constructor(private readonly idleMs: number) {}

  add(message: JsMsg): void {
    this.messages.push(message)
    this.arrived()
  }

  /** The next one; undefined where nothing came for a while. */
  async next(closed: Promise<unknown>): Promise<JsMsg | undefined> {
    if (this.messages.length === 0) await this.news(closed)
    return this.messages.shift()
  }

  /** Whoever takes next has them at once, and not when the durable has waited. */
  giveBack(): void {
    for (const message of this.messages) message.nak()
    this.messages = []
  }

  private async news(closed: Promise<unknown>): Promise<void> {
    let idle: NodeJS.Timeout | undefined
    const come = new Promise<void>((resolve) => {
      this.arrived = resolve
      idle = setTimeout(resolve, this.idleMs)
    })
    const ended = await Promise.race([come, closed])
    clearTimeout(idle)
    if (ended instanceof Error) throw ended
  }
}
