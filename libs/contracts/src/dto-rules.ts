// SPDX-License-Identifier: Apache-2.0
// class-transformer reads the reflected type of every member, so the reflection has to be there before any class is.
import 'reflect-metadata'
import { plainToInstance, Transform, Type, type ClassConstructor } from 'class-transformer'
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator'
import { isList, isPlainObject, isScalar, type ListBounds, type ScalarRule } from './dto-judges'

/** A member that may be absent; null is not absence. */
export function IfPresent(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined)
}

/** A string or a number that follows a rule. */
export function IsScalar(rule: ScalarRule): PropertyDecorator {
  return judgedBy(
    'isScalar',
    (value) => isScalar(value, rule),
    '$property is not written as its contract says',
  )
}

/** An array of scalars. */
export function IsListOf(rule: ScalarRule, bounds: ListBounds): PropertyDecorator {
  const judge = (value: unknown): boolean => isList(value, bounds, (entry) => isScalar(entry, rule))
  return judgedBy('isListOf', judge, '$property is not a list as its contract says')
}

/** A scalar that holds for all rows, or an array with an entry for each. */
export function IsColumn(rule: ScalarRule, bounds: ListBounds): PropertyDecorator {
  const judge = (value: unknown): boolean =>
    isScalar(value, rule) || isList(value, bounds, (entry) => isScalar(entry, rule))
  return judgedBy('isColumn', judge, '$property is not a column as its contract says')
}

/** Any object. */
export function IsOpen(): PropertyDecorator {
  return judgedBy('isOpen', isPlainObject, '$property is not an object')
}

/** An object of a class of its own. */
export function IsNested(classOf: () => ClassConstructor<object>): PropertyDecorator {
  return all(
    Type(classOf),
    ValidateNested(),
    judgedBy('isNested', isPlainObject, '$property is not an object'),
  )
}

/** An array of objects of one class. */
export function IsNestedList(
  classOf: () => ClassConstructor<object>,
  bounds: ListBounds,
): PropertyDecorator {
  const judge = (value: unknown): boolean => isList(value, bounds, isPlainObject)
  return all(
    Type(classOf),
    ValidateNested({ each: true }),
    judgedBy('isNestedList', judge, '$property is not a list of objects'),
  )
}

/** An object whose tag says which class it follows. */
export function IsOneOf(tag: string, classes: ClassesByTag): PropertyDecorator {
  return all(
    Transform(({ key, obj }: { key: string; obj: object }) =>
      built(Reflect.get(obj, key), { tag, classes }),
    ),
    ValidateNested(),
    judgedBy(
      'isOneOf',
      (value) => classOf(value, { tag, classes }) !== undefined,
      `$property is not an object of a known ${tag}`,
    ),
  )
}

/** An array of objects whose tag says which class each one follows. */
export function IsOneOfList(
  tag: string,
  classes: ClassesByTag,
  bounds: ListBounds,
): PropertyDecorator {
  const judge = (value: unknown): boolean =>
    isList(value, bounds, (entry) => classOf(entry, { tag, classes }) !== undefined)
  return all(
    Transform(({ key, obj }: { key: string; obj: object }) => {
      const given: unknown = Reflect.get(obj, key)
      return Array.isArray(given) ? given.map((one) => built(one, { tag, classes })) : given
    }),
    ValidateNested({ each: true }),
    judgedBy('isOneOfList', judge, `$property is not a list of objects of known ${tag}`),
  )
}

type ClassesByTag = () => Readonly<Record<string, ClassConstructor<object>>>

interface Union {
  readonly tag: string
  readonly classes: ClassesByTag
}

function classOf(entry: unknown, { tag, classes }: Union): ClassConstructor<object> | undefined {
  if (!isPlainObject(entry)) return undefined
  const value: unknown = Reflect.get(entry, tag)
  return Object.entries(classes()).find(([known]) => known === value)?.[1]
}

function built(entry: unknown, union: Union): unknown {
  const known = classOf(entry, union)
  return known === undefined ? entry : plainToInstance(known, entry)
}

function judgedBy(
  name: string,
  judge: (value: unknown) => boolean,
  message: string,
): PropertyDecorator {
  return ValidateBy({ name, validator: { validate: judge, defaultMessage: () => message } })
}

function all(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, key) => {
    for (const decorate of decorators) decorate(target, key)
  }
}
