// SPDX-License-Identifier: Apache-2.0
import { rmSync } from 'node:fs'

/** Ends what the setup started. */
export default async function tearDown(): Promise<void> {
  const ground = globalThis.corridorGround
  if (ground === undefined) return
  await ground.postgres.stop()
  rmSync(ground.folder, { recursive: true, force: true })
}
