// SPDX-License-Identifier: Apache-2.0

/**
 * SDMX asymmetry coefficient for mirror flows: 2·|E − I| / (E + I), in percent (0 to 200).
 * Two true zeros agree (0). Source: SDMX glossary, "Asymmetry for mirror flows statistics – coefficient".
 * @example asymmetryPercent(90, 110) // 20
 */
export function asymmetryPercent(origin: number, destination: number): number {
  if (origin === destination) return 0
  return (200 * Math.abs(origin - destination)) / (origin + destination)
}
