// SPDX-License-Identifier: Apache-2.0
// The parts of a form of an act: fields with their names, what is not right with them, and the words kept.
import type { ComponentChildren } from 'preact'
import type { ActField, NotRight, WrittenWords } from './act-props'
import { useWords } from './words'

/** What the fields of a form know. */
export interface FormGround {
  readonly written: WrittenWords
  readonly notRight: readonly NotRight[]
}

/** A form whose words come back on the next page, beside what is signed. Nothing of it stands in an address. */
export function ActForm({
  action,
  notRight,
  hasCauses = false,
  children,
}: {
  readonly action: string
  readonly notRight: readonly NotRight[]
  readonly hasCauses?: boolean
  readonly children: ComponentChildren
}) {
  const t = useWords().forms
  return (
    <form method="post" action={action} class="act-form" noValidate>
      {notRight.length > 0 && (
        <div class="why" role="alert">
          <p>{t.notRight}</p>
          <ul class="plain">
            {notRight.map(({ field, why }) => (
              <li key={field}>
                <a href={`#${idOf(field)}`}>
                  {t[field]}: {t.why[why]}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {children}
      {/* The first button is the one that Enter presses. */}
      <p class="buttons">
        <button class="act" type="submit">
          {t.next}
        </button>
        {hasCauses && (
          <button class="act-quiet" type="submit" name="more" value="cause">
            {t.oneMore}
          </button>
        )}
      </p>
    </form>
  )
}

// The first of several rows of causes has the name of the field.
function idOf(field: ActField): string {
  return field === 'causes' ? 'cause-1' : field
}

/** One field: its name, how to fill it, and what is not right with it. */
export function TextField({
  field,
  ground,
  how,
  isLong = false,
}: {
  readonly field: Exclude<ActField, 'causes'>
  readonly ground: FormGround
  readonly how: string
  readonly isLong?: boolean
}) {
  const t = useWords().forms
  const wrong = ground.notRight.find((one) => one.field === field)
  const about = {
    ...{ id: field, name: field, 'aria-describedby': `${field}-how` },
    'aria-invalid': wrong === undefined ? undefined : true,
  }
  return (
    <p class="field">
      <label for={field}>{t[field]}</label>
      <span class="under" id={`${field}-how`}>
        {how}
        {wrong !== undefined && <span class="not-right"> {t.why[wrong.why]}</span>}
      </span>
      {isLong ? (
        <textarea {...about} rows={5} dir="auto">
          {ground.written[field]}
        </textarea>
      ) : (
        <input {...about} value={ground.written[field]} autocomplete="off" dir="auto" />
      )}
    </p>
  )
}

/** One of few choices. */
export function Choice({
  name,
  id,
  options,
  chosen,
}: {
  readonly name: string
  readonly id: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly chosen: string
}) {
  return (
    <select id={id} name={name}>
      {options.map(([value, words]) => (
        <option key={value} value={value} selected={value === chosen}>
          {words}
        </option>
      ))}
    </select>
  )
}
