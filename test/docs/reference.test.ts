// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process'
import path from 'node:path'

describe('the reference', () => {
  it('says what contracts, settings, code and commands say', () => {
    const generator = path.resolve(__dirname, '../../docs/generate/main.mjs')
    const run = spawnSync(process.execPath, [generator, '--check'], { encoding: 'utf8' })
    expect([run.status, run.stderr]).toEqual([0, ''])
  })
})
