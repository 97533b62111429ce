// SPDX-License-Identifier: Apache-2.0
import type { DominanceRule, ProtectionRule, SuppressionRule } from './rule'
import { leastWidth } from './sensitive'

/**
 * The one rule that holds to all of several: where agreements each ask for suppression, the highest threshold, the widest interval,
 * the strictest dominance, all groups. Figures that one agreement takes for published are protected where another asks for it.
 * Undefined where there is no rule, or where agreements ask for different methods, which cannot both be kept.
 */
export function combineRules(rules: readonly ProtectionRule[]): ProtectionRule | undefined {
  const [published] = rules
  const asking = rules.filter(({ method }) => method !== 'published-figures-no-protection')
  const [first, ...others] = asking
  if (first === undefined) return published
  if (first.method === 'suppression') {
    const all = asking.filter((one): one is SuppressionRule => one.method === 'suppression')
    return all.length === asking.length ? all.reduce(stricter) : undefined
  }
  return others.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : undefined
}

function stricter(one: SuppressionRule, other: SuppressionRule): SuppressionRule {
  const threshold = Math.max(one.threshold, other.threshold)
  const width = Math.max(leastWidth(one.threshold, one), leastWidth(other.threshold, other))
  const percents = [one.protectionPercent, other.protectionPercent, (100 * width) / threshold]
  const groups = [...(one.groups ?? []), ...(other.groups ?? [])]
  const dominance = stricterDominance(one.dominance, other.dominance)
  const estimate = Math.max(one.estimatePercent ?? 0, other.estimatePercent ?? 0)
  return {
    method: 'suppression',
    threshold,
    zeros: one.zeros || other.zeros,
    protectionPercent: Math.max(...percents),
    ...(dominance !== undefined && { dominance }),
    ...(estimate > 0 && { estimatePercent: estimate }),
    ...(groups.length > 0 && { groups }),
  }
}

// More contributors have no less, and a smaller share is passed no later.
function stricterDominance(
  one: DominanceRule | undefined,
  other: DominanceRule | undefined,
): DominanceRule | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return {
    contributors: Math.max(one.contributors, other.contributors),
    percent: Math.min(one.percent, other.percent),
  }
}
