// SPDX-License-Identifier: Apache-2.0
import type { JsMsg } from 'nats'

/** What the broker has handed over and nobody has looked at yet. */
export class InHand {
  private messages: JsMsg[] = []
  private arrived: () => void = () => undefined
  /** How the broker's side ended. Written once, when it does. */
  private ended: { readonly error: Error | undefined } | undefined

  constructor(private readonly idleMs: number) {}

  add(message: JsMsg): void {
    this.messages.push(message)
    this.arrived()
  }

  /** Nothing more comes from the broker. */
  end(error: unknown): void {
    this.ended = { error: error instanceof Error ? error : undefined }
    this.arrived()
  }

  isEmpty(): boolean {
    return this.messages.length === 0
  }

  /** The next one; undefined where nothing came for a while. */
  async next(): Promise<JsMsg | undefined> {
    if (this.messages.length === 0 && this.ended === undefined) await this.news()
    const message = this.messages.shift()
    if (message === undefined && this.ended?.error !== undefined) throw this.ended.error
    return message
  }

  /** Whoever takes next has them at once, and not when the durable has waited. */
  giveBack(): void {
    for (const message of this.messages) message.nak()
    this.messages = []
  }

  private async news(): Promise<void> {
    let idle: NodeJS.Timeout | undefined
    await new Promise<void>((resolve) => {
      this.arrived = resolve
      idle = setTimeout(resolve, this.idleMs)
    })
    clearTimeout(idle)
  }
}
