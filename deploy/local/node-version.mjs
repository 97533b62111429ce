// SPDX-License-Identifier: Apache-2.0

/** Why a version of Node will not do, in one sentence; undefined where it will. */
export function nodeObjection(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return undefined
  return `Corridor needs Node 20.19 or newer, and this is ${version}: install a newer one from https://nodejs.org`
}
