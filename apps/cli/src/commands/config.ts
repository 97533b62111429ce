// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { readSettings, showSettings, type ShownSetting } from '@corridor/platform/settings'
import type { Answer, Call } from '../command'
import { exitCodes } from '../exit-code'
import { clean } from '../output/clean'
import { table } from '../output/table'

/** Shows every setting with its value and where it comes from; never a password. */
export function showConfig(call: Call): Promise<Outcome<Answer>> {
  const settings = readSettings(call.world.env)
  const shown = showSettings(call.world.env).map((setting) => settingOfCall(setting, call))
  const wrong = settings.ok ? '' : `\n\nSTOP  C803  ${clean(settings.refusal.detail, 400)}.`
  return Promise.resolve(
    accept({
      text: `${settingsText(shown)}${wrong}`,
      json: { settings: shown, ...(settings.ok ? {} : { problem: settings.refusal }) },
      ...(settings.ok ? {} : { exit: exitCodes.typedWrongly }),
    }),
  )
}

type Sourced = ShownSetting & { readonly from: string }

function settingOfCall(setting: ShownSetting, call: Call): Sourced {
  if (setting.name === 'CORRIDOR_HOME' && call.option('home') !== undefined) {
    return { ...setting, value: call.home, from: '--home' }
  }
  if (setting.given) return { ...setting, from: 'environment' }
  return { ...setting, from: setting.default === '' ? 'not set' : 'default' }
}

function settingsText(shown: readonly Sourced[]): string {
  return table<Sourced>(
    [
      { name: 'Setting', of: ({ name }) => name },
      { name: 'Value', of: ({ value }) => (value === '' ? '–' : value), most: 80 },
      { name: 'From', of: ({ from }) => from },
      { name: 'What it is', of: ({ about }) => about, most: 120 },
    ],
    shown,
  )
}
