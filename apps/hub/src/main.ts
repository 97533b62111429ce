// SPDX-License-Identifier: Apache-2.0
import 'reflect-metadata'
import { join } from 'node:path'
import { readSettings, reasonOf } from '@corridor/platform'
import { startHub, type RunningHub } from './hub'
import { playDemonstration } from './demonstration-process'

const projectRoot = process.cwd()
const empty = process.argv.includes('--empty')

void main()

async function main(): Promise<void> {
  const signalled = new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        resolve('')
      })
    // Started by deploy/local/start.mjs: when that is killed, nobody else will end us.
    process.on('disconnect', () => {
      resolve('')
    })
  })
  const hub = await start()
  const play = empty ? null : playDemonstration(hub, projectRoot)
  const played = await Promise.race([signalled, hub.ended, play?.done ?? Promise.resolve('played')])
  if (played === 'played') tellReady(hub)
  const why = played === 'played' ? await Promise.race([signalled, hub.ended]) : played
  play?.end()
  if (why !== '') say(`STOP  ${why}; the log is in ${hub.home}/logs`)
  else say('Closing')
  await hub.close()
  process.exit(why === '' ? 0 : 1)
}

async function start(): Promise<RunningHub> {
  const settings = readSettings(process.env)
  if (!settings.ok) return stop(settings.refusal.detail, 2)
  try {
    const hub = await startHub({
      ...{ settings: settings.value, projectRoot, progress: say },
      demonstrates: !empty,
    })
    return hub.ok ? hub.value : stop(hub.refusal.detail, 1)
  } catch (error) {
    return stop(`the hub did not start: ${reasonOf(error)}`, 1)
  }
}

function tellReady({ address, home }: RunningHub): void {
  say(`Corridor is ready at ${address}`)
  if (empty)
    say(
      `Try next:  npx corridor enrol --code-file ${join(home, 'keys', 'operator.code')} --office OPS:Operations --profile OPERATOR`,
    )
  else {
    say('Try next:  npx corridor console --profile SE       a one-use link to the pages, as Sweden')
    say('           npx corridor reports list --profile SE   the differences of its corridors')
    say('           npx corridor console --profile REGION    what the region sees')
    say('           npx corridor status --profile OPERATOR   the hub itself')
  }
  say('Ctrl-C ends the hub and what it started.')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function stop(sentence: string, code: number): never {
  process.stderr.write(`STOP  ${sentence}\n`)
  process.exit(code)
}
