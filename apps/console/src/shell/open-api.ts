// SPDX-License-Identifier: Apache-2.0
import { contracts, contractSchema, newestVersion, type ContractName } from '@corridor/contracts'
import { requestHeaders, signatureHeader } from '@corridor/message'
import { RequestMethod, type Type } from '@nestjs/common'
import { GUARDS_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants'
import { hubVersion } from './edge'
import { SignedRequestGuard } from './signed-request.guard'
import { toldKey, type AnswerTold, type BodyTold, type RouteTold } from './told'

/** A route as its decorators have it. */
export interface Route {
  readonly method: string
  /** With parameters as OpenAPI writes them: `/api/agreements/{id}`. */
  readonly path: string
  readonly signed: boolean
  readonly name: string
  readonly told: RouteTold | undefined
}

/** The routes of controllers, found by their decorators. */
export function routesOf(controllers: readonly Type[]): readonly Route[] {
  return controllers.flatMap((controller) => {
    // Nest keeps what decorators say as metadata of these keys.
    const prefix = Reflect.getMetadata(PATH_METADATA, controller) as string
    const prototype = controller.prototype as Readonly<Record<string, object>>
    return Object.getOwnPropertyNames(prototype).flatMap((name): Route[] => {
      const handler = prototype[name]
      if (typeof handler !== 'function') return []
      const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined
      if (verb === undefined) return []
      const own = Reflect.getMetadata(PATH_METADATA, handler) as string
      const path = `/${[prefix, own]
        .map((part) => part.replace(/^\/|\/$/g, ''))
        .filter((part) => part !== '')
        .join('/')}`
      return [
        {
          method: RequestMethod[verb].toLowerCase(),
          path: path.replace(/:(\w+)/g, '{$1}'),
          signed: isSigned(controller) || isSigned(handler),
          name: `${controller.name.replace(/Controller$/, '')}.${name}`,
          told: Reflect.getMetadata(toldKey, handler) as RouteTold | undefined,
        },
      ]
    })
  })
}

function isSigned(target: object): boolean {
  const guards = (Reflect.getMetadata(GUARDS_METADATA, target) ?? []) as readonly unknown[]
  return guards.includes(SignedRequestGuard)
}

/** The OpenAPI document (3.1) of controllers, with the contracts as schemas. */
export function openApi(controllers: readonly Type[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routesOf(controllers)) {
    if (route.told !== undefined)
      (paths[route.path] ??= {})[route.method] = operationOf(route, route.told)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Corridor',
      version: hubVersion,
      description:
        'The hub through which states exchange labour-market and labour-migration figures. Every refusal is RFC 9457 problem+json.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { ...contractSchemas(), Problem: problemSchema },
      securitySchemes: {
        signedRequest: {
          type: 'apiKey',
          in: 'header',
          name: signatureHeader,
          description: `A detached JWS (Ed25519, typ corridor-request) over method, address with query, ${requestHeaders.date}, ${requestHeaders.nonce} and the digest of the body, by a registered key.`,
        },
      },
    },
  }
}

function operationOf({ path, signed, name }: Route, told: RouteTold): object {
  const signing = [
    [
      requestHeaders.date,
      'The instant of the request, RFC 3339; at most 300 s from the hub’s clock.',
    ],
    [requestHeaders.nonce, '128 random bits in base64url, served once.'],
  ] as const
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, one = '']) => ({
    name: one,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const headers = [...(signed ? signing : []), ...Object.entries(told.headers ?? {})]
  return {
    operationId: name,
    summary: told.summary,
    ...(signed ? { security: [{ signedRequest: [] }] } : {}),
    parameters: [
      ...inPath,
      ...Object.entries(told.query ?? {}).map((one) => parameter(one, 'query', false)),
      ...headers.map((one) => parameter(one, 'header', true)),
    ],
    ...(told.body === undefined
      ? {}
      : { requestBody: { required: true, content: bodyContent(told.body) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(told.answers).map(([status, one]) => [status, answerOf(one)]),
      ),
      default: {
        description: 'Refused: what happened, under which stable code, and what to do.',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  }
}

function parameter(
  [name, description]: readonly [string, string],
  where: 'query' | 'header',
  required: boolean,
): object {
  return { name, in: where, required, description, schema: { type: 'string' } }
}

function bodyContent(body: BodyTold): object {
  if ('contract' in body)
    return {
      'application/json': { schema: { $ref: `#/components/schemas/${nameOf(body.contract)}` } },
    }
  if ('media' in body)
    return {
      [body.media]: { schema: { type: 'string', format: 'binary', description: body.about } },
    }
  const names = Object.keys(body.members)
  const properties = Object.fromEntries(
    Object.entries(body.members).map(([name, description]) => [name, { description }]),
  )
  const required = names.filter((name) => body.optional?.includes(name) !== true)
  return {
    'application/json': {
      schema: { type: 'object', additionalProperties: false, required, properties },
    },
  }
}

function answerOf(answer: AnswerTold): object {
  if (typeof answer === 'string')
    return { description: answer, content: { 'application/json': { schema: {} } } }
  if ('empty' in answer) return { description: answer.empty }
  return {
    description: answer.about,
    content: Object.fromEntries(answer.media.map((one) => [one, { schema: {} }])),
  }
}

/** The newest version of each contract, its own definitions under its own name. */
function contractSchemas(): Readonly<Record<string, object>> {
  const names = [...new Set([...contracts.map(({ name }) => name), 'envelope'])]
  return Object.fromEntries(
    names.map((name) => {
      const version = newestVersion(name as ContractName)
      const text = JSON.stringify(contractSchema(name, version) ?? {})
      // A schema that stands in another document has its definitions at another place.
      const moved = text.replaceAll('"#/$defs/', `"#/components/schemas/${nameOf(name)}/$defs/`)
      const schema = JSON.parse(moved) as Record<string, unknown>
      // Its own id would make a document of its own of it, in which these references lead nowhere.
      const own = Object.entries(schema).filter(([member]) => !['$id', '$schema'].includes(member))
      return [nameOf(name), { ...Object.fromEntries(own), 'x-corridor-contract': schema['$id'] }]
    }),
  )
}

function nameOf(contract: string): string {
  return contract.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())
}

const text = { type: 'string' } as const
const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'number', 'remedy'],
  properties: {
    type: { ...text, description: 'urn:corridor:problem:<code>' },
    title: text,
    status: { type: 'integer' },
    detail: { ...text, description: 'what was met' },
    code: { ...text, description: 'stable for ever' },
    number: { ...text, description: 'what people see' },
    remedy: { ...text, description: 'what to do' },
    signature: { ...text, description: 'of the signed refusal, where a message was refused' },
    payload: { ...text, description: 'the bytes of the signed refusal' },
    report: { $ref: '#/components/schemas/Receipt/$defs/Report' },
  },
}
