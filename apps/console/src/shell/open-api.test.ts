// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process'
import { rootModule } from '@corridor/platform'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { ConsoleModule } from './console.module'
import { edgeToken, type Edge } from './edge'
import { OpenApiController } from './open-api.controller'

interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> }
}

let app: NestExpressApplication
let document: Document

beforeAll(async () => {
  // No request is made, so nothing of the edge is used.
  const edge = {} as Edge
  app = await NestFactory.create<NestExpressApplication>(
    rootModule(ConsoleModule, edgeToken, edge),
    { logger: false },
  )
  await app.init()
  document = app.get(OpenApiController).show() as Document
})

afterAll(() => app.close())

describe('the OpenAPI document', () => {
  it('has every route that the application answers at, and nothing else', () => {
    // The types of Express do not follow what its router holds.
    const server = app.getHttpAdapter().getInstance() as unknown as {
      readonly router: { readonly stack: readonly Layer[] }
    }
    const { router } = server
    const answered = router.stack.flatMap(({ route }) =>
      route === undefined
        ? []
        : Object.keys(route.methods).map(
            (method) => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
          ),
    )
    const told = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    )
    expect(answered.length).toBeGreaterThan(40)
    expect([...told].sort()).toEqual([...new Set(answered)].sort())
  })

  it('is valid OpenAPI 3.1 by an outside validator', () => {
    const script = `import { Validator } from '@seriousme/openapi-schema-validator'
      const chunks = []; for await (const chunk of process.stdin) chunks.push(chunk)
      const validator = new Validator()
      const result = await validator.validate(JSON.parse(Buffer.concat(chunks).toString()))
      console.log(JSON.stringify({ ...result, version: validator.version }))`
    const told = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      input: JSON.stringify(document),
      encoding: 'utf8',
      cwd: __dirname,
    })
    const verdict: unknown = JSON.parse(told)
    expect(verdict).toEqual({ valid: true, version: '3.1' })
  })

  it('has schemas by which the contracts’ data are judged, each reference leading somewhere', () => {
    const ajv = new Ajv2020({ strict: false, discriminator: true, allErrors: true })
    addFormats(ajv)
    ajv.addSchema({ $id: 'urn:corridor:document', ...document })
    for (const name of Object.keys(document.components.schemas))
      expect(typeof ajv.getSchema(`urn:corridor:document#/components/schemas/${name}`)).toBe(
        'function',
      )
  })

  it('tells of each route what it does, what it takes and what it answers', () => {
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const operation of Object.values(operations)) {
        const { summary, responses, parameters } = operation as {
          summary: string
          responses: object
          parameters: { name: string; in: string }[]
        }
        expect([path, summary.length > 5]).toEqual([path, true])
        expect(Object.keys(responses)).toContain('default')
        const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => name)
        expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
      }
    }
  })
})
