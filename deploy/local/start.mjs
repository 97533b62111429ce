// SPDX-License-Identifier: Apache-2.0
// `npm start`: sets up what is not fresh, then runs the hub with everything that it needs on this machine.
//   npm start -- [--empty]
import { hubOptions } from './hub-options.mjs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { nodeObjection } from './node-version.mjs'
import { prepare, projectRoot } from './prepare.mjs'

const failed =
  nodeObjection(process.versions.node) ?? (await prepare({ say: (text) => console.log(text) }))
if (failed === undefined) runHub()
else {
  console.error(failed)
  process.exitCode = 1
}

function runHub() {
  const program = join(projectRoot, 'apps', 'hub', 'dist', 'main.js')
  const words = [...hubOptions, program, '--local', ...process.argv.slice(2)]
  // The channel closes when this process dies, a kill -9 included: so the hub knows (`disconnect`) that it is alone.
  const hub = spawn(process.execPath, words, {
    cwd: projectRoot,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  let forwarded = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (forwarded) return
      forwarded = true
      // A terminal gives Ctrl-C to the hub as well, which takes two for one.
      hub.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    })
  }
  hub.once('error', (error) => {
    console.error(`the hub could not be run: ${error.message}`)
    process.exitCode = 1
  })
  hub.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === 'SIGINT' ? 2 : 15)
  })
}
