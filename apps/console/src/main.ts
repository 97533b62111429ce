// SPDX-License-Identifier: Apache-2.0
import 'reflect-metadata'
import { environmentOf, settingsOrExit, untilSignal } from '@corridor/platform'
import { startConsole } from './index'

void untilSignal('console', async () => {
  const settings = settingsOrExit(process.env)
  const environment = await environmentOf(settings, [])
  const running = await startConsole({ environment, port: settings.httpPort, checks: [] })
  process.stdout.write(`console is ready at ${running.address}\n`)
  return running
})
