// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version of this command. */
export function version(): string {
  const body: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'))
  const found: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'version') : ''
  return typeof found === 'string' ? found : ''
}
