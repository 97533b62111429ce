// SPDX-License-Identifier: Apache-2.0

type Numbers = readonly [major: number, minor: number, patch: number]

/** The three numbers of a version. Throws on text that is no version. */
export function numbersOf(version: string): Numbers {
  const [, major, minor, patch] = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/.exec(version) ?? []
  if (patch === undefined) throw new Error(`could not read the version "${version}"`)
  return [Number(major), Number(minor), Number(patch)]
}

/** Orders versions by their numbers, so that 1.10.0 comes after 1.9.0. */
export function byVersion(a: string, b: string): number {
  const before = numbersOf(a)
  const after = numbersOf(b)
  return before[0] - after[0] || before[1] - after[1] || before[2] - after[2]
}
