#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Starts what `npm run build` made. Plain enough for an old Node to read, so that it can say that it is too old.
'use strict'

const { existsSync } = require('node:fs')
const { join } = require('node:path')

const main = join(__dirname, '..', 'dist', 'main.js')
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  stop('corridor needs Node 20.19 or newer, and this is ' + process.versions.node + '.')
} else if (!existsSync(main)) {
  stop('corridor is not built yet: run `npm run build` in the folder of the project first.')
} else {
  require(main)
}

function stop(sentence) {
  process.stderr.write('STOP  ' + sentence + '\n')
  process.exitCode = 1
}
