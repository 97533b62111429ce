// SPDX-License-Identifier: Apache-2.0
import type { ReportStanding, ReviewLine } from './report-props'
import { useWords } from './words'

const steps = [
  'compared',
  'in-review',
  'ready-to-sign',
  'signed-by-one',
  'signed-by-both',
  'released',
] as const satisfies readonly ReportStanding[]

/** The way of a report in six named steps; done and now are said in words and shapes, not by colour alone. */
export function Steps({ line: { standing } }: { readonly line: ReviewLine }) {
  const t = useWords().reports
  const now = steps.findIndex((step) => step === standing)
  // A version that another one replaced is on no way any more.
  if (now === -1) return null
  return (
    <ol class="steps" aria-label={t.steps}>
      {steps.map((step, at) => (
        <li key={step} aria-current={at === now ? 'step' : undefined} class={lookOf(at, now)}>
          <svg class="step-shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <circle cx={8} cy={8} r={6.5} />
            {at < now && <path d="M4.5 8.5 7 11l4.5-6" />}
            {at === now && <circle class="step-dot" cx={8} cy={8} r={3} />}
          </svg>
          <span>
            {t.standings[step]}
            {at < now && <span class="hidden-text"> ({t.stepDone})</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

function lookOf(at: number, now: number): string {
  if (at === now) return 'step step-now'
  return at < now ? 'step step-done' : 'step'
}
