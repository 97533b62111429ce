// SPDX-License-Identifier: Apache-2.0
import { codeList, label } from '@corridor/contracts'
import * as numbers from '../i18n/numbers'
import { Choice, type FormGround } from './act-form'
import { useWords } from './words'

/** Rows of causes with their parts of the difference. */
export function CauseFields({
  ground,
  difference,
  hasParts,
}: {
  readonly ground: FormGround
  /** Origin minus destination; null where it is hidden. */
  readonly difference: number | null
  /** False where only the causes are named. */
  readonly hasParts: boolean
}) {
  const t = useWords().forms
  const wrong = ground.notRight.find(({ field }) => field === 'causes')
  const withParts = hasParts && difference !== null
  return (
    <fieldset aria-describedby={hasParts ? 'causes-how' : undefined}>
      <legend>{t.causes}</legend>
      {hasParts && (
        <p class="under" id="causes-how">
          {difference === null ? t.causesHidden : t.causesHow}
        </p>
      )}
      {wrong !== undefined && <p class="not-right">{t.why[wrong.why]}</p>}
      {ground.written.causes.map((row, at) => (
        <CauseRow key={at} row={row} number={at + 1} withParts={withParts} />
      ))}
    </fieldset>
  )
}

function CauseRow({
  row,
  number,
  withParts,
}: {
  readonly row: { readonly cause: string; readonly persons: string }
  readonly number: number
  readonly withParts: boolean
}) {
  const t = useWords().forms
  const codes = codeList('CL_CAUSE').codes.map((code) => [code, label('CL_CAUSE', code)] as const)
  const [cause, part] = [`cause-${String(number)}`, `persons-${String(number)}`]
  return (
    <div class="cause-row">
      <p class="field">
        <label for={cause}>
          {t.cause} {numbers.count(number)}
        </label>
        <Choice name="cause" id={cause} options={[['', t.noCause], ...codes]} chosen={row.cause} />
      </p>
      {withParts ? (
        <p class="field">
          <label for={part}>
            {t.persons} <span class="hidden-text">{numbers.count(number)}</span>
          </label>
          <input id={part} name="persons" value={row.persons} autocomplete="off" dir="ltr" />
        </p>
      ) : (
        <input type="hidden" name="persons" value="" />
      )}
    </div>
  )
}
