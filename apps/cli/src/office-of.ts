// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'

/** The office that `--office CODE:NAME` names. */
export function officeOf(text: string | undefined): Outcome<{ code: string; name: string }> {
  const found = /^([A-Z0-9]{2,16}):(.{1,200})$/.exec(text ?? '')
  const [, code, name] = found ?? []
  if (code !== undefined && name !== undefined) return accept({ code, name: name.trim() })
  return refuse(
    'COMMAND_WRONG',
    'name the office with its code in capitals: --office "STAT:Statbel"',
  )
}
