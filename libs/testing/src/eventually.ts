// SPDX-License-Identifier: Apache-2.0

const pollMs = 50

/** Asks again until the answer is as wanted; throws what was last met when the time is over. */
export async function eventually<Answer>(
  ask: () => Promise<Answer>,
  wanted: (answer: Answer) => boolean,
  withinMs = 15_000,
): Promise<Answer> {
  const until = Date.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (wanted(answer)) return answer
    if (Date.now() > until) {
      throw new Error(`could not wait any longer: the last answer was ${JSON.stringify(answer)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}
