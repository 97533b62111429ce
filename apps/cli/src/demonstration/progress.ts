// SPDX-License-Identifier: Apache-2.0

/** A progress bar on a terminal; elsewhere one line a step. */
export class Progress {
  /** Written by `show` only. */
  private what = ''

  show(done: number, of: number, what: string): void {
    if (process.stdout.isTTY) {
      const filled = Math.round((20 * done) / of)
      process.stdout.write(
        `\r\u001b[K${what} ${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${String(done)} of ${String(of)}`,
      )
    } else if (what !== this.what) process.stdout.write(`${what} (${String(of)})\n`)
    this.what = what
  }

  end(): void {
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[K')
  }
}
