// SPDX-License-Identifier: Apache-2.0
// Generated from contracts/ by libs/contracts/generate/main.mjs: change the contract, then run `npm run generate`.

/** The JSON Schema of each contract and version. */
export const schemas = {
  aggregate: {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:aggregate:0.1.0',
      title: 'Aggregate',
      description:
        'Moves among the members of a region, as reported by each side, from the states that consented. Never net migration.',
      type: 'object',
      additionalProperties: false,
      required: [
        'region',
        'version',
        'madeAt',
        'members',
        'consented',
        'corridors',
        'moves',
        'byMember',
      ],
      properties: {
        region: { $ref: '#/$defs/participant' },
        version: { type: 'integer', minimum: 1, maximum: 2147483647 },
        madeAt: { $ref: '#/$defs/moment' },
        members: {
          type: 'array',
          items: { $ref: '#/$defs/participant' },
          minItems: 1,
          maxItems: 256,
          uniqueItems: true,
        },
        consented: {
          type: 'array',
          items: { $ref: '#/$defs/participant' },
          minItems: 0,
          maxItems: 256,
          uniqueItems: true,
        },
        corridors: { type: 'integer', minimum: 0, maximum: 65536 },
        moves: { $ref: '#/$defs/AggregateMoves' },
        byMember: { $ref: '#/$defs/AggregateByMember' },
      },
      $defs: {
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        moment: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z',
          type: 'string',
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        AggregateMoves: {
          description: 'Moves among the members, a row for each period.',
          type: 'object',
          additionalProperties: false,
          required: ['rows', 'period', 'asReportedByOrigins', 'asReportedByDestinations'],
          properties: {
            rows: { $ref: '#/$defs/count' },
            period: {
              type: 'array',
              items: { $ref: '#/$defs/period' },
              minItems: 0,
              maxItems: 50000,
            },
            asReportedByOrigins: {
              type: 'array',
              items: { $ref: '#/$defs/people' },
              minItems: 0,
              maxItems: 50000,
            },
            asReportedByDestinations: {
              type: 'array',
              items: { $ref: '#/$defs/people' },
              minItems: 0,
              maxItems: 50000,
            },
          },
        },
        count: { title: 'the number of rows', type: 'integer', minimum: 0, maximum: 50000 },
        period: {
          title: 'a year, a quarter or a month, such as 2016, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        people: {
          title: 'a whole number of people, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        AggregateByMember: {
          description:
            'Moves from the other members and to them, a row for each member and period.',
          type: 'object',
          additionalProperties: false,
          required: ['rows', 'member', 'period', 'fromMembers', 'toMembers'],
          properties: {
            rows: { $ref: '#/$defs/count' },
            member: {
              type: 'array',
              items: { $ref: '#/$defs/participant' },
              minItems: 0,
              maxItems: 50000,
            },
            period: {
              type: 'array',
              items: { $ref: '#/$defs/period' },
              minItems: 0,
              maxItems: 50000,
            },
            fromMembers: {
              type: 'array',
              items: { $ref: '#/$defs/people' },
              minItems: 0,
              maxItems: 50000,
            },
            toMembers: {
              type: 'array',
              items: { $ref: '#/$defs/people' },
              minItems: 0,
              maxItems: 50000,
            },
          },
        },
      },
    },
  },
  agreement: {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:agreement:0.1.0',
      title: 'Agreement',
      description: 'The terms that both sides sign, over their RFC 8785 bytes.',
      type: 'object',
      additionalProperties: false,
      required: ['id', 'title', 'parties', 'term', 'clauses'],
      properties: {
        id: { $ref: '#/$defs/agreementId' },
        title: { type: 'string', minLength: 1, maxLength: 200 },
        parties: {
          title: 'the two parties, in the order of their codes',
          type: 'array',
          items: { $ref: '#/$defs/participant' },
          minItems: 2,
          maxItems: 2,
          uniqueItems: true,
        },
        committee: { $ref: '#/$defs/participant' },
        term: { $ref: '#/$defs/Term' },
        clauses: {
          type: 'array',
          items: { $ref: '#/$defs/AgreementClause' },
          minItems: 1,
          maxItems: 64,
        },
      },
      $defs: {
        agreementId: {
          title: 'an agreement, such as BE-DK-2026',
          type: 'string',
          pattern: '^[A-Z0-9-]{3,64}$',
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        Term: {
          description: 'The first and the last day on which the agreement is in force.',
          type: 'object',
          additionalProperties: false,
          required: ['from', 'until'],
          properties: { from: { $ref: '#/$defs/date' }, until: { $ref: '#/$defs/date' } },
        },
        date: { title: 'a day, such as 2026-01-31', type: 'string', format: 'date' },
        AgreementClause: {
          description: 'What the parties agree, one clause a thing.',
          type: 'object',
          discriminator: { propertyName: 'kind' },
          oneOf: [
            { $ref: '#/$defs/ShareClause' },
            { $ref: '#/$defs/ProtectClause' },
            { $ref: '#/$defs/ReconcileClause' },
            { $ref: '#/$defs/AggregateClause' },
          ],
        },
        ShareClause: {
          description: 'One party gives the other its figures on these corridors.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'from', 'to', 'contract', 'corridors', 'breakdowns'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'share' },
            from: { $ref: '#/$defs/participant' },
            to: { $ref: '#/$defs/participant' },
            contract: { $ref: '#/$defs/contract' },
            periods: { $ref: '#/$defs/Periods' },
            corridors: {
              type: 'array',
              items: { $ref: '#/$defs/Corridor' },
              minItems: 1,
              maxItems: 1000,
            },
            breakdowns: { $ref: '#/$defs/Breakdowns' },
          },
        },
        clauseId: {
          title: 'the number of a clause, such as 1',
          type: 'string',
          pattern: '^[A-Za-z0-9.-]{1,16}$',
        },
        contract: {
          title: 'a contract that agreements can name',
          type: 'string',
          enum: ['migration-flow'],
        },
        Periods: {
          description: 'The first and the last period that the clause covers.',
          type: 'object',
          additionalProperties: false,
          required: ['from', 'until'],
          properties: { from: { $ref: '#/$defs/period' }, until: { $ref: '#/$defs/period' } },
        },
        period: {
          title: 'a year, a quarter or a month, such as 2016, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        Corridor: {
          description: 'A direction of moves.',
          type: 'object',
          additionalProperties: false,
          required: ['origin', 'destination'],
          properties: { origin: { $ref: '#/$defs/code' }, destination: { $ref: '#/$defs/code' } },
        },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,16}$' },
        Breakdowns: {
          description: 'For each breakdown: the totals only, or all of it.',
          type: 'object',
          additionalProperties: false,
          required: ['sex', 'age', 'occupation', 'sector', 'stay'],
          properties: {
            sex: { $ref: '#/$defs/detail' },
            age: { $ref: '#/$defs/detail' },
            occupation: { $ref: '#/$defs/detail' },
            sector: { $ref: '#/$defs/detail' },
            stay: { $ref: '#/$defs/detail' },
          },
        },
        detail: { type: 'string', enum: ['total', 'all'] },
        ProtectClause: {
          description: 'How figures are protected before they are handed over.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'rule'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'protect' },
            rule: { type: 'string', enum: ['published-figures-no-protection'] },
          },
        },
        ReconcileClause: {
          description:
            "The two sides' figures are compared, and a difference beyond the tolerance is shown.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'contract', 'tolerance'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'reconcile' },
            contract: { $ref: '#/$defs/contract' },
            tolerance: { $ref: '#/$defs/Tolerance' },
          },
        },
        Tolerance: {
          description: 'How far two statements may lie apart.',
          type: 'object',
          additionalProperties: false,
          required: ['asymmetryPercent'],
          properties: { asymmetryPercent: { $ref: '#/$defs/percent' } },
        },
        percent: { title: 'a percentage from 0 to 200', type: 'number', minimum: 0, maximum: 200 },
        AggregateClause: {
          description:
            'This party consents to its figures going into the aggregates of the region.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'contract', 'from'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'aggregate' },
            contract: { $ref: '#/$defs/contract' },
            from: { $ref: '#/$defs/participant' },
          },
        },
      },
    },
  },
  delivery: {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:delivery:0.1.0',
      title: 'Delivery',
      description:
        'The figures of one submission that a clause of an agreement grants, in the columns of migration-flow.',
      type: 'object',
      additionalProperties: false,
      required: [
        'agreement',
        'clause',
        'sender',
        'contract',
        'version',
        'commitment',
        'recordedAt',
        'definition',
        'rows',
        'reporter',
        'direction',
        'origin',
        'destination',
        'period',
        'sex',
        'age',
        'occupation',
        'sector',
        'stay',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        agreement: { $ref: '#/$defs/agreementId' },
        clause: { $ref: '#/$defs/clauseId' },
        sender: { $ref: '#/$defs/participant' },
        contract: { $ref: '#/$defs/contract' },
        version: { $ref: '#/$defs/version' },
        commitment: { $ref: '#/$defs/digest' },
        recordedAt: { $ref: '#/$defs/moment' },
        definition: { $ref: '#/$defs/Definition' },
        rows: { title: 'the number of rows', type: 'integer', minimum: 1, maximum: 5000 },
        reporter: {
          anyOf: [
            { $ref: '#/$defs/participant' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/participant' } },
          ],
        },
        direction: {
          anyOf: [
            { $ref: '#/$defs/direction' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/direction' } },
          ],
        },
        origin: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        destination: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        period: {
          anyOf: [
            { $ref: '#/$defs/period' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/period' } },
          ],
        },
        sex: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        age: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        occupation: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        sector: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        stay: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        value: {
          anyOf: [
            { $ref: '#/$defs/people' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/people' } },
          ],
        },
        valueStatus: {
          anyOf: [
            { $ref: '#/$defs/valueStatus' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/valueStatus' } },
          ],
        },
        lower: {
          anyOf: [
            { $ref: '#/$defs/people' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/people' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/people' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/people' } },
          ],
        },
        obsStatus: {
          anyOf: [
            { $ref: '#/$defs/obsStatus' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/obsStatus' } },
          ],
        },
        confStatus: {
          anyOf: [
            { $ref: '#/$defs/confStatus' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/confStatus' } },
          ],
        },
      },
      $defs: {
        agreementId: {
          title: 'an agreement, such as BE-DK-2026',
          type: 'string',
          pattern: '^[A-Z0-9-]{3,64}$',
        },
        clauseId: {
          title: 'the number of a clause, such as 1',
          type: 'string',
          pattern: '^[A-Za-z0-9.-]{1,16}$',
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        contract: {
          title: 'a contract that agreements can name',
          type: 'string',
          enum: ['migration-flow'],
        },
        version: {
          title: 'a version, such as 0.1.0',
          type: 'string',
          pattern: '^[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}$',
        },
        digest: {
          title: 'a digest, written sha-256: and 43 base64url characters',
          type: 'string',
          pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
        },
        moment: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z',
          type: 'string',
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        Definition: {
          description: 'How the reporter counts: whom, from which stay on, from which source.',
          type: 'object',
          additionalProperties: false,
          required: ['minimumStay', 'population', 'source', 'partnerConcept'],
          properties: {
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent)$',
            },
            population: { type: 'string', enum: ['all', 'nationals', 'non-nationals', 'workers'] },
            source: {
              type: 'string',
              enum: ['register', 'survey', 'census', 'permit', 'border', 'mirror', 'not-stated'],
            },
            partnerConcept: { type: 'string', enum: ['residence', 'citizenship', 'birth'] },
          },
        },
        direction: { title: 'inflow or outflow', type: 'string', enum: ['inflow', 'outflow'] },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,16}$' },
        period: {
          title: 'a year, a quarter or a month, such as 2016, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        people: {
          title: 'a whole number of people, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable'],
        },
        obsStatus: {
          title: 'a set of observation status codes, such as A or B P',
          type: 'string',
          pattern: '^[A-Z]( [A-Z])*$',
          maxLength: 39,
        },
        confStatus: {
          title: 'a confidentiality status code, such as F',
          type: 'string',
          pattern: '^[A-Z]$',
        },
      },
    },
  },
  enrolment: {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:enrolment:0.1.0',
      title: 'Enrolment',
      description:
        'An office takes its place with the one-time code that it was given, and shows its two public keys.',
      type: 'object',
      additionalProperties: false,
      required: ['code', 'participant', 'office', 'signingKey', 'signinKey'],
      properties: {
        code: { title: 'a one-time code', type: 'string', pattern: '^[A-Za-z0-9_-]{8,128}$' },
        participant: { $ref: '#/$defs/participant' },
        office: { $ref: '#/$defs/Office' },
        signingKey: { $ref: '#/$defs/SigningKey' },
        signinKey: { title: 'a public nkey of a user', type: 'string', pattern: '^U[A-Z2-7]{55}$' },
      },
      $defs: {
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        Office: {
          description: 'The office that speaks for a participant.',
          type: 'object',
          additionalProperties: false,
          required: ['code', 'name'],
          properties: {
            code: {
              title: 'the code of an office, such as STATBEL',
              type: 'string',
              pattern: '^[A-Z0-9]{2,16}$',
            },
            name: { type: 'string', minLength: 1, maxLength: 200 },
          },
        },
        SigningKey: {
          description: 'An Ed25519 public key (RFC 8037).',
          type: 'object',
          additionalProperties: false,
          required: ['kty', 'crv', 'x'],
          properties: {
            kty: { type: 'string', const: 'OKP' },
            crv: { type: 'string', const: 'Ed25519' },
            x: {
              title: 'a public key of 32 bytes in base64url',
              type: 'string',
              pattern: '^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
      },
    },
  },
  envelope: {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:envelope:0.1.0',
      title: 'Envelope',
      description: 'A CloudEvent in structured mode; exactly its bytes are signed.',
      type: 'object',
      additionalProperties: false,
      required: [
        'specversion',
        'id',
        'source',
        'type',
        'time',
        'datacontenttype',
        'dataschema',
        'salt',
        'data',
      ],
      properties: {
        specversion: { type: 'string', const: '1.0' },
        id: { title: 'the id of a message', type: 'string', pattern: '^[A-Za-z0-9._:-]{1,128}$' },
        source: {
          title: 'urn:corridor:participant: and a participant, or urn:corridor:hub: and a hub',
          type: 'string',
          pattern: '^urn:corridor:(participant:[A-Z0-9]{2,16}|hub:[A-Za-z0-9._-]{1,64})$',
        },
        type: {
          type: 'string',
          enum: [
            'corridor.submission.v1',
            'corridor.receipt.v1',
            'corridor.delivery.v1',
            'corridor.report.v1',
            'corridor.feed.v1',
          ],
        },
        time: { $ref: '#/$defs/moment' },
        datacontenttype: { type: 'string', const: 'application/json' },
        dataschema: {
          title: 'the urn of a contract and version',
          type: 'string',
          pattern:
            '^urn:corridor:contract:[a-z][a-z0-9-]{0,63}:[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}$',
        },
        salt: {
          title: '128 random bits in base64url (22 characters)',
          type: 'string',
          pattern: '^[A-Za-z0-9_-]{21}[AQgw]$',
        },
        data: { type: 'object' },
      },
      $defs: {
        moment: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z',
          type: 'string',
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
      },
    },
  },
  'migration-flow': {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:migration-flow:0.1.0',
      title: 'MigrationFlow',
      description:
        'Figures of people who moved, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'rows',
        'reporter',
        'direction',
        'origin',
        'destination',
        'period',
        'sex',
        'age',
        'occupation',
        'sector',
        'stay',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        rows: { title: 'the number of rows', type: 'integer', minimum: 1, maximum: 5000 },
        reporter: {
          anyOf: [
            { $ref: '#/$defs/participant' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/participant' } },
          ],
        },
        direction: {
          anyOf: [
            { $ref: '#/$defs/direction' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/direction' } },
          ],
        },
        origin: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        destination: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        period: {
          anyOf: [
            { $ref: '#/$defs/period' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/period' } },
          ],
        },
        sex: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        age: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        occupation: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        sector: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        stay: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        value: {
          anyOf: [
            { $ref: '#/$defs/people' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/people' } },
          ],
        },
        valueStatus: {
          anyOf: [
            { $ref: '#/$defs/valueStatus' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/valueStatus' } },
          ],
        },
        lower: {
          anyOf: [
            { $ref: '#/$defs/people' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/people' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/people' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/people' } },
          ],
        },
        obsStatus: {
          anyOf: [
            { $ref: '#/$defs/obsStatus' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/obsStatus' } },
          ],
        },
        confStatus: {
          anyOf: [
            { $ref: '#/$defs/confStatus' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/confStatus' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description: 'How the reporter counts: whom, from which stay on, from which source.',
          type: 'object',
          additionalProperties: false,
          required: ['minimumStay', 'population', 'source', 'partnerConcept'],
          properties: {
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent)$',
            },
            population: { type: 'string', enum: ['all', 'nationals', 'non-nationals', 'workers'] },
            source: {
              type: 'string',
              enum: ['register', 'survey', 'census', 'permit', 'border', 'mirror', 'not-stated'],
            },
            partnerConcept: { type: 'string', enum: ['residence', 'citizenship', 'birth'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        direction: { title: 'inflow or outflow', type: 'string', enum: ['inflow', 'outflow'] },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,16}$' },
        period: {
          title: 'a year, a quarter or a month, such as 2016, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        people: {
          title: 'a whole number of people, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable'],
        },
        obsStatus: {
          title: 'a set of observation status codes, such as A or B P',
          type: 'string',
          pattern: '^[A-Z]( [A-Z])*$',
          maxLength: 39,
        },
        confStatus: {
          title: 'a confidentiality status code, such as F',
          type: 'string',
          pattern: '^[A-Z]$',
        },
      },
    },
  },
  receipt: {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:receipt:0.1.0',
      title: 'Receipt',
      description:
        'What the hub says of one message: accepted, with its position, or refused, with the problem.',
      type: 'object',
      additionalProperties: false,
      required: ['statement', 'submission', 'digest', 'receivedAt'],
      properties: {
        statement: { type: 'string', enum: ['accepted', 'refused'] },
        submission: { $ref: '#/$defs/ReceivedSubmission' },
        digest: { $ref: '#/$defs/digest' },
        receivedAt: { $ref: '#/$defs/moment' },
        position: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
        rows: { type: 'integer', minimum: 1, maximum: 5000 },
        problem: { $ref: '#/$defs/ReceiptProblem' },
      },
      $defs: {
        ReceivedSubmission: {
          description: 'The message that the statement is about; null where it could not be read.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'source', 'contract', 'version'],
          properties: {
            id: { type: ['string', 'null'], maxLength: 128 },
            source: { type: ['string', 'null'], maxLength: 256 },
            contract: { type: ['string', 'null'], maxLength: 128 },
            version: { type: ['string', 'null'], maxLength: 32 },
          },
        },
        digest: {
          title: 'a digest, written sha-256: and 43 base64url characters',
          type: 'string',
          pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
        },
        moment: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z',
          type: 'string',
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        ReceiptProblem: {
          description: 'A code of the problem catalogue, and what was met.',
          type: 'object',
          additionalProperties: false,
          required: ['code', 'detail'],
          properties: {
            code: { type: 'string', pattern: '^[A-Z][A-Z0-9_]{2,63}$' },
            detail: { type: 'string', maxLength: 2000 },
          },
        },
      },
    },
  },
  'reconciliation-report': {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:reconciliation-report:0.1.0',
      title: 'ReconciliationReport',
      description:
        'What the two sides of an agreement say about the same moves, and how far they lie apart.',
      type: 'object',
      additionalProperties: false,
      required: [
        'agreement',
        'version',
        'parties',
        'madeAt',
        'tolerance',
        'rows',
        'origin',
        'destination',
        'period',
        'sex',
        'age',
        'occupation',
        'sector',
        'stay',
        'originSays',
        'destinationSays',
        'difference',
        'asymmetryPercent',
        'outcome',
        'reason',
        'originPosition',
        'destinationPosition',
      ],
      properties: {
        agreement: { $ref: '#/$defs/agreementId' },
        version: { type: 'integer', minimum: 1, maximum: 2147483647 },
        parties: {
          type: 'array',
          items: { $ref: '#/$defs/participant' },
          minItems: 2,
          maxItems: 2,
          uniqueItems: true,
        },
        madeAt: { $ref: '#/$defs/moment' },
        tolerance: { $ref: '#/$defs/Tolerance' },
        rows: { type: 'integer', minimum: 1, maximum: 50000 },
        origin: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/code' } },
          ],
        },
        destination: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/code' } },
          ],
        },
        period: {
          anyOf: [
            { $ref: '#/$defs/period' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/period' } },
          ],
        },
        sex: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/code' } },
          ],
        },
        age: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/code' } },
          ],
        },
        occupation: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/code' } },
          ],
        },
        sector: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/code' } },
          ],
        },
        stay: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/code' } },
          ],
        },
        originSays: {
          anyOf: [
            { $ref: '#/$defs/people' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/people' } },
          ],
        },
        destinationSays: {
          anyOf: [
            { $ref: '#/$defs/people' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/people' } },
          ],
        },
        difference: {
          anyOf: [
            { $ref: '#/$defs/difference' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/difference' } },
          ],
        },
        asymmetryPercent: {
          anyOf: [
            { $ref: '#/$defs/asymmetry' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/asymmetry' } },
          ],
        },
        outcome: {
          anyOf: [
            { $ref: '#/$defs/outcome' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/outcome' } },
          ],
        },
        reason: {
          anyOf: [
            { $ref: '#/$defs/reason' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/reason' } },
          ],
        },
        originPosition: {
          anyOf: [
            { $ref: '#/$defs/position' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/position' } },
          ],
        },
        destinationPosition: {
          anyOf: [
            { $ref: '#/$defs/position' },
            { type: 'array', minItems: 1, maxItems: 50000, items: { $ref: '#/$defs/position' } },
          ],
        },
      },
      $defs: {
        agreementId: {
          title: 'an agreement, such as BE-DK-2026',
          type: 'string',
          pattern: '^[A-Z0-9-]{3,64}$',
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        moment: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z',
          type: 'string',
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        Tolerance: {
          description: 'How far two statements may lie apart.',
          type: 'object',
          additionalProperties: false,
          required: ['asymmetryPercent'],
          properties: { asymmetryPercent: { $ref: '#/$defs/percent' } },
        },
        percent: { title: 'a percentage from 0 to 200', type: 'number', minimum: 0, maximum: 200 },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,16}$' },
        period: {
          title: 'a year, a quarter or a month, such as 2016, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        people: {
          title: 'a whole number of people, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        difference: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: -9007199254740991,
          maximum: 9007199254740991,
        },
        asymmetry: {
          title: 'a percentage from 0 to 200, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 200,
        },
        outcome: { type: 'string', enum: ['within', 'outside', 'not-comparable', 'one-sided'] },
        reason: { type: ['string', 'null'], maxLength: 500 },
        position: {
          title: "a position in the hub's record, or null",
          type: ['integer', 'null'],
          minimum: 1,
          maximum: 9007199254740991,
        },
      },
    },
  },
  revocation: {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:revocation:0.1.0',
      title: 'Revocation',
      description: 'One party ends an agreement.',
      type: 'object',
      additionalProperties: false,
      required: ['agreement', 'reason', 'at'],
      properties: {
        agreement: { $ref: '#/$defs/agreementId' },
        reason: { type: 'string', minLength: 1, maxLength: 500 },
        at: { $ref: '#/$defs/moment' },
      },
      $defs: {
        agreementId: {
          title: 'an agreement, such as BE-DK-2026',
          type: 'string',
          pattern: '^[A-Z0-9-]{3,64}$',
        },
        moment: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z',
          type: 'string',
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
      },
    },
  },
} as const
