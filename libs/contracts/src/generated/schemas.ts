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
        'madeOf',
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
        madeOf: { $ref: '#/$defs/AggregateMadeOf' },
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
        AggregateMadeOf: {
          description:
            'The messages that the sums have figures of, the oldest first: each by the commitment that its receipt, its line in the journal and whoever was handed it have too.',
          type: 'object',
          additionalProperties: false,
          required: ['rows', 'member', 'commitment', 'recordedAt'],
          properties: {
            rows: { $ref: '#/$defs/count' },
            member: {
              type: 'array',
              items: { $ref: '#/$defs/participant' },
              minItems: 0,
              maxItems: 50000,
            },
            commitment: {
              type: 'array',
              items: { $ref: '#/$defs/digest' },
              minItems: 0,
              maxItems: 50000,
            },
            recordedAt: {
              type: 'array',
              items: { $ref: '#/$defs/moment' },
              minItems: 0,
              maxItems: 50000,
            },
          },
        },
        digest: {
          title: 'a digest, written sha-256: and 43 base64url characters',
          type: 'string',
          pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
        },
      },
    },
  },
  agreement: {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:agreement:1.0.0',
      title: 'Agreement',
      description:
        'The terms that all parties sign, over their RFC 8785 bytes: what the hub keeps them to, and, apart from it, what it only records.',
      type: 'object',
      additionalProperties: false,
      required: [
        'id',
        'title',
        'parties',
        'term',
        'entryIntoForce',
        'provisionalApplication',
        'accession',
        'signatureDays',
        'enforced',
        'recorded',
      ],
      properties: {
        id: { $ref: '#/$defs/agreementId' },
        title: {
          title: 'a text of 1 to 200 characters',
          type: 'string',
          minLength: 1,
          maxLength: 200,
        },
        parties: {
          title: 'the parties, in the order of their codes',
          type: 'array',
          items: { $ref: '#/$defs/AgreementParty' },
          minItems: 2,
          maxItems: 64,
        },
        committee: { $ref: '#/$defs/participant' },
        supersedes: { $ref: '#/$defs/agreementId' },
        term: { $ref: '#/$defs/AgreementTerm' },
        entryIntoForce: { $ref: '#/$defs/EntryIntoForce' },
        provisionalApplication: { $ref: '#/$defs/ProvisionalApplication' },
        accession: { $ref: '#/$defs/Accession' },
        signatureDays: {
          title: 'days from the proposal until all must have signed',
          type: 'integer',
          minimum: 1,
          maximum: 1830,
        },
        enforced: {
          type: 'array',
          items: { $ref: '#/$defs/AgreementClause' },
          minItems: 1,
          maxItems: 256,
        },
        recorded: {
          type: 'array',
          items: { $ref: '#/$defs/RecordedClause' },
          minItems: 0,
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
        partyRef: {
          title:
            'a party, such as BE, or _PARTIES for each party, those that accede later included',
          type: 'string',
          pattern: '^([A-Z0-9]{2,16}|_PARTIES)$',
        },
        office: {
          title: 'an office of a participant, such as STAT',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        clauseId: {
          title: 'the number of a clause, such as 1',
          type: 'string',
          pattern: '^[A-Za-z0-9.-]{1,16}$',
        },
        contract: {
          title: 'a statistical contract',
          type: 'string',
          enum: [
            'migration-flow',
            'migrant-stock',
            'labour-market',
            'work-permits',
            'deployment',
            'temporary-mobility',
            'qualification-recognition',
            'social-protection',
          ],
        },
        date: { title: 'a day, such as 2026-01-31', type: 'string', format: 'date' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        code: {
          title: 'a code, such as BE or _T',
          type: 'string',
          pattern: '^[A-Za-z0-9_]{1,32}$',
        },
        dimension: {
          title: 'a dimension of the contract, such as sex',
          type: 'string',
          pattern: '^[a-z][A-Za-z]{1,31}$',
        },
        text: {
          title: 'a text of 1 to 4,000 characters',
          type: 'string',
          minLength: 1,
          maxLength: 4000,
        },
        sha256: {
          title: 'a SHA-256 digest in hexadecimal, such as 9f86d081…',
          type: 'string',
          pattern: '^[0-9a-f]{64}$',
        },
        percent: { title: 'a percentage from 0 to 200', type: 'number', minimum: 0, maximum: 200 },
        language: {
          title: 'a language, such as fr (BCP 47)',
          type: 'string',
          pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$',
        },
        AgreementParty: {
          description: 'A party, and how many people sign for it.',
          type: 'object',
          additionalProperties: false,
          required: ['participant', 'signatures'],
          properties: {
            participant: { $ref: '#/$defs/participant' },
            signatures: { title: 'one or two people', type: 'integer', minimum: 1, maximum: 2 },
          },
        },
        AgreementTerm: {
          description: 'The first and the last day of the agreement.',
          type: 'object',
          additionalProperties: false,
          required: ['from', 'until'],
          properties: { from: { $ref: '#/$defs/date' }, until: { $ref: '#/$defs/date' } },
        },
        EntryIntoForce: {
          description: 'When the agreement comes into force, once all have signed.',
          type: 'object',
          discriminator: { propertyName: 'rule' },
          oneOf: [
            { $ref: '#/$defs/EntryOnSignature' },
            { $ref: '#/$defs/EntryOnDate' },
            { $ref: '#/$defs/EntryOnNotices' },
          ],
        },
        EntryOnSignature: {
          description: 'With the last signature.',
          type: 'object',
          additionalProperties: false,
          required: ['rule'],
          properties: { rule: { type: 'string', const: 'on-signature' } },
        },
        EntryOnDate: {
          description: 'On a day, once all have signed.',
          type: 'object',
          additionalProperties: false,
          required: ['rule', 'date'],
          properties: {
            rule: { type: 'string', const: 'on-date' },
            date: { $ref: '#/$defs/date' },
          },
        },
        EntryOnNotices: {
          description: 'When the last party has given notice that its own procedures are complete.',
          type: 'object',
          additionalProperties: false,
          required: ['rule', 'days'],
          properties: {
            rule: { type: 'string', const: 'on-notices' },
            days: {
              title: 'days from the last signature until the notices must be there',
              type: 'integer',
              minimum: 1,
              maximum: 1830,
            },
          },
        },
        ProvisionalApplication: {
          description: 'Whether the agreement is applied before it is in force.',
          type: 'object',
          discriminator: { propertyName: 'rule' },
          oneOf: [{ $ref: '#/$defs/NotProvisional' }, { $ref: '#/$defs/ProvisionalFrom' }],
        },
        NotProvisional: {
          description: 'It is not.',
          type: 'object',
          additionalProperties: false,
          required: ['rule'],
          properties: { rule: { type: 'string', const: 'not-agreed' } },
        },
        ProvisionalFrom: {
          description:
            'From a day on, once all have signed, until it is in force or the time for the notices is over.',
          type: 'object',
          additionalProperties: false,
          required: ['rule', 'date'],
          properties: {
            rule: { type: 'string', const: 'from-date' },
            date: { $ref: '#/$defs/date' },
          },
        },
        Accession: {
          description: 'Whether others can become parties.',
          type: 'object',
          discriminator: { propertyName: 'rule' },
          oneOf: [{ $ref: '#/$defs/AccessionClosed' }, { $ref: '#/$defs/AccessionOpen' }],
        },
        AccessionClosed: {
          description: 'They cannot.',
          type: 'object',
          additionalProperties: false,
          required: ['rule'],
          properties: { rule: { type: 'string', const: 'closed' } },
        },
        AccessionOpen: {
          description: 'They can, where each party consents or has been silent for so long.',
          type: 'object',
          additionalProperties: false,
          required: ['rule', 'days'],
          properties: {
            rule: { type: 'string', const: 'with-consent' },
            days: {
              title: 'days until silence is a refusal',
              type: 'integer',
              minimum: 1,
              maximum: 365,
            },
          },
        },
        AgreementClause: {
          description: 'What the hub keeps the parties to, one clause a thing.',
          type: 'object',
          discriminator: { propertyName: 'kind' },
          oneOf: [
            { $ref: '#/$defs/ShareClause' },
            { $ref: '#/$defs/ReportClause' },
            { $ref: '#/$defs/ProtectClause' },
            { $ref: '#/$defs/ReconcileClause' },
            { $ref: '#/$defs/PipelineClause' },
            { $ref: '#/$defs/AggregateClause' },
            { $ref: '#/$defs/TimetableClause' },
            { $ref: '#/$defs/RetentionClause' },
            { $ref: '#/$defs/RedistributionClause' },
            { $ref: '#/$defs/ReleaseClause' },
            { $ref: '#/$defs/ReciprocityClause' },
            { $ref: '#/$defs/DeliveredClause' },
            { $ref: '#/$defs/EnforcedNotAgreed' },
          ],
        },
        ShareClause: {
          description:
            'A party gives another its figures: these cells, to this level of detail, and nothing else.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'from', 'to', 'contract', 'confStatus'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'share' },
            from: {
              type: 'array',
              items: { $ref: '#/$defs/partyRef' },
              minItems: 1,
              maxItems: 64,
              uniqueItems: true,
            },
            to: {
              type: 'array',
              items: { $ref: '#/$defs/partyRef' },
              minItems: 1,
              maxItems: 64,
              uniqueItems: true,
            },
            contract: { $ref: '#/$defs/contract' },
            periods: { $ref: '#/$defs/AgreementPeriods' },
            corridors: {
              type: 'array',
              items: { $ref: '#/$defs/Corridor' },
              minItems: 1,
              maxItems: 1000,
            },
            only: { type: 'array', items: { $ref: '#/$defs/Slice' }, minItems: 1, maxItems: 16 },
            levels: {
              title: 'the level of detail of each dimension; one that is not named is its total',
              type: 'array',
              items: { $ref: '#/$defs/DimensionLevel' },
              minItems: 1,
              maxItems: 16,
            },
            confStatus: {
              title: 'the confidentiality that may leave (CL_CONF_STATUS)',
              type: 'array',
              items: { type: 'string', enum: ['F', 'N', 'C', 'D', 'S', 'A', 'O', 'T', 'G', 'M'] },
              minItems: 1,
              maxItems: 10,
              uniqueItems: true,
            },
            audience: {
              title:
                'the offices of the recipient that may read it; all of them where none is named',
              type: 'array',
              items: { $ref: '#/$defs/office' },
              minItems: 1,
              maxItems: 64,
              uniqueItems: true,
            },
          },
        },
        ReportClause: {
          description:
            'Partners who are no state publish these cells about states that are parties, in a role of their own. The figures are theirs, and are never counted or compared as those of the states.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'by', 'as', 'contract', 'areas'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'report' },
            by: {
              title: 'the partners, by their names',
              type: 'array',
              items: { $ref: '#/$defs/participant' },
              minItems: 1,
              maxItems: 64,
              uniqueItems: true,
            },
            as: {
              title: 'the role in which they report: what they are registered as',
              type: 'string',
              enum: ['employers', 'workers', 'migrants', 'recruiters'],
            },
            contract: { $ref: '#/$defs/contract' },
            areas: {
              title: 'the states that the figures are about; each is a party',
              type: 'array',
              items: { $ref: '#/$defs/partyRef' },
              minItems: 1,
              maxItems: 64,
              uniqueItems: true,
            },
            periods: { $ref: '#/$defs/AgreementPeriods' },
            only: {
              title:
                'only these codes of a dimension, with what lies below them, such as the sectors of the members',
              type: 'array',
              items: { $ref: '#/$defs/Slice' },
              minItems: 1,
              maxItems: 16,
            },
          },
        },
        AgreementPeriods: {
          description:
            'The first and the last period that figures may be of, apart from the term of the agreement.',
          type: 'object',
          additionalProperties: false,
          required: ['from', 'until'],
          properties: { from: { $ref: '#/$defs/period' }, until: { $ref: '#/$defs/period' } },
        },
        Corridor: {
          description: 'A direction of moves.',
          type: 'object',
          additionalProperties: false,
          required: ['origin', 'destination'],
          properties: { origin: { $ref: '#/$defs/code' }, destination: { $ref: '#/$defs/code' } },
        },
        Slice: {
          description: 'Only these codes of a dimension, with what lies below them.',
          type: 'object',
          additionalProperties: false,
          required: ['dimension', 'codes'],
          properties: {
            dimension: { $ref: '#/$defs/dimension' },
            codes: {
              type: 'array',
              items: { $ref: '#/$defs/code' },
              minItems: 1,
              maxItems: 1000,
              uniqueItems: true,
            },
          },
        },
        DimensionLevel: {
          description: 'To which level of its hierarchy a dimension is told.',
          type: 'object',
          additionalProperties: false,
          required: ['dimension', 'level'],
          properties: {
            dimension: { $ref: '#/$defs/dimension' },
            level: {
              type: 'string',
              enum: [
                'total',
                'level-1',
                'level-2',
                'level-3',
                'level-4',
                'five-year-ages',
                'ten-year-ages',
                'all',
              ],
            },
          },
        },
        ProtectClause: {
          description: 'How figures are protected before they are handed over.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'rule'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'protect' },
            from: {
              type: 'array',
              items: { $ref: '#/$defs/partyRef' },
              minItems: 1,
              maxItems: 64,
              uniqueItems: true,
            },
            contracts: {
              type: 'array',
              items: { $ref: '#/$defs/contract' },
              minItems: 1,
              maxItems: 8,
              uniqueItems: true,
            },
            rule: { $ref: '#/$defs/ProtectionRule' },
          },
        },
        ProtectionRule: {
          description: 'The method, with its own numbers.',
          type: 'object',
          discriminator: { propertyName: 'method' },
          oneOf: [
            { $ref: '#/$defs/PublishedFigures' },
            { $ref: '#/$defs/Suppression' },
            { $ref: '#/$defs/RandomRounding' },
            { $ref: '#/$defs/CellKey' },
          ],
        },
        PublishedFigures: {
          description: 'The figures are published: they are handed over as they are.',
          type: 'object',
          additionalProperties: false,
          required: ['method'],
          properties: { method: { type: 'string', const: 'published-figures-no-protection' } },
        },
        Suppression: {
          description:
            'Small counts are suppressed, and others with them so that none can be computed back.',
          type: 'object',
          additionalProperties: false,
          required: ['method', 'threshold', 'zeros', 'protectionPercent'],
          properties: {
            method: { type: 'string', const: 'suppression' },
            threshold: {
              title: 'counts from 1 to this one are suppressed',
              type: 'integer',
              minimum: 1,
              maximum: 1000,
            },
            zeros: { title: 'true where a zero is suppressed too', type: 'boolean' },
            protectionPercent: {
              title:
                'how wide the interval of a suppressed count stays at least, as a percentage of the threshold',
              type: 'integer',
              minimum: 1,
              maximum: 1000,
            },
            dominance: { $ref: '#/$defs/Dominance' },
            estimatePercent: {
              title:
                'for figures about employers: suppressed where the second largest contributor can estimate the largest to within so many percent (the p% rule)',
              type: 'integer',
              minimum: 1,
              maximum: 100,
            },
            groups: {
              title: 'small or vulnerable groups with a threshold of their own',
              type: 'array',
              items: { $ref: '#/$defs/GroupThreshold' },
              minItems: 1,
              maxItems: 64,
            },
          },
        },
        Dominance: {
          description:
            'For figures about employers: suppressed where so many contributors have more than so much of it.',
          type: 'object',
          additionalProperties: false,
          required: ['contributors', 'percent'],
          properties: {
            contributors: {
              title: 'so many contributors',
              type: 'integer',
              minimum: 1,
              maximum: 10,
            },
            percent: {
              title: 'more than this share of the figure',
              type: 'integer',
              minimum: 1,
              maximum: 100,
            },
          },
        },
        GroupThreshold: {
          description: 'Counts of this group are suppressed up to a threshold of its own.',
          type: 'object',
          additionalProperties: false,
          required: ['dimension', 'codes', 'threshold'],
          properties: {
            dimension: { $ref: '#/$defs/dimension' },
            codes: {
              type: 'array',
              items: { $ref: '#/$defs/code' },
              minItems: 1,
              maxItems: 1000,
              uniqueItems: true,
            },
            threshold: {
              title: 'counts from 1 to this one are suppressed',
              type: 'integer',
              minimum: 1,
              maximum: 1000,
            },
          },
        },
        RandomRounding: {
          description:
            'Counts are rounded up or down to a multiple of the base, the same cell always the same way.',
          type: 'object',
          additionalProperties: false,
          required: ['method', 'base'],
          properties: {
            method: { type: 'string', const: 'random-rounding' },
            base: { title: 'the base', type: 'integer', minimum: 2, maximum: 100 },
          },
        },
        CellKey: {
          description: "Counts are changed a little by the sender's cell keys.",
          type: 'object',
          additionalProperties: false,
          required: ['method', 'maximumNoise', 'variance', 'smallest'],
          properties: {
            method: { type: 'string', const: 'cell-key' },
            maximumNoise: {
              title: 'how much a count is changed at most',
              type: 'integer',
              minimum: 1,
              maximum: 20,
            },
            variance: {
              title: 'the variance of the noise',
              type: 'number',
              minimum: 0.1,
              maximum: 100,
            },
            smallest: {
              title: 'no count between 1 and this one remains',
              type: 'integer',
              minimum: 0,
              maximum: 10,
            },
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
            materiality: { $ref: '#/$defs/Materiality' },
            level: { $ref: '#/$defs/suspicion' },
            mostVariation: { $ref: '#/$defs/variation' },
            budget: { $ref: '#/$defs/budget' },
            reviewDays: { $ref: '#/$defs/reviewDays' },
            reportTo: { $ref: '#/$defs/reportTo' },
            commitFirst: {
              title: "both sides report before either sees the other's figures",
              type: 'boolean',
            },
            durationRule: {
              type: 'string',
              enum: [
                'duration-imem',
                'duration-willekens-expert',
                'duration-willekens-poisson',
                'duration-willekens-mixture',
              ],
            },
            doubleCoding: {
              title: 'how codes that another version of their classification splits are shared out',
              type: 'array',
              items: { $ref: '#/$defs/DoubleCoding' },
              minItems: 1,
              maxItems: 600,
            },
          },
        },
        DoubleCoding: {
          description:
            'What persons who were coded by both versions of a classification show of one code: their shares are taken for those of all.',
          type: 'object',
          additionalProperties: false,
          required: ['from', 'to', 'code', 'into'],
          properties: {
            from: { $ref: '#/$defs/classification' },
            to: { $ref: '#/$defs/classification' },
            code: { $ref: '#/$defs/code' },
            into: {
              title: 'the codes that they have in the other version',
              type: 'array',
              items: { $ref: '#/$defs/DoubleCoded' },
              minItems: 1,
              maxItems: 60,
            },
          },
        },
        DoubleCoded: {
          description: 'How many of the persons of a code have this one in the other version.',
          type: 'object',
          additionalProperties: false,
          required: ['code', 'persons'],
          properties: {
            code: { $ref: '#/$defs/code' },
            persons: {
              title: 'persons who were coded by both',
              type: 'integer',
              minimum: 1,
              maximum: 1000000000,
            },
          },
        },
        classification: {
          title: 'a version of a classification, such as ISCO-88',
          type: 'string',
          pattern: '^[A-Z]{2,8}-[0-9]{1,4}$',
        },
        suspicion: { title: 'a suspicion from 0 to 1', type: 'number', minimum: 0, maximum: 1 },
        variation: {
          title: 'a coefficient of variation from 0 to 1',
          type: 'number',
          minimum: 0,
          maximum: 1,
        },
        reviewDays: {
          title: 'days that each side has to answer a case, from its opening',
          type: 'integer',
          minimum: 1,
          maximum: 365,
        },
        reportTo: {
          title:
            'who besides the parties and their committee reads cases and receives the report that all have signed',
          type: 'array',
          items: { $ref: '#/$defs/participant' },
          minItems: 1,
          maxItems: 16,
          uniqueItems: true,
        },
        budget: { title: 'so many cases a round', type: 'integer', minimum: 0, maximum: 1000 },
        Tolerance: {
          description: 'How far two statements may lie apart.',
          type: 'object',
          additionalProperties: false,
          required: ['asymmetryPercent'],
          properties: { asymmetryPercent: { $ref: '#/$defs/percent' } },
        },
        Materiality: {
          description: 'Differences below it are no case.',
          type: 'object',
          additionalProperties: false,
          required: ['persons'],
          properties: {
            persons: { title: 'so many people', type: 'integer', minimum: 0, maximum: 1000000 },
            percent: { $ref: '#/$defs/percent' },
          },
        },
        PipelineClause: {
          description:
            'Both sides count stages of one path: each stage is held against the stages before it, never set equal.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'frequency', 'origin', 'destination', 'levelPercent', 'stages'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'pipeline' },
            frequency: { type: 'string', enum: ['A', 'S', 'Q', 'M'] },
            origin: { $ref: '#/$defs/code' },
            destination: { $ref: '#/$defs/code' },
            levelPercent: {
              title: 'the chance of a false alarm for each figure, as a percentage',
              type: 'number',
              minimum: 0.01,
              maximum: 20,
            },
            stages: {
              title: 'the stages, in their order',
              type: 'array',
              items: { $ref: '#/$defs/PipelineStage' },
              minItems: 2,
              maxItems: 12,
            },
            stocks: {
              title: 'who is there, held against who leaves',
              type: 'array',
              items: { $ref: '#/$defs/PipelineStock' },
              minItems: 1,
              maxItems: 4,
            },
          },
        },
        PipelineStage: {
          description:
            'A stage: who reports it, by which figure, after which stage, how much later and how many.',
          type: 'object',
          additionalProperties: false,
          required: ['stage', 'from', 'contract', 'at'],
          properties: {
            stage: { $ref: '#/$defs/stageName' },
            from: { $ref: '#/$defs/participant' },
            contract: { $ref: '#/$defs/contract' },
            at: {
              title: 'the codes of the figure; a dimension that is not named is its total',
              type: 'array',
              items: { $ref: '#/$defs/DimensionCode' },
              minItems: 0,
              maxItems: 16,
            },
            after: { $ref: '#/$defs/stageName' },
            lagPercent: {
              title:
                'of those who go on, how many do so 0, 1, 2 … periods later, as percentages that sum to 100',
              type: 'array',
              items: {
                title: 'a percentage from 0 to 100',
                type: 'number',
                minimum: 0,
                maximum: 100,
              },
              minItems: 1,
              maxItems: 37,
            },
            takeUp: { $ref: '#/$defs/TakeUp' },
          },
        },
        stageName: {
          title: 'a stage of labour migration',
          type: 'string',
          enum: [
            'offer',
            'clearance',
            'permit',
            'departure',
            'entry',
            'stock',
            'return',
            're-entry',
          ],
        },
        DimensionCode: {
          description: 'A code of a dimension.',
          type: 'object',
          additionalProperties: false,
          required: ['dimension', 'code'],
          properties: { dimension: { $ref: '#/$defs/dimension' }, code: { $ref: '#/$defs/code' } },
        },
        TakeUp: {
          description: 'Of the stage before, how many go on at least and at most.',
          type: 'object',
          additionalProperties: false,
          required: ['leastPercent', 'mostPercent'],
          properties: {
            leastPercent: {
              title: 'a percentage from 0 to 100',
              type: 'number',
              minimum: 0,
              maximum: 100,
            },
            mostPercent: {
              title: 'a percentage from 0 to 1000',
              type: 'number',
              minimum: 0,
              maximum: 1000,
            },
          },
        },
        PipelineStock: {
          description:
            "Nobody leaves who is not there: who leaves is held against the stock, a stage's own figure or reckoned from an opening figure.",
          type: 'object',
          additionalProperties: false,
          required: ['leaves', 'enters'],
          properties: {
            leaves: { $ref: '#/$defs/stageName' },
            enters: { $ref: '#/$defs/stageName' },
            stock: { $ref: '#/$defs/stageName' },
            opening: {
              title: 'so many people before the first period',
              type: 'integer',
              minimum: 0,
              maximum: 1000000000,
            },
          },
        },
        AggregateClause: {
          description:
            'These parties consent to their figures going into the aggregates of the region.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'contract', 'from'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'aggregate' },
            contract: { $ref: '#/$defs/contract' },
            from: {
              type: 'array',
              items: { $ref: '#/$defs/partyRef' },
              minItems: 1,
              maxItems: 64,
              uniqueItems: true,
            },
          },
        },
        TimetableClause: {
          description: 'When figures are due.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'contract', 'from', 'frequency', 'dueDays'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'timetable' },
            contract: { $ref: '#/$defs/contract' },
            from: {
              type: 'array',
              items: { $ref: '#/$defs/partyRef' },
              minItems: 1,
              maxItems: 64,
              uniqueItems: true,
            },
            frequency: { type: 'string', enum: ['A', 'S', 'Q', 'M'] },
            dueDays: {
              title: 'days after the end of the period',
              type: 'integer',
              minimum: 0,
              maximum: 1100,
            },
          },
        },
        RetentionClause: {
          description: 'How long the recipients and the hub keep what was handed over.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'contract', 'days'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'retention' },
            contract: { $ref: '#/$defs/contract' },
            days: { title: 'days after the delivery', type: 'integer', minimum: 1, maximum: 36600 },
          },
        },
        RedistributionClause: {
          description: 'What recipients may hand on, as the figures say in CONF_REDIST.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'contract', 'allowed'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'redistribution' },
            contract: { $ref: '#/$defs/contract' },
            allowed: {
              title: 'the codes of CL_CONF_REDIST that the recipients may act on',
              type: 'array',
              items: { $ref: '#/$defs/code' },
              minItems: 0,
              maxItems: 16,
              uniqueItems: true,
            },
          },
        },
        ReleaseClause: {
          description: 'When accepted figures are handed over.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'contract', 'rule'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'release' },
            contract: { $ref: '#/$defs/contract' },
            rule: { type: 'string', enum: ['at-once', 'after-comment'] },
            commentDays: {
              title: 'days in which the sender may comment or stop the release',
              type: 'integer',
              minimum: 1,
              maximum: 90,
            },
          },
        },
        ReciprocityClause: {
          description:
            'A party receives under one of these clauses only while it gives under the others.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'clauses'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'reciprocity' },
            clauses: {
              type: 'array',
              items: { $ref: '#/$defs/clauseId' },
              minItems: 2,
              maxItems: 64,
              uniqueItems: true,
            },
          },
        },
        DeliveredClause: {
          description: 'The moment that counts as delivered.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'moment'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'delivered' },
            moment: { type: 'string', enum: ['handed-over', 'acknowledged'] },
          },
        },
        EnforcedNotAgreed: {
          description: 'The parties have not agreed on this.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'topic'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'not-agreed' },
            topic: {
              type: 'string',
              enum: [
                'reconcile',
                'aggregate',
                'timetable',
                'retention',
                'redistribution',
                'release',
                'reciprocity',
                'delivered',
              ],
            },
          },
        },
        RecordedClause: {
          description:
            'What the parties have agreed and the hub only records: it cannot keep anybody to it.',
          type: 'object',
          discriminator: { propertyName: 'kind' },
          oneOf: [
            { $ref: '#/$defs/PurposesRecord' },
            { $ref: '#/$defs/LegalBasisRecord' },
            { $ref: '#/$defs/LanguagesRecord' },
            { $ref: '#/$defs/AuthoritiesRecord' },
            { $ref: '#/$defs/RolesRecord' },
            { $ref: '#/$defs/BreachRecord' },
            { $ref: '#/$defs/ReturnRecord' },
            { $ref: '#/$defs/TextRecord' },
            { $ref: '#/$defs/RecordedNotAgreed' },
          ],
        },
        PurposesRecord: {
          description: 'What the figures may be used for, and what not.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'purposes', 'prohibited'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'purposes' },
            purposes: {
              type: 'array',
              items: {
                type: 'string',
                enum: [
                  'official-statistics',
                  'policy-planning',
                  'skills-matching',
                  'protection-of-workers',
                  'social-security-coordination',
                  'research',
                ],
              },
              minItems: 1,
              maxItems: 6,
              uniqueItems: true,
            },
            prohibited: {
              type: 'array',
              items: {
                type: 'string',
                enum: [
                  'individual-decisions',
                  'law-enforcement',
                  'border-control',
                  'commercial-use',
                  're-identification',
                ],
              },
              minItems: 0,
              maxItems: 5,
              uniqueItems: true,
            },
          },
        },
        LegalBasisRecord: {
          description:
            'The treaty or law that the agreement rests on, bound by the digest of its text.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'reference', 'textSha256'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'legal-basis' },
            reference: { $ref: '#/$defs/text' },
            textSha256: { $ref: '#/$defs/sha256' },
          },
        },
        LanguagesRecord: {
          description: 'The languages in which the text is authentic.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'languages'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'authentic-languages' },
            languages: {
              type: 'array',
              items: { $ref: '#/$defs/language' },
              minItems: 1,
              maxItems: 24,
              uniqueItems: true,
            },
          },
        },
        AuthoritiesRecord: {
          description: 'Who is competent for each party, and what proves their powers.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'authorities'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'competent-authorities' },
            authorities: {
              type: 'array',
              items: { $ref: '#/$defs/Authority' },
              minItems: 1,
              maxItems: 128,
            },
          },
        },
        Authority: {
          description: 'The competent authority of a party.',
          type: 'object',
          additionalProperties: false,
          required: ['party', 'authority', 'proofOfPowers'],
          properties: {
            party: { $ref: '#/$defs/participant' },
            authority: { $ref: '#/$defs/text' },
            proofOfPowers: { $ref: '#/$defs/text' },
          },
        },
        RolesRecord: {
          description: 'Who is controller and who is processor.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'roles'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'data-protection-roles' },
            roles: {
              type: 'array',
              items: { $ref: '#/$defs/ProtectionRole' },
              minItems: 1,
              maxItems: 64,
            },
          },
        },
        ProtectionRole: {
          description: "The role of a party, or of the hub's operator (OPERATOR).",
          type: 'object',
          additionalProperties: false,
          required: ['party', 'role'],
          properties: {
            party: { $ref: '#/$defs/participant' },
            role: { type: 'string', enum: ['controller', 'joint-controller', 'processor'] },
          },
        },
        BreachRecord: {
          description: 'How soon a breach is told.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'hours'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'breach-notice' },
            hours: { title: 'hours', type: 'integer', minimum: 1, maximum: 720 },
          },
        },
        ReturnRecord: {
          description: 'What becomes of the figures at the end.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'choice', 'days'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'return-or-destruction' },
            choice: { type: 'string', enum: ['return', 'destruction', 'keep'] },
            days: { title: 'days after the end', type: 'integer', minimum: 1, maximum: 3660 },
          },
        },
        TextRecord: {
          description: 'What was agreed, in words.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'topic', 'text'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'text' },
            topic: {
              type: 'string',
              enum: [
                'electronic-signature',
                'hosting',
                'transfer-basis',
                'audit',
                'liability',
                'disputes',
                'cost',
                'citation',
                'amendment',
                'notice',
                'survival',
              ],
            },
            text: { $ref: '#/$defs/text' },
          },
        },
        RecordedNotAgreed: {
          description: 'The parties have not agreed on this.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'kind', 'topic'],
          properties: {
            id: { $ref: '#/$defs/clauseId' },
            kind: { type: 'string', const: 'not-agreed' },
            topic: {
              type: 'string',
              enum: [
                'purposes',
                'legal-basis',
                'authentic-languages',
                'competent-authorities',
                'data-protection-roles',
                'breach-notice',
                'return-or-destruction',
                'electronic-signature',
                'hosting',
                'transfer-basis',
                'audit',
                'liability',
                'disputes',
                'cost',
                'citation',
                'amendment',
                'notice',
                'survival',
              ],
            },
          },
        },
      },
    },
  },
  'agreement-act': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:agreement-act:1.0.0',
      title: 'AgreementAct',
      description:
        'What a party, or one who wants to become one, does about an agreement besides signing its terms, which it may propose; signed over its RFC 8785 bytes.',
      type: 'object',
      additionalProperties: false,
      required: ['agreement', 'act', 'digest', 'at'],
      properties: {
        agreement: { $ref: '#/$defs/agreementId' },
        act: {
          type: 'string',
          enum: [
            'propose',
            'decline',
            'reserve',
            'notify',
            'suspend',
            'resume',
            'terminate',
            'withdraw',
            'accede',
            'consent',
            'refuse',
          ],
        },
        digest: { $ref: '#/$defs/digest' },
        at: { $ref: '#/$defs/moment' },
        answers: {
          title: 'the digest of the terms that a proposal answers by its own',
          type: 'string',
          pattern: '^sha-256:[A-Za-z0-9_-]{43}$',
        },
        reason: {
          title: 'why, for the other parties to read: 1 to 500 characters',
          type: 'string',
          minLength: 1,
          maxLength: 500,
        },
        clauses: {
          title: 'the clauses that a reservation or an accession leaves out',
          type: 'array',
          items: { $ref: '#/$defs/clauseId' },
          minItems: 0,
          maxItems: 256,
          uniqueItems: true,
        },
        participant: { $ref: '#/$defs/participant' },
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
        digest: {
          title: 'the digest of the terms that the act is about',
          type: 'string',
          pattern: '^sha-256:[A-Za-z0-9_-]{43}$',
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
  bundle: {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:bundle:1.0.0',
      title: 'Bundle',
      description:
        'Several datasets in one message: all of them are accepted, or none. Each follows the contract that it names.',
      type: 'object',
      additionalProperties: false,
      required: ['parts'],
      properties: {
        parts: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/BundlePart' } },
      },
      $defs: {
        BundlePart: {
          description: 'One dataset with the contract that it follows.',
          type: 'object',
          additionalProperties: false,
          required: ['contract', 'version', 'data'],
          properties: {
            contract: {
              title: 'the name of a contract, such as migration-flow',
              type: 'string',
              pattern: '^[a-z][a-z0-9-]{0,63}$',
            },
            version: {
              title: 'a version, such as 1.0.0',
              type: 'string',
              pattern: '^[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}$',
            },
            data: { type: 'object' },
          },
        },
      },
    },
  },
  'codelist-extension': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:codelist-extension:1.0.0',
      title: 'CodeListExtension',
      description:
        'Codes that a hub or an office adds to one released code list, without a new release. Nothing that is released is changed or taken away.',
      type: 'object',
      additionalProperties: false,
      required: ['list', 'source', 'codes'],
      properties: {
        list: {
          title: 'a code list, such as CL_OCCUPATION',
          type: 'string',
          pattern: '^CL_[A-Z0-9_]{1,40}$',
        },
        source: {
          title: 'who decided that the codes exist, of 1 to 200 characters',
          type: 'string',
          minLength: 1,
          maxLength: 200,
        },
        codes: { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/AddedCode' } },
      },
      $defs: {
        AddedCode: {
          description:
            'A code that a list gains. Its parent is a released code or stands before it.',
          type: 'object',
          additionalProperties: false,
          required: ['code', 'label', 'validFrom'],
          properties: {
            code: {
              title: 'a code, such as BE or _T',
              type: 'string',
              pattern: '^[A-Z0-9_]{1,32}$',
            },
            label: {
              title: 'an English label of 1 to 300 characters',
              type: 'string',
              minLength: 1,
              maxLength: 300,
            },
            parent: {
              title: 'a code, such as BE or _T',
              type: 'string',
              pattern: '^[A-Z0-9_]{1,32}$',
            },
            validFrom: {
              title: 'the first day, such as 2026-01-31',
              type: 'string',
              format: 'date',
            },
            validUntil: {
              title: 'the first day on which it no longer holds, such as 2026-01-31',
              type: 'string',
              format: 'date',
            },
          },
        },
      },
    },
  },
  delivery: {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:delivery:1.0.0',
      title: 'Delivery',
      description:
        'What the hub hands over to a recipient: figures, or a note that figures are withdrawn. Numbered for the recipient without a gap, each naming the digest of the one before, so that it can prove that nothing was left out.',
      type: 'object',
      additionalProperties: false,
      required: ['recipient', 'number'],
      properties: {
        recipient: { $ref: '#/$defs/recipient' },
        number: { $ref: '#/$defs/number' },
        previous: { $ref: '#/$defs/digest' },
        figures: { $ref: '#/$defs/DeliveredFigures' },
        withdrawal: { $ref: '#/$defs/WithdrawalNote' },
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
        recipient: {
          title: 'a participant, such as BE, or an office of it, such as BE-STAT',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}(-[A-Z0-9]{2,16})?$',
        },
        contract: {
          title: 'a statistical contract',
          type: 'string',
          enum: [
            'migration-flow',
            'migrant-stock',
            'labour-market',
            'work-permits',
            'deployment',
            'temporary-mobility',
            'qualification-recognition',
            'social-protection',
          ],
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
        number: {
          title: "a place in the recipient's own numbering: 1, 2, 3, without a gap",
          type: 'integer',
          minimum: 1,
          maximum: 9007199254740991,
        },
        row: {
          title: 'a row of the dataset, counted from 1',
          type: 'integer',
          minimum: 1,
          maximum: 5000,
        },
        DeliveredFigures: {
          description:
            'The figures of one submission that clauses of agreements grant: a dataset of the contract and version that it names.',
          type: 'object',
          additionalProperties: false,
          required: [
            'sender',
            'contract',
            'version',
            'commitment',
            'recordedAt',
            'grants',
            'protection',
            'dataset',
          ],
          properties: {
            sender: { $ref: '#/$defs/participant' },
            reportedAs: {
              title:
                'where the sender is no state, the role in which it reports: its figures are its own, and not those of the state that they are about',
              type: 'string',
              enum: ['employers', 'workers', 'migrants', 'recruiters'],
            },
            contract: { $ref: '#/$defs/contract' },
            version: { $ref: '#/$defs/version' },
            commitment: { $ref: '#/$defs/digest' },
            recordedAt: { $ref: '#/$defs/moment' },
            grants: {
              title: 'which clause lets which rows out; each row stands in one of them',
              type: 'array',
              items: { $ref: '#/$defs/GrantedRows' },
              minItems: 1,
              maxItems: 5000,
            },
            protection: {
              title:
                'how the figures were protected, by which clause; the interval of a suppressed figure stands in its row',
              type: 'array',
              items: { $ref: '#/$defs/AppliedProtection' },
              minItems: 1,
              maxItems: 64,
            },
            dataset: { type: 'object' },
          },
        },
        GrantedRows: {
          description: 'Rows that follow each other, and the clause that lets them out.',
          type: 'object',
          additionalProperties: false,
          required: ['agreement', 'clause', 'first', 'last'],
          properties: {
            agreement: { $ref: '#/$defs/agreementId' },
            clause: { $ref: '#/$defs/clauseId' },
            first: { $ref: '#/$defs/row' },
            last: { $ref: '#/$defs/row' },
          },
        },
        AppliedProtection: {
          description:
            'A method of disclosure control (SDC_METHOD) and the clause that asks for it.',
          type: 'object',
          additionalProperties: false,
          required: ['agreement', 'clause', 'method'],
          properties: {
            agreement: { $ref: '#/$defs/agreementId' },
            clause: { $ref: '#/$defs/clauseId' },
            method: {
              type: 'string',
              enum: [
                'published-figures-no-protection',
                'suppression',
                'random-rounding',
                'cell-key',
              ],
            },
          },
        },
        WithdrawalNote: {
          description:
            'Deliveries that are withdrawn: their numbers stay theirs, so that there is no gap. Whoever took one destroys it; where it is doubtful, it is not used until it comes again under another number.',
          type: 'object',
          additionalProperties: false,
          required: ['reason', 'at', 'withdrawn'],
          properties: {
            reason: {
              type: 'string',
              enum: [
                'agreement-ended',
                'agreement-suspended',
                'agreement-narrowed',
                'participant-suspended',
                'sender-suspended',
                'doubtful',
                'reciprocity-not-kept',
                'retracted',
                'erased',
                'released-in-error',
              ],
            },
            agreement: { $ref: '#/$defs/agreementId' },
            clause: { $ref: '#/$defs/clauseId' },
            at: { $ref: '#/$defs/moment' },
            withdrawn: {
              type: 'array',
              items: { $ref: '#/$defs/WithdrawnDelivery' },
              minItems: 1,
              maxItems: 1000,
            },
          },
        },
        WithdrawnDelivery: {
          description: 'A number, and the digest of the statement that has it.',
          type: 'object',
          additionalProperties: false,
          required: ['number', 'digest'],
          properties: { number: { $ref: '#/$defs/number' }, digest: { $ref: '#/$defs/digest' } },
        },
      },
    },
  },
  deployment: {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:deployment:1.0.0',
      title: 'Deployment',
      description:
        'Figures of contract labour, as the country of origin counts it, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'classifications',
        'reporter',
        'destination',
        'stage',
        'contractType',
        'period',
        'sex',
        'age',
        'occupation',
        'sector',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        classifications: { $ref: '#/$defs/DeploymentClassifications' },
        rows: { title: 'the number of rows', type: 'integer', minimum: 1, maximum: 5000 },
        reporter: {
          anyOf: [
            { $ref: '#/$defs/participant' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/participant' } },
          ],
        },
        destination: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        stage: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        contractType: {
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
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        DeploymentClassifications: {
          description: 'The classification that each column of codes follows, with its version.',
          type: 'object',
          additionalProperties: false,
          required: ['occupation', 'sector'],
          properties: {
            occupation: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
            sector: { type: 'string', enum: ['ISIC-4', 'ISIC-5'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
      },
    },
    '1.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:deployment:1.1.0',
      title: 'Deployment',
      description:
        'Figures of contract labour, as the country of origin counts it, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'classifications',
        'reporter',
        'destination',
        'stage',
        'contractType',
        'period',
        'sex',
        'age',
        'occupation',
        'sector',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        classifications: { $ref: '#/$defs/DeploymentClassifications' },
        rows: { title: 'the number of rows', type: 'integer', minimum: 1, maximum: 5000 },
        reporter: {
          anyOf: [
            { $ref: '#/$defs/participant' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/participant' } },
          ],
        },
        destination: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        stage: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        contractType: {
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
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
        cellKey: {
          anyOf: [
            { $ref: '#/$defs/cellKey' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/cellKey' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        DeploymentClassifications: {
          description: 'The classification that each column of codes follows, with its version.',
          type: 'object',
          additionalProperties: false,
          required: ['occupation', 'sector'],
          properties: {
            occupation: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
            sector: { type: 'string', enum: ['ISIC-4', 'ISIC-5'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        cellKey: {
          title: 'a whole number from 0 to 4294967295, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 4294967295,
        },
      },
    },
  },
  doubt: {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:doubt:0.1.0',
      title: 'Doubt',
      description:
        'The hub tells a participant which of its accepted messages came after a key of it was withdrawn: whoever has the key may have made them.',
      type: 'object',
      additionalProperties: false,
      required: ['kid', 'since', 'reason', 'messages'],
      properties: {
        kid: { title: 'the thumbprint of a key', type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' },
        since: { $ref: '#/$defs/moment' },
        reason: { type: 'string', minLength: 1, maxLength: 400 },
        messages: {
          type: 'array',
          minItems: 1,
          maxItems: 1000,
          items: { $ref: '#/$defs/DoubtfulMessage' },
        },
      },
      $defs: {
        moment: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z',
          type: 'string',
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        digest: {
          title: 'a digest, written sha-256: and 43 base64url characters',
          type: 'string',
          pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
        },
        DoubtfulMessage: {
          description: "An accepted message, by the sender's id and by its receipt.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest', 'position'],
          properties: {
            id: { type: 'string', maxLength: 128 },
            digest: { $ref: '#/$defs/digest' },
            position: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
          },
        },
      },
    },
  },
  'due-notice': {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:due-notice:0.1.0',
      title: 'DueNotice',
      description:
        'The hub tells the parties of an agreement which reports of its timetable are due soon, missing, came late, or came from one side only. It carries no figure.',
      type: 'object',
      additionalProperties: false,
      required: ['agreement', 'at', 'reports'],
      properties: {
        agreement: {
          title: 'an agreement, such as BE-DK-2026',
          type: 'string',
          pattern: '^[A-Z0-9-]{3,64}$',
        },
        at: { $ref: '#/$defs/moment' },
        reports: {
          type: 'array',
          minItems: 1,
          maxItems: 10000,
          items: { $ref: '#/$defs/OwedReport' },
        },
      },
      $defs: {
        moment: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z',
          type: 'string',
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        OwedReport: {
          description: 'A report that a party owes under a timetable clause.',
          type: 'object',
          additionalProperties: false,
          required: ['clause', 'contract', 'party', 'period', 'dueAt', 'state', 'oneSided'],
          properties: {
            clause: {
              title: 'the number of a clause, such as 1',
              type: 'string',
              pattern: '^[A-Za-z0-9.-]{1,16}$',
            },
            contract: {
              title: 'a statistical contract',
              type: 'string',
              enum: [
                'migration-flow',
                'migrant-stock',
                'labour-market',
                'work-permits',
                'deployment',
                'temporary-mobility',
                'qualification-recognition',
                'social-protection',
              ],
            },
            party: {
              title: 'a participant, such as BE',
              type: 'string',
              pattern: '^[A-Z0-9]{2,16}$',
            },
            period: {
              title:
                'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
              type: 'string',
              pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
            },
            dueAt: { $ref: '#/$defs/moment' },
            state: { type: 'string', enum: ['due-soon', 'missing', 'late'] },
            oneSided: {
              title: 'true where another party that owes the same has reported',
              type: 'boolean',
            },
            reportedAt: { $ref: '#/$defs/moment' },
          },
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
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:envelope:1.0.0',
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
        mode: {
          title: 'test, for messages of a rehearsal; absent otherwise',
          type: 'string',
          const: 'test',
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
  'hub-succession': {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:hub-succession:0.1.0',
      title: 'HubSuccession',
      description:
        'A hub names the key that follows its own, signed with the key that goes: whoever pinned that one may believe the next.',
      type: 'object',
      additionalProperties: false,
      required: ['hub', 'key', 'at', 'oldUntil'],
      properties: {
        hub: { title: 'the id of a hub', type: 'string', pattern: '^[A-Za-z0-9._-]{1,64}$' },
        key: { $ref: '#/$defs/SigningKey' },
        at: { $ref: '#/$defs/moment' },
        oldUntil: { $ref: '#/$defs/moment' },
      },
      $defs: {
        moment: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z',
          type: 'string',
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
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
  'key-act': {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:key-act:0.1.0',
      title: 'KeyAct',
      description:
        "The hub says what has happened to an office key or a passkey of a participant, and how the key stands since. Its digest stands in the journal from that moment on, so that a key's history cannot be told otherwise later.",
      type: 'object',
      additionalProperties: false,
      required: ['act', 'with', 'kid', 'participant', 'office', 'roles', 'key', 'at'],
      properties: {
        act: {
          title: 'what has happened',
          type: 'string',
          enum: ['registered', 'confirmed', 'exchanged', 'withdrawn', 'removed'],
        },
        with: { type: 'string', enum: ['office-key', 'passkey'] },
        kid: { title: 'the thumbprint of a key', type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        office: { type: 'string', minLength: 1, maxLength: 64 },
        name: {
          title: 'the official or the person, where the register has the name',
          type: 'string',
          minLength: 1,
          maxLength: 200,
        },
        roles: {
          type: 'array',
          minItems: 1,
          maxItems: 6,
          uniqueItems: true,
          items: {
            type: 'string',
            enum: ['publisher', 'approver', 'reviewer', 'signatory', 'observer', 'operator'],
          },
        },
        key: { $ref: '#/$defs/KeyActKey' },
        at: { $ref: '#/$defs/moment' },
        by: {
          title:
            "whose act it was: the thumbprint of a key, or a person of the register; nobody's where a code was redeemed",
          type: 'string',
          minLength: 1,
          maxLength: 100,
        },
        reason: { type: 'string', minLength: 1, maxLength: 400 },
        validFrom: { $ref: '#/$defs/moment' },
        validUntil: { $ref: '#/$defs/moment' },
        revokedFrom: { $ref: '#/$defs/moment' },
        replacedBy: {
          title: 'the thumbprint of a key',
          type: 'string',
          pattern: '^[A-Za-z0-9_-]{43}$',
        },
      },
      $defs: {
        moment: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z',
          type: 'string',
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        base64url: {
          title: 'bytes in base64url',
          type: 'string',
          pattern: '^[A-Za-z0-9_-]{1,1400}$',
        },
        KeyActKey: {
          description: 'A public key as JWK: Ed25519 (OKP), P-256 (EC) or RSA.',
          type: 'object',
          additionalProperties: false,
          required: ['kty'],
          properties: {
            kty: { type: 'string', enum: ['OKP', 'EC', 'RSA'] },
            crv: { type: 'string', enum: ['Ed25519', 'P-256'] },
            x: { $ref: '#/$defs/base64url' },
            y: { $ref: '#/$defs/base64url' },
            n: { $ref: '#/$defs/base64url' },
            e: { $ref: '#/$defs/base64url' },
          },
        },
      },
    },
  },
  'key-rotation': {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:key-rotation:0.1.0',
      title: 'KeyRotation',
      description:
        'The holder of a registered key shows two new public keys; the old ones are good for some days more.',
      type: 'object',
      additionalProperties: false,
      required: ['signingKey', 'signinKey', 'keepDays'],
      properties: {
        signingKey: { $ref: '#/$defs/SigningKey' },
        signinKey: { title: 'a public nkey of a user', type: 'string', pattern: '^U[A-Z2-7]{55}$' },
        keepDays: {
          title: 'the days for which the old keys stay good',
          type: 'integer',
          minimum: 0,
          maximum: 90,
        },
      },
      $defs: {
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
  'labour-market': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:labour-market:1.0.0',
      title: 'LabourMarket',
      description:
        'Figures of the labour market of one state, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'classifications',
        'reporter',
        'indicator',
        'basis',
        'scenario',
        'citizenship',
        'period',
        'sex',
        'age',
        'education',
        'occupation',
        'sector',
        'statusInEmployment',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        classifications: { $ref: '#/$defs/LabourMarketClassifications' },
        rows: { title: 'the number of rows', type: 'integer', minimum: 1, maximum: 5000 },
        reporter: {
          anyOf: [
            { $ref: '#/$defs/participant' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/participant' } },
          ],
        },
        indicator: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        basis: {
          anyOf: [
            { $ref: '#/$defs/basis' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/basis' } },
          ],
        },
        scenario: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        citizenship: {
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
        education: {
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
        statusInEmployment: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        LabourMarketClassifications: {
          description: 'The classification that each column of codes follows, with its version.',
          type: 'object',
          additionalProperties: false,
          required: ['education', 'occupation', 'sector', 'statusInEmployment'],
          properties: {
            education: { type: 'string', enum: ['ISCED-2011'] },
            occupation: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
            sector: { type: 'string', enum: ['ISIC-4', 'ISIC-5'] },
            statusInEmployment: { type: 'string', enum: ['ICSE-18'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        basis: { title: 'observed or projected', type: 'string', enum: ['observed', 'projected'] },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
      },
    },
    '1.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:labour-market:1.1.0',
      title: 'LabourMarket',
      description:
        'Figures of the labour market of one state, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'classifications',
        'reporter',
        'indicator',
        'basis',
        'scenario',
        'citizenship',
        'period',
        'sex',
        'age',
        'education',
        'occupation',
        'sector',
        'statusInEmployment',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        classifications: { $ref: '#/$defs/LabourMarketClassifications' },
        rows: { title: 'the number of rows', type: 'integer', minimum: 1, maximum: 5000 },
        reporter: {
          anyOf: [
            { $ref: '#/$defs/participant' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/participant' } },
          ],
        },
        indicator: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        basis: {
          anyOf: [
            { $ref: '#/$defs/basis' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/basis' } },
          ],
        },
        scenario: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        citizenship: {
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
        education: {
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
        statusInEmployment: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
        contributors: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        largestContribution: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        secondContribution: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        cellKey: {
          anyOf: [
            { $ref: '#/$defs/cellKey' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/cellKey' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        LabourMarketClassifications: {
          description: 'The classification that each column of codes follows, with its version.',
          type: 'object',
          additionalProperties: false,
          required: ['education', 'occupation', 'sector', 'statusInEmployment'],
          properties: {
            education: { type: 'string', enum: ['ISCED-2011'] },
            occupation: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
            sector: { type: 'string', enum: ['ISIC-4', 'ISIC-5'] },
            statusInEmployment: { type: 'string', enum: ['ICSE-18'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        basis: { title: 'observed or projected', type: 'string', enum: ['observed', 'projected'] },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        cellKey: {
          title: 'a whole number from 0 to 4294967295, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 4294967295,
        },
      },
    },
  },
  mapping: {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:mapping:1.0.0',
      title: 'Mapping',
      description:
        "How a file with an office's own columns and codes becomes figures of a contract. A dataset says by which mapping it was made.",
      type: 'object',
      additionalProperties: false,
      required: ['id', 'title', 'contract', 'columns'],
      properties: {
        id: {
          title: 'an id of small letters, digits and hyphens',
          type: 'string',
          pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
        },
        title: {
          title: 'a title of 1 to 200 characters',
          type: 'string',
          minLength: 1,
          maxLength: 200,
        },
        about: {
          title: 'a text of 1 to 2,000 characters',
          type: 'string',
          minLength: 1,
          maxLength: 2000,
        },
        contract: { $ref: '#/$defs/MappedContract' },
        structures: {
          type: 'array',
          minItems: 1,
          maxItems: 64,
          items: {
            title: 'an SDMX reference, such as ESTAT:LFSA_EGAN or ESTAT:LFSA_EGAN(1.0)',
            type: 'string',
            pattern: '^[A-Za-z0-9_.-]{1,64}:[A-Za-z0-9_@$-]{1,128}(\\([0-9.]{1,20}\\))?$',
          },
        },
        missing: {
          type: 'array',
          minItems: 1,
          maxItems: 20,
          items: {
            title: 'a text that stands for no value',
            type: 'string',
            minLength: 1,
            maxLength: 40,
          },
        },
        columns: {
          type: 'array',
          minItems: 1,
          maxItems: 200,
          items: { $ref: '#/$defs/MappedColumn' },
        },
        skip: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: '#/$defs/SkippedRows' } },
        unused: {
          type: 'array',
          minItems: 1,
          maxItems: 500,
          items: { $ref: '#/$defs/fileColumn' },
        },
      },
      $defs: {
        MappedContract: {
          description: 'The contract that the figures follow in the end.',
          type: 'object',
          additionalProperties: false,
          required: ['name', 'version'],
          properties: {
            name: {
              title: 'the name of a contract, such as migration-flow',
              type: 'string',
              pattern: '^[a-z][a-z0-9-]{0,63}$',
            },
            version: {
              title: 'a version, such as 1.0.0',
              type: 'string',
              pattern: '^[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}$',
            },
          },
        },
        MappedColumn: {
          description: 'Where a column of the contract comes from.',
          type: 'object',
          discriminator: { propertyName: 'kind' },
          oneOf: [
            { $ref: '#/$defs/FixedColumn' },
            { $ref: '#/$defs/CopiedColumn' },
            { $ref: '#/$defs/ChosenColumn' },
            { $ref: '#/$defs/FlagsColumn' },
          ],
        },
        FixedColumn: {
          description: 'The same in every row.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'column', 'value'],
          properties: {
            kind: { type: 'string', const: 'fixed' },
            column: { $ref: '#/$defs/contractColumn' },
            value: {
              title: 'a text of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
          },
        },
        CopiedColumn: {
          description: 'From a column of the file, its texts turned into codes.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'column', 'from'],
          properties: {
            kind: { type: 'string', const: 'from' },
            column: { $ref: '#/$defs/contractColumn' },
            from: { $ref: '#/$defs/fileColumn' },
            codes: {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/MappedCode' },
            },
            patterns: {
              type: 'array',
              minItems: 1,
              maxItems: 20,
              items: { $ref: '#/$defs/MappedPattern' },
            },
            labels: {
              title: 'a code list, such as CL_AREA',
              type: 'string',
              pattern: '^CL_[A-Z0-9_]{1,40}$',
            },
            others: { type: 'string', enum: ['refuse', 'keep'] },
          },
        },
        ChosenColumn: {
          description: 'From one column of the file or another, as a third one says.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'column', 'by', 'cases'],
          properties: {
            kind: { type: 'string', const: 'chosen' },
            column: { $ref: '#/$defs/contractColumn' },
            by: { $ref: '#/$defs/fileColumn' },
            cases: {
              type: 'array',
              minItems: 1,
              maxItems: 20,
              items: { $ref: '#/$defs/ChosenCase' },
            },
            codes: {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/MappedCode' },
            },
            patterns: {
              type: 'array',
              minItems: 1,
              maxItems: 20,
              items: { $ref: '#/$defs/MappedPattern' },
            },
            labels: {
              title: 'a code list, such as CL_AREA',
              type: 'string',
              pattern: '^CL_[A-Z0-9_]{1,40}$',
            },
            others: { type: 'string', enum: ['refuse', 'keep'] },
          },
        },
        FlagsColumn: {
          description:
            "Letters of Eurostat's flags, which become status of observation, confidentiality and value.",
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'from'],
          properties: {
            kind: { type: 'string', const: 'flags' },
            from: { $ref: '#/$defs/fileColumn' },
          },
        },
        ChosenCase: {
          description: 'The column that is taken where the third one has this text.',
          type: 'object',
          additionalProperties: false,
          required: ['when', 'from'],
          properties: {
            when: {
              title: 'a text of at most 300 characters',
              type: 'string',
              minLength: 0,
              maxLength: 300,
            },
            from: { $ref: '#/$defs/fileColumn' },
          },
        },
        MappedCode: {
          description: 'A text of the file and the code that it is in the contract.',
          type: 'object',
          additionalProperties: false,
          required: ['from', 'to'],
          properties: {
            from: {
              title: 'a text of at most 300 characters',
              type: 'string',
              minLength: 0,
              maxLength: 300,
            },
            to: {
              title: 'a code or a text of at most 1,000 characters',
              type: 'string',
              minLength: 0,
              maxLength: 1000,
            },
          },
        },
        MappedPattern: {
          description:
            'Texts of one form and the form of their codes: Y{from}-{to} becomes Y{from}T{to}. A name in braces stands for letters and digits.',
          type: 'object',
          additionalProperties: false,
          required: ['from', 'to'],
          properties: {
            from: {
              title: 'a form of at most 100 characters',
              type: 'string',
              minLength: 1,
              maxLength: 100,
            },
            to: {
              title: 'a form of at most 100 characters',
              type: 'string',
              minLength: 1,
              maxLength: 100,
            },
          },
        },
        SkippedRows: {
          description: 'Rows that are left out, with the reason that is told with their number.',
          type: 'object',
          additionalProperties: false,
          required: ['from', 'values', 'because'],
          properties: {
            from: { $ref: '#/$defs/fileColumn' },
            values: {
              type: 'array',
              minItems: 1,
              maxItems: 1000,
              items: {
                title: 'a text of at most 300 characters',
                type: 'string',
                minLength: 0,
                maxLength: 300,
              },
            },
            because: {
              title: 'a reason of 1 to 300 characters',
              type: 'string',
              minLength: 1,
              maxLength: 300,
            },
          },
        },
        contractColumn: {
          title: 'a column of the contract, such as minimum_stay',
          type: 'string',
          pattern: '^[a-z][a-z0-9_]{0,63}$',
        },
        fileColumn: {
          title: 'a column of the file of 1 to 200 characters',
          type: 'string',
          minLength: 1,
          maxLength: 200,
        },
      },
    },
  },
  'migrant-stock': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:migrant-stock:1.0.0',
      title: 'MigrantStock',
      description:
        'Figures of people who are present at a date or on average in a period, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'classifications',
        'reporter',
        'group',
        'partner',
        'period',
        'sex',
        'age',
        'education',
        'labourStatus',
        'occupation',
        'sector',
        'statusInEmployment',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        classifications: { $ref: '#/$defs/MigrantStockClassifications' },
        rows: { title: 'the number of rows', type: 'integer', minimum: 1, maximum: 5000 },
        reporter: {
          anyOf: [
            { $ref: '#/$defs/participant' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/participant' } },
          ],
        },
        group: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        partner: {
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
        education: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        labourStatus: {
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
        statusInEmployment: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        MigrantStockClassifications: {
          description: 'The classification that each column of codes follows, with its version.',
          type: 'object',
          additionalProperties: false,
          required: ['education', 'occupation', 'sector', 'statusInEmployment'],
          properties: {
            education: { type: 'string', enum: ['ISCED-2011'] },
            occupation: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
            sector: { type: 'string', enum: ['ISIC-4', 'ISIC-5'] },
            statusInEmployment: { type: 'string', enum: ['ICSE-18'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
      },
    },
    '1.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:migrant-stock:1.1.0',
      title: 'MigrantStock',
      description:
        'Figures of people who are present at a date or on average in a period, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'classifications',
        'reporter',
        'group',
        'partner',
        'period',
        'sex',
        'age',
        'education',
        'labourStatus',
        'occupation',
        'sector',
        'statusInEmployment',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        classifications: { $ref: '#/$defs/MigrantStockClassifications' },
        rows: { title: 'the number of rows', type: 'integer', minimum: 1, maximum: 5000 },
        reporter: {
          anyOf: [
            { $ref: '#/$defs/participant' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/participant' } },
          ],
        },
        group: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        partner: {
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
        education: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        labourStatus: {
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
        statusInEmployment: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
        cellKey: {
          anyOf: [
            { $ref: '#/$defs/cellKey' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/cellKey' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        MigrantStockClassifications: {
          description: 'The classification that each column of codes follows, with its version.',
          type: 'object',
          additionalProperties: false,
          required: ['education', 'occupation', 'sector', 'statusInEmployment'],
          properties: {
            education: { type: 'string', enum: ['ISCED-2011'] },
            occupation: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
            sector: { type: 'string', enum: ['ISIC-4', 'ISIC-5'] },
            statusInEmployment: { type: 'string', enum: ['ICSE-18'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        cellKey: {
          title: 'a whole number from 0 to 4294967295, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 4294967295,
        },
      },
    },
  },
  'migration-flow': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:migration-flow:1.0.0',
      title: 'MigrationFlow',
      description:
        'Figures of people who moved, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'classifications',
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
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        classifications: { $ref: '#/$defs/MigrationFlowClassifications' },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        MigrationFlowClassifications: {
          description: 'The classification that each column of codes follows, with its version.',
          type: 'object',
          additionalProperties: false,
          required: ['occupation', 'sector'],
          properties: {
            occupation: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
            sector: { type: 'string', enum: ['ISIC-4', 'ISIC-5'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        direction: { title: 'inflow or outflow', type: 'string', enum: ['inflow', 'outflow'] },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
      },
    },
    '1.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:migration-flow:1.1.0',
      title: 'MigrationFlow',
      description:
        'Figures of people who moved, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'classifications',
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
        'education',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        classifications: { $ref: '#/$defs/MigrationFlowClassifications' },
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
        education: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
        imputed: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        MigrationFlowClassifications: {
          description: 'The classification that each column of codes follows, with its version.',
          type: 'object',
          additionalProperties: false,
          required: ['occupation', 'sector', 'education'],
          properties: {
            occupation: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
            sector: { type: 'string', enum: ['ISIC-4', 'ISIC-5'] },
            education: { type: 'string', enum: ['ISCED-2011'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        direction: { title: 'inflow or outflow', type: 'string', enum: ['inflow', 'outflow'] },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
      },
    },
    '1.2.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:migration-flow:1.2.0',
      title: 'MigrationFlow',
      description:
        'Figures of people who moved, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'classifications',
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
        'education',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        classifications: { $ref: '#/$defs/MigrationFlowClassifications' },
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
        education: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
        imputed: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        cellKey: {
          anyOf: [
            { $ref: '#/$defs/cellKey' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/cellKey' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        MigrationFlowClassifications: {
          description: 'The classification that each column of codes follows, with its version.',
          type: 'object',
          additionalProperties: false,
          required: ['occupation', 'sector', 'education'],
          properties: {
            occupation: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
            sector: { type: 'string', enum: ['ISIC-4', 'ISIC-5'] },
            education: { type: 'string', enum: ['ISCED-2011'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        direction: { title: 'inflow or outflow', type: 'string', enum: ['inflow', 'outflow'] },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        cellKey: {
          title: 'a whole number from 0 to 4294967295, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 4294967295,
        },
      },
    },
  },
  'mobility-scheme': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:mobility-scheme:1.0.0',
      title: 'MobilityScheme',
      description:
        'A programme or a pilot of labour mobility described, so that states can learn from each other: partners, legal basis, terms, indicators, results, lessons.',
      type: 'object',
      additionalProperties: false,
      required: [
        'id',
        'reporter',
        'title',
        'nature',
        'scheme',
        'status',
        'term',
        'partners',
        'legalBasis',
        'terms',
        'contacts',
      ],
      properties: {
        id: { $ref: '#/$defs/schemeId' },
        reporter: { $ref: '#/$defs/participant' },
        title: {
          title: 'a text of 1 to 200 characters',
          type: 'string',
          minLength: 1,
          maxLength: 200,
        },
        summary: {
          title: 'a text of 1 to 4,000 characters',
          type: 'string',
          minLength: 1,
          maxLength: 4000,
        },
        nature: { type: 'string', enum: ['programme', 'pilot'] },
        scheme: { $ref: '#/$defs/code' },
        status: { type: 'string', enum: ['planned', 'running', 'suspended', 'ended'] },
        term: { $ref: '#/$defs/SchemeTerm' },
        partners: {
          type: 'array',
          minItems: 2,
          maxItems: 64,
          items: { $ref: '#/$defs/SchemePartner' },
        },
        legalBasis: {
          type: 'array',
          minItems: 1,
          maxItems: 32,
          items: { $ref: '#/$defs/SchemeBasis' },
        },
        terms: { $ref: '#/$defs/SchemeTerms' },
        indicators: {
          type: 'array',
          minItems: 1,
          maxItems: 64,
          items: { $ref: '#/$defs/SchemeIndicator' },
        },
        results: {
          type: 'array',
          minItems: 1,
          maxItems: 64,
          items: { $ref: '#/$defs/SchemeResult' },
        },
        lessons: {
          type: 'array',
          minItems: 1,
          maxItems: 64,
          items: { $ref: '#/$defs/SchemeLesson' },
        },
        contacts: {
          type: 'array',
          minItems: 1,
          maxItems: 16,
          items: { $ref: '#/$defs/SchemeContact' },
        },
      },
      $defs: {
        schemeId: {
          title: 'a scheme, such as ES-MA-SEASONAL',
          type: 'string',
          pattern: '^[A-Z0-9][A-Z0-9-]{2,63}$',
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        date: { title: 'a day, such as 2026-01-31', type: 'string', format: 'date' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        page: {
          title: 'a page, such as https://example.org/scheme',
          type: 'string',
          pattern: '^https://[^\\s]{3,500}$',
          maxLength: 500,
        },
        schemeRole: {
          title: 'what a partner does in a scheme',
          type: 'string',
          enum: [
            'origin',
            'destination',
            'recruits',
            'selects',
            'employs',
            'trains',
            'funds',
            'supports',
            'monitors',
            'represents-workers',
            'observes',
          ],
        },
        SchemeTerm: {
          description: 'The first day of a scheme and, where it has one, its last.',
          type: 'object',
          additionalProperties: false,
          required: ['from'],
          properties: { from: { $ref: '#/$defs/date' }, until: { $ref: '#/$defs/date' } },
        },
        SchemePartner: {
          description: 'A state or another body that takes part, with what it does.',
          type: 'object',
          discriminator: { propertyName: 'kind' },
          oneOf: [{ $ref: '#/$defs/SchemeState' }, { $ref: '#/$defs/SchemeBody' }],
        },
        SchemeState: {
          description: 'A state that takes part, through an office.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'state', 'office', 'roles'],
          properties: {
            kind: { type: 'string', const: 'state' },
            state: { $ref: '#/$defs/participant' },
            office: {
              title: 'a text of 1 to 200 characters',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            roles: {
              type: 'array',
              minItems: 1,
              maxItems: 8,
              uniqueItems: true,
              items: { $ref: '#/$defs/schemeRole' },
            },
          },
        },
        SchemeBody: {
          description: 'A body that is no state.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'name', 'nature', 'roles'],
          properties: {
            kind: { type: 'string', const: 'body' },
            name: {
              title: 'a text of 1 to 200 characters',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            nature: {
              type: 'string',
              enum: [
                'international-organisation',
                'employers',
                'workers',
                'recruitment',
                'training',
                'research',
                'civil-society',
                'diaspora',
                'other',
              ],
            },
            seat: { $ref: '#/$defs/code' },
            roles: {
              type: 'array',
              minItems: 1,
              maxItems: 8,
              uniqueItems: true,
              items: { $ref: '#/$defs/schemeRole' },
            },
          },
        },
        SchemeBasis: {
          description: 'What a scheme rests on in law.',
          type: 'object',
          additionalProperties: false,
          required: ['nature', 'title', 'reference'],
          properties: {
            nature: {
              type: 'string',
              enum: [
                'bilateral-agreement',
                'memorandum',
                'regional-agreement',
                'law',
                'regulation',
                'contract',
                'other',
              ],
            },
            title: {
              title: 'a text of 1 to 300 characters',
              type: 'string',
              minLength: 1,
              maxLength: 300,
            },
            reference: {
              title: 'where it is found: number, gazette or collection, of 1 to 300 characters',
              type: 'string',
              minLength: 1,
              maxLength: 300,
            },
            signed: { $ref: '#/$defs/date' },
            page: { $ref: '#/$defs/page' },
          },
        },
        SchemeTerms: {
          description: 'Under which terms people come and go.',
          type: 'object',
          additionalProperties: false,
          required: ['stay', 'conditions'],
          properties: {
            stay: { $ref: '#/$defs/SchemeStay' },
            quotas: {
              type: 'array',
              minItems: 1,
              maxItems: 64,
              items: { $ref: '#/$defs/SchemeQuota' },
            },
            sectors: { $ref: '#/$defs/SchemeSectors' },
            occupations: { $ref: '#/$defs/SchemeOccupations' },
            conditions: {
              type: 'array',
              minItems: 1,
              maxItems: 64,
              items: { $ref: '#/$defs/SchemeCondition' },
            },
          },
        },
        SchemeStay: {
          description: 'How long a stay lasts, in months, and whether it may be repeated.',
          type: 'object',
          additionalProperties: false,
          required: ['maximumMonths', 'repeated'],
          properties: {
            minimumMonths: { type: 'integer', minimum: 0, maximum: 120 },
            maximumMonths: { type: 'integer', minimum: 1, maximum: 120 },
            repeated: {
              type: 'string',
              enum: ['each-season', 'once', 'not-allowed', 'not-stated'],
            },
          },
        },
        SchemeQuota: {
          description: 'How many places a period has.',
          type: 'object',
          additionalProperties: false,
          required: ['period', 'places'],
          properties: {
            period: { $ref: '#/$defs/period' },
            places: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
            origin: { $ref: '#/$defs/code' },
          },
        },
        SchemeSectors: {
          description:
            'The sectors that a scheme is open to, with the version of their classification.',
          type: 'object',
          additionalProperties: false,
          required: ['classification', 'codes'],
          properties: {
            classification: { type: 'string', enum: ['ISIC-4', 'ISIC-5'] },
            codes: {
              type: 'array',
              minItems: 1,
              maxItems: 200,
              uniqueItems: true,
              items: { $ref: '#/$defs/code' },
            },
          },
        },
        SchemeOccupations: {
          description:
            'The occupations that a scheme is open to, with the version of their classification.',
          type: 'object',
          additionalProperties: false,
          required: ['classification', 'codes'],
          properties: {
            classification: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
            codes: {
              type: 'array',
              minItems: 1,
              maxItems: 200,
              uniqueItems: true,
              items: { $ref: '#/$defs/code' },
            },
          },
        },
        SchemeCondition: {
          description: 'One condition of a scheme in words.',
          type: 'object',
          additionalProperties: false,
          required: ['topic', 'text'],
          properties: {
            topic: {
              type: 'string',
              enum: [
                'wages',
                'working-time',
                'housing',
                'travel',
                'recruitment-fees',
                'language',
                'training',
                'recognition',
                'social-protection',
                'family',
                'change-of-employer',
                'return',
                'complaints',
                'inspection',
                'other',
              ],
            },
            text: {
              title: 'a text of 1 to 2,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 2000,
            },
          },
        },
        SchemeIndicator: {
          description: 'What is measured, with a figure for each period.',
          type: 'object',
          additionalProperties: false,
          required: ['id', 'title', 'unit', 'source', 'values'],
          properties: {
            id: {
              title: 'the id of an indicator, such as returned-in-time',
              type: 'string',
              pattern: '^[a-z][a-z0-9-]{0,63}$',
            },
            title: {
              title: 'a text of 1 to 200 characters',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            unit: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            values: {
              type: 'array',
              minItems: 1,
              maxItems: 400,
              items: { $ref: '#/$defs/SchemeFigure' },
            },
          },
        },
        SchemeFigure: {
          description: 'The figure of one period; null where there is none.',
          type: 'object',
          additionalProperties: false,
          required: ['period', 'value'],
          properties: {
            period: { $ref: '#/$defs/period' },
            value: {
              title: 'a whole number, or null',
              type: ['integer', 'null'],
              minimum: 0,
              maximum: 9007199254740991,
            },
            target: {
              title: 'a whole number, or null',
              type: ['integer', 'null'],
              minimum: 0,
              maximum: 9007199254740991,
            },
          },
        },
        SchemeResult: {
          description: 'What came of a scheme, and how it is known.',
          type: 'object',
          additionalProperties: false,
          required: ['text', 'evidence'],
          properties: {
            text: {
              title: 'a text of 1 to 2,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 2000,
            },
            evidence: {
              type: 'string',
              enum: ['evaluation', 'monitoring', 'administrative-figures', 'opinion'],
            },
            reference: {
              title: 'a text of 1 to 300 characters',
              type: 'string',
              minLength: 1,
              maxLength: 300,
            },
            page: { $ref: '#/$defs/page' },
          },
        },
        SchemeLesson: {
          description: 'What others can learn from a scheme.',
          type: 'object',
          additionalProperties: false,
          required: ['topic', 'text'],
          properties: {
            topic: {
              type: 'string',
              enum: [
                'design',
                'recruitment',
                'preparation',
                'protection',
                'matching',
                'costs',
                'return',
                'data',
                'cooperation',
                'other',
              ],
            },
            text: {
              title: 'a text of 1 to 2,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 2000,
            },
          },
        },
        SchemeContact: {
          description: 'An office that answers questions; never a person.',
          type: 'object',
          additionalProperties: false,
          required: ['office'],
          properties: {
            office: {
              title: 'a text of 1 to 200 characters',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            state: { $ref: '#/$defs/participant' },
            page: { $ref: '#/$defs/page' },
          },
        },
      },
    },
  },
  'qualification-recognition': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:qualification-recognition:1.0.0',
      title: 'QualificationRecognition',
      description:
        'Figures of the recognition of qualifications obtained in another state, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'classifications',
        'reporter',
        'partner',
        'event',
        'period',
        'sex',
        'age',
        'education',
        'occupation',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        classifications: { $ref: '#/$defs/QualificationRecognitionClassifications' },
        rows: { title: 'the number of rows', type: 'integer', minimum: 1, maximum: 5000 },
        reporter: {
          anyOf: [
            { $ref: '#/$defs/participant' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/participant' } },
          ],
        },
        partner: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        event: {
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
        education: {
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
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        QualificationRecognitionClassifications: {
          description: 'The classification that each column of codes follows, with its version.',
          type: 'object',
          additionalProperties: false,
          required: ['education', 'occupation'],
          properties: {
            education: { type: 'string', enum: ['ISCED-2011'] },
            occupation: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
      },
    },
  },
  receipt: {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:receipt:1.0.0',
      title: 'Receipt',
      description:
        'What the hub says of one message: received, refused (with the report), accepted (with its position), withdrawn, or delivered (to whom and when).',
      type: 'object',
      additionalProperties: false,
      required: ['statement', 'submission', 'digest', 'receivedAt'],
      properties: {
        statement: {
          type: 'string',
          enum: ['received', 'refused', 'accepted', 'withdrawn', 'delivered'],
        },
        submission: { $ref: '#/$defs/ReceivedSubmission' },
        digest: { $ref: '#/$defs/digest' },
        receivedAt: { $ref: '#/$defs/moment' },
        position: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
        rows: { type: 'integer', minimum: 1, maximum: 320000 },
        problem: { $ref: '#/$defs/ReceiptProblem' },
        at: { $ref: '#/$defs/moment' },
        awaits: { title: 'what the message waits for', type: 'string', enum: ['approval'] },
        datasets: {
          type: 'array',
          minItems: 1,
          maxItems: 64,
          items: { $ref: '#/$defs/AcceptedDataset' },
        },
        notes: { type: 'array', minItems: 1, maxItems: 100, items: { $ref: '#/$defs/ReportLine' } },
        report: { $ref: '#/$defs/Report' },
        recipient: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        release: { title: 'the id of a release', type: 'string', minLength: 1, maxLength: 200 },
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
        AcceptedDataset: {
          description: 'One dataset of an accepted message, with its own position.',
          type: 'object',
          additionalProperties: false,
          required: ['contract', 'version', 'position', 'rows'],
          properties: {
            contract: { type: 'string', maxLength: 128 },
            version: { type: 'string', maxLength: 32 },
            position: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
            rows: { type: 'integer', minimum: 1, maximum: 5000 },
          },
        },
        Report: {
          description:
            'What was wrong, grouped by cause: every group of the message counted, the first hundred listed.',
          type: 'object',
          additionalProperties: false,
          required: ['errors', 'warnings', 'groups', 'lines'],
          properties: {
            errors: {
              title: 'the number of rows with errors, by cause',
              type: 'integer',
              minimum: 0,
              maximum: 9007199254740991,
            },
            warnings: {
              title: 'the number of rows with warnings, by cause',
              type: 'integer',
              minimum: 0,
              maximum: 9007199254740991,
            },
            groups: {
              title: 'the number of causes, those included that are not listed',
              type: 'integer',
              minimum: 0,
              maximum: 9007199254740991,
            },
            lines: {
              type: 'array',
              minItems: 0,
              maxItems: 100,
              items: { $ref: '#/$defs/ReportLine' },
            },
          },
        },
        ReportLine: {
          description:
            'One cause: its problem, where it was met, and the first rows that have it (counted from 1).',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'level', 'detail', 'rows', 'first'],
          properties: {
            problem: { type: 'string', pattern: '^[A-Z][A-Z0-9_]{2,63}$' },
            level: { type: 'string', enum: ['error', 'warning'] },
            dataset: {
              title: 'the dataset of a bundle, counted from 1',
              type: 'integer',
              minimum: 1,
              maximum: 64,
            },
            column: { type: 'string', maxLength: 64 },
            value: { type: 'string', maxLength: 64 },
            detail: { type: 'string', maxLength: 500 },
            note: { type: 'string', maxLength: 500 },
            rows: {
              title: 'how many rows have it',
              type: 'integer',
              minimum: 0,
              maximum: 9007199254740991,
            },
            first: {
              type: 'array',
              minItems: 0,
              maxItems: 20,
              items: { type: 'integer', minimum: 1, maximum: 5000 },
            },
          },
        },
      },
    },
  },
  'reconciliation-report': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:reconciliation-report:1.0.0',
      title: 'ReconciliationReport',
      description:
        'What the two sides of an agreement say about the same moves of one period, how far they lie apart, and what was expected: by columns, the figures that matter most first.',
      type: 'object',
      additionalProperties: false,
      required: [
        'agreement',
        'contract',
        'period',
        'version',
        'parties',
        'madeAt',
        'tolerance',
        'level',
        'materiality',
        'cells',
        'rows',
        'origin',
        'destination',
        'originSays',
        'originLower',
        'originUpper',
        'originHarmonised',
        'originParts',
        'originStatus',
        'originPosition',
        'destinationSays',
        'destinationLower',
        'destinationUpper',
        'destinationHarmonised',
        'destinationParts',
        'destinationStatus',
        'destinationPosition',
        'rule',
        'difference',
        'asymmetryPercent',
        'outcome',
        'reason',
        'eligibility',
        'finding',
        'untested',
        'unlockedBy',
        'expectation',
        'expectedRatio',
        'expectedLower',
        'expectedUpper',
        'basis',
        'p',
        'z',
        'suspicion',
        'gap',
        'score',
        'balanced',
        'balancedLower',
        'balancedUpper',
        'matters',
      ],
      properties: {
        agreement: { $ref: '#/$defs/agreementId' },
        contract: { $ref: '#/$defs/contract' },
        period: { $ref: '#/$defs/period' },
        version: { type: 'integer', minimum: 1, maximum: 2147483647 },
        parties: {
          type: 'array',
          items: { $ref: '#/$defs/participant' },
          minItems: 2,
          maxItems: 64,
          uniqueItems: true,
        },
        madeAt: { $ref: '#/$defs/moment' },
        tolerance: { $ref: '#/$defs/Tolerance' },
        level: { $ref: '#/$defs/suspicion' },
        materiality: { $ref: '#/$defs/Materiality' },
        falseAlarms: { $ref: '#/$defs/FalseAlarms' },
        stages: {
          title:
            "what was found of the stages of the agreement's paths in the period, those outside their range first",
          type: 'array',
          items: { $ref: '#/$defs/StageFound' },
          minItems: 1,
          maxItems: 10000,
        },
        commitments: { $ref: '#/$defs/Commitments' },
        cells: {
          title: 'how many cells were compared, shown or not',
          type: 'integer',
          minimum: 1,
          maximum: 2147483647,
        },
        rows: { type: 'integer', minimum: 1, maximum: 10000 },
        origin: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/code' } },
          ],
        },
        destination: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/code' } },
          ],
        },
        sex: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/code' } },
          ],
        },
        age: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/code' } },
          ],
        },
        occupation: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/code' } },
          ],
        },
        sector: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/code' } },
          ],
        },
        stay: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/code' } },
          ],
        },
        education: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/code' } },
          ],
        },
        scheme: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/code' } },
          ],
        },
        event: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/code' } },
          ],
        },
        originSays: {
          anyOf: [
            { $ref: '#/$defs/people' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/people' } },
          ],
        },
        originLower: {
          anyOf: [
            { $ref: '#/$defs/bound' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/bound' } },
          ],
        },
        originUpper: {
          anyOf: [
            { $ref: '#/$defs/bound' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/bound' } },
          ],
        },
        originHarmonised: {
          anyOf: [
            { $ref: '#/$defs/figure' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/figure' } },
          ],
        },
        originParts: {
          anyOf: [
            { $ref: '#/$defs/parts' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/parts' } },
          ],
        },
        originStatus: {
          anyOf: [
            { $ref: '#/$defs/status' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/status' } },
          ],
        },
        originPosition: {
          anyOf: [
            { $ref: '#/$defs/position' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/position' } },
          ],
        },
        destinationSays: {
          anyOf: [
            { $ref: '#/$defs/people' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/people' } },
          ],
        },
        destinationLower: {
          anyOf: [
            { $ref: '#/$defs/bound' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/bound' } },
          ],
        },
        destinationUpper: {
          anyOf: [
            { $ref: '#/$defs/bound' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/bound' } },
          ],
        },
        destinationHarmonised: {
          anyOf: [
            { $ref: '#/$defs/figure' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/figure' } },
          ],
        },
        destinationParts: {
          anyOf: [
            { $ref: '#/$defs/parts' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/parts' } },
          ],
        },
        destinationStatus: {
          anyOf: [
            { $ref: '#/$defs/status' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/status' } },
          ],
        },
        destinationPosition: {
          anyOf: [
            { $ref: '#/$defs/position' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/position' } },
          ],
        },
        rule: {
          anyOf: [
            { $ref: '#/$defs/rule' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/rule' } },
          ],
        },
        difference: {
          anyOf: [
            { $ref: '#/$defs/difference' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/difference' } },
          ],
        },
        asymmetryPercent: {
          anyOf: [
            { $ref: '#/$defs/asymmetry' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/asymmetry' } },
          ],
        },
        outcome: {
          anyOf: [
            { $ref: '#/$defs/outcome' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/outcome' } },
          ],
        },
        reason: {
          anyOf: [
            { $ref: '#/$defs/reason' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/reason' } },
          ],
        },
        eligibility: {
          anyOf: [
            { $ref: '#/$defs/eligibility' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/eligibility' } },
          ],
        },
        finding: {
          anyOf: [
            { $ref: '#/$defs/finding' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/finding' } },
          ],
        },
        untested: {
          anyOf: [
            { $ref: '#/$defs/reason' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/reason' } },
          ],
        },
        unlockedBy: {
          anyOf: [
            { $ref: '#/$defs/reason' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/reason' } },
          ],
        },
        expectation: {
          anyOf: [
            { $ref: '#/$defs/expectationVersion' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 10000,
              items: { $ref: '#/$defs/expectationVersion' },
            },
          ],
        },
        expectedRatio: {
          anyOf: [
            { $ref: '#/$defs/figure' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/figure' } },
          ],
        },
        expectedLower: {
          anyOf: [
            { $ref: '#/$defs/figure' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/figure' } },
          ],
        },
        expectedUpper: {
          anyOf: [
            { $ref: '#/$defs/figure' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/figure' } },
          ],
        },
        basis: {
          anyOf: [
            { $ref: '#/$defs/basis' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/basis' } },
          ],
        },
        p: {
          anyOf: [
            { $ref: '#/$defs/chance' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/chance' } },
          ],
        },
        z: {
          anyOf: [
            { $ref: '#/$defs/number' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/number' } },
          ],
        },
        suspicion: {
          anyOf: [
            { $ref: '#/$defs/found' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/found' } },
          ],
        },
        gap: {
          anyOf: [
            { $ref: '#/$defs/number' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/number' } },
          ],
        },
        score: {
          anyOf: [
            { $ref: '#/$defs/found' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/found' } },
          ],
        },
        balanced: {
          anyOf: [
            { $ref: '#/$defs/figure' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/figure' } },
          ],
        },
        balancedLower: {
          anyOf: [
            { $ref: '#/$defs/figure' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/figure' } },
          ],
        },
        balancedUpper: {
          anyOf: [
            { $ref: '#/$defs/figure' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/figure' } },
          ],
        },
        matters: {
          anyOf: [
            { $ref: '#/$defs/flag' },
            { type: 'array', minItems: 1, maxItems: 10000, items: { $ref: '#/$defs/flag' } },
          ],
        },
        causes: {
          type: 'array',
          minItems: 1,
          maxItems: 50000,
          items: { $ref: '#/$defs/CauseOfRow' },
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
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,64}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
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
        contract: {
          title: 'a contract, such as migration-flow',
          type: 'string',
          pattern: '^[a-z][a-z-]{2,63}$',
        },
        suspicion: { title: 'a suspicion from 0 to 1', type: 'number', minimum: 0, maximum: 1 },
        Materiality: {
          description: 'Differences below it are no case.',
          type: 'object',
          additionalProperties: false,
          required: ['persons'],
          properties: {
            persons: { title: 'so many people', type: 'integer', minimum: 0, maximum: 1000000 },
            percent: { $ref: '#/$defs/percent' },
          },
        },
        share: { title: 'a share from 0 to 1', type: 'number', minimum: 0, maximum: 1 },
        shareFound: {
          title: 'a share from 0 to 1, or null where the history is too short',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 1,
        },
        Commitments: {
          description:
            'Where the parties commit before they compare: when each was bound, when the figures were open, and who said something else since.',
          type: 'object',
          additionalProperties: false,
          required: ['openedAt', 'by', 'parties', 'changedSince'],
          properties: {
            openedAt: { $ref: '#/$defs/moment' },
            by: { type: 'string', enum: ['all-committed', 'due-date'] },
            parties: {
              type: 'array',
              items: { $ref: '#/$defs/PartyMoment' },
              minItems: 1,
              maxItems: 64,
            },
            changedSince: {
              type: 'array',
              items: { $ref: '#/$defs/PartyMoment' },
              minItems: 0,
              maxItems: 1000,
            },
          },
        },
        PartyMoment: {
          description: 'A party, and when its report was recorded.',
          type: 'object',
          additionalProperties: false,
          required: ['party', 'at'],
          properties: { party: { $ref: '#/$defs/participant' }, at: { $ref: '#/$defs/moment' } },
        },
        FalseAlarms: {
          description:
            'How many of the untouched figures of the past raise an alarm: as promised, and as found.',
          type: 'object',
          additionalProperties: false,
          required: ['expectation', 'nominal', 'achieved', 'history'],
          properties: {
            expectation: {
              title: 'the version of what was learnt',
              type: 'integer',
              minimum: 1,
              maximum: 2147483647,
            },
            nominal: { $ref: '#/$defs/share' },
            achieved: { $ref: '#/$defs/shareFound' },
            history: {
              title: 'so many figures of the past',
              type: 'integer',
              minimum: 0,
              maximum: 2147483647,
            },
          },
        },
        bound: {
          title: 'a bound of a figure in people, or null where nothing bounds it',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        figure: {
          title: 'a number of 0 or more, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        number: {
          title: 'a number, or null',
          type: ['number', 'null'],
          minimum: -9007199254740991,
          maximum: 9007199254740991,
        },
        chance: {
          title: 'a chance from 0 to 1, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 1,
        },
        found: {
          title: 'a number from 0 to 1, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 1,
        },
        parts: {
          title: 'the codes that a figure was added up from, or null where it was given as such',
          type: ['string', 'null'],
          maxLength: 500,
        },
        status: {
          title: 'a set of observation status codes such as B P, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z]( [A-Z])*$',
          maxLength: 39,
        },
        rule: {
          title: 'the rule that harmonised both figures with its version, or null',
          type: ['string', 'null'],
          maxLength: 100,
        },
        eligibility: {
          type: ['string', 'null'],
          enum: ['comparable', 'adjustable', 'not-comparable', null],
        },
        finding: {
          type: ['string', 'null'],
          enum: ['agrees-within-intervals', 'as-expected', 'suspect', 'no-expectation', null],
        },
        basis: {
          type: ['string', 'null'],
          enum: ['factors', 'factors-and-history', 'history', null],
        },
        expectationVersion: {
          title: 'the version of what was learnt, or null',
          type: ['integer', 'null'],
          minimum: 1,
          maximum: 2147483647,
        },
        flag: { title: 'true or false', type: 'boolean' },
        StageFound: {
          description:
            'A stage of a path, held against the stage before it or the stock; in what its contract counts.',
          type: 'object',
          additionalProperties: false,
          required: [
            'clause',
            'stage',
            'after',
            'period',
            'lookedAt',
            'outcome',
            'saidLower',
            'saidUpper',
            'rangeLower',
            'rangeUpper',
            'p',
            'basis',
          ],
          properties: {
            clause: {
              title: 'the number of the clause that declares the path',
              type: 'string',
              pattern: '^[A-Za-z0-9.-]{1,16}$',
            },
            stage: {
              title: 'a stage of labour migration',
              type: 'string',
              pattern: '^[a-z][a-z-]{2,40}$',
            },
            after: {
              title: 'the stage that it was held against',
              type: 'string',
              pattern: '^[a-z][a-z-]{2,40}$',
            },
            period: { $ref: '#/$defs/period' },
            lookedAt: {
              title: 'the period alone, the year to it, or who leaves against who is there',
              type: 'string',
              enum: ['period', 'year', 'stock'],
            },
            outcome: { type: 'string', enum: ['in-range', 'above', 'below', 'no-expectation'] },
            why: {
              title: 'why nothing was expected',
              type: 'string',
              pattern: '^[a-z][a-z-]{2,40}$',
            },
            saidLower: { $ref: '#/$defs/bound' },
            saidUpper: { $ref: '#/$defs/bound' },
            rangeLower: { $ref: '#/$defs/bound' },
            rangeUpper: { $ref: '#/$defs/bound' },
            p: { $ref: '#/$defs/chance' },
            basis: { type: 'string', enum: ['declared', 'learnt', 'stock'] },
          },
        },
        CauseOfRow: {
          description: 'A cause that the pattern of the figures suggests; people decide.',
          type: 'object',
          additionalProperties: false,
          required: ['row', 'cause', 'side', 'evidence', 'strength', 'persons', 'adjustment'],
          properties: {
            row: {
              title: 'a row of this report, from 0',
              type: 'integer',
              minimum: 0,
              maximum: 9999,
            },
            cause: {
              title: 'a code of CL_CAUSE',
              type: 'string',
              enum: [
                'DEF_DURATION',
                'DEF_PARTNER',
                'DEF_POPULATION',
                'DEF_AGE',
                'TIMING',
                'COVERAGE_UNDERCOUNT',
                'COVERAGE_OVERCOUNT',
                'CLASSIFICATION',
                'PARTNER_MISALLOCATION',
                'SAMPLING',
                'SDC',
                'PROVISIONAL',
                'BREAK',
                'ADMIN_CORRECTION',
                'PROCESSING_ERROR',
                'DUPLICATE',
                'RETURNS',
                'ESTIMATION',
                'NOT_COLLECTED',
                'UNEXPLAINED',
              ],
            },
            side: { type: 'string', enum: ['origin', 'destination', 'both'] },
            evidence: {
              title: 'what suggests it, in words',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
            strength: { $ref: '#/$defs/share' },
            persons: { $ref: '#/$defs/difference' },
            adjustment: { type: 'string', enum: ['systematic', 'known-specific', 'irregular'] },
          },
        },
      },
    },
  },
  registration: {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:registration:0.1.0',
      title: 'Registration',
      description:
        'Somebody without a one-time code asks the registrar for a place, and shows two public keys of its own.',
      type: 'object',
      additionalProperties: false,
      required: ['participant', 'kind', 'name', 'office', 'signingKey', 'signinKey'],
      properties: {
        participant: { $ref: '#/$defs/participant' },
        kind: { type: 'string', enum: ['state', 'committee', 'secretariat', 'partner'] },
        name: { type: 'string', minLength: 1, maxLength: 200 },
        members: { type: 'array', maxItems: 300, items: { $ref: '#/$defs/participant' } },
        organisation: {
          title: 'what a partner is',
          type: 'string',
          enum: ['employers', 'workers', 'migrants', 'recruiters', 'research'],
        },
        holder: {
          title: 'the official whose keys these are',
          type: 'string',
          minLength: 1,
          maxLength: 200,
        },
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
  'releasing-office': {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:releasing-office:0.1.0',
      title: 'ReleasingOffice',
      description:
        'A state names the office that releases its figures by a contract; without an office it names none any more. Signed over its RFC 8785 bytes by a signatory.',
      type: 'object',
      additionalProperties: false,
      required: ['contract', 'at'],
      properties: {
        contract: {
          title: 'the name of a contract, such as migration-flow',
          type: 'string',
          pattern: '^[a-z][a-z0-9-]{0,63}$',
        },
        office: {
          title: 'the code of an office, such as STATBEL',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        at: { $ref: '#/$defs/moment' },
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
  'review-act': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:review-act:1.0.0',
      title: 'ReviewAct',
      description:
        'What a person does about a case (comment to close) or a report (sign to renew); signed over its RFC 8785 bytes. It names the version that it answers.',
      type: 'object',
      additionalProperties: false,
      required: ['act', 'agreement', 'at'],
      properties: {
        act: {
          type: 'string',
          enum: [
            'comment',
            'propose',
            'counter',
            'differ',
            'agree',
            'explain',
            'close',
            'sign',
            'withdraw',
            'return',
            'renew',
          ],
        },
        agreement: { $ref: '#/$defs/agreementId' },
        at: { $ref: '#/$defs/moment' },
        case: { $ref: '#/$defs/caseId' },
        answers: { $ref: '#/$defs/version' },
        figure: { $ref: '#/$defs/figure' },
        value: { $ref: '#/$defs/persons' },
        causes: { type: 'array', items: { $ref: '#/$defs/Cause' }, minItems: 0, maxItems: 20 },
        adjustment: { $ref: '#/$defs/Adjustment' },
        reason: { $ref: '#/$defs/reason' },
        text: {
          title: 'words for whoever may read them: 1 to 2,000 characters',
          type: 'string',
          minLength: 1,
          maxLength: 2000,
        },
        audience: {
          title: 'both: both sides will see this; office: only your office',
          type: 'string',
          enum: ['both', 'office'],
        },
        corrects: {
          title: 'an own comment, such as 3 or BE-STAT-1',
          type: 'string',
          pattern: '^([A-Z0-9]{2,16}-[A-Z0-9]{2,16}-)?[1-9][0-9]{0,3}$',
        },
        period: { $ref: '#/$defs/period' },
        version: { $ref: '#/$defs/version' },
        digest: { $ref: '#/$defs/digest' },
        figures: {
          type: 'array',
          items: { $ref: '#/$defs/figure' },
          minItems: 1,
          maxItems: 1000,
          uniqueItems: true,
        },
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
        caseId: {
          title: 'a case, such as BE-DK-2026.2016.1',
          type: 'string',
          pattern: '^[A-Z0-9-]{3,64}\\.[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?\\.[1-9][0-9]{0,5}$',
        },
        version: { title: 'a version, from 1', type: 'integer', minimum: 1, maximum: 2147483647 },
        figure: {
          title: 'a figure of a case, such as BE.DK._T._T',
          type: 'string',
          pattern: '^[A-Za-z0-9_.+-]{3,240}$',
        },
        persons: {
          title: 'a whole number of people',
          type: 'integer',
          minimum: 0,
          maximum: 9007199254740991,
        },
        difference: {
          title: 'a whole number of people, sign kept',
          type: 'integer',
          minimum: -9007199254740991,
          maximum: 9007199254740991,
        },
        cause: {
          title: 'a cause of CL_CAUSE, such as DEF_DURATION',
          type: 'string',
          pattern: '^[A-Z_]{3,32}$',
        },
        Cause: {
          description:
            'A cause with its part of the difference; without an amount where it takes the rest, or where the difference is hidden.',
          type: 'object',
          additionalProperties: false,
          required: ['cause'],
          properties: { cause: { $ref: '#/$defs/cause' }, persons: { $ref: '#/$defs/difference' } },
        },
        period: {
          title: 'a year, a quarter or a month, such as 2016, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        Adjustment: {
          description: 'How often an adjustment is to be expected.',
          type: 'object',
          additionalProperties: false,
          required: ['kind'],
          properties: {
            kind: { type: 'string', enum: ['systematic', 'known-specific', 'irregular'] },
            until: { $ref: '#/$defs/period' },
          },
        },
        reason: {
          title: 'why, for the other side to read: 1 to 500 characters',
          type: 'string',
          minLength: 1,
          maxLength: 500,
        },
        digest: {
          title: 'a SHA-256 digest',
          type: 'string',
          pattern: '^sha-256:[A-Za-z0-9_-]{43}$',
        },
      },
    },
  },
  'review-notice': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:review-notice:1.0.0',
      title: 'ReviewNotice',
      description:
        'What the hub tells the parties about a case or a report: what happened, by whom, and until when an answer is due. A case that is opened comes with its evidence. Silence is never consent.',
      type: 'object',
      additionalProperties: false,
      required: ['agreement', 'period', 'happened', 'status', 'at'],
      properties: {
        agreement: { $ref: '#/$defs/agreementId' },
        period: { $ref: '#/$defs/period' },
        happened: {
          title: 'such as opened, figure-countered, no-response, signed',
          type: 'string',
          pattern: '^[a-z][a-z-]{2,40}$',
        },
        status: {
          title: 'where the case or report stands then',
          type: 'string',
          pattern: '^[a-z][a-z-]{2,40}$',
        },
        at: { $ref: '#/$defs/moment' },
        by: { $ref: '#/$defs/participant' },
        case: { $ref: '#/$defs/caseId' },
        version: { $ref: '#/$defs/version' },
        figure: { $ref: '#/$defs/figure' },
        dueAt: { $ref: '#/$defs/moment' },
        reason: { $ref: '#/$defs/reason' },
        silent: {
          type: 'array',
          items: { $ref: '#/$defs/participant' },
          minItems: 0,
          maxItems: 64,
        },
        mentions: {
          title: 'participants or offices that a comment calls on',
          type: 'array',
          items: {
            title: 'a participant or an office of it, such as DK or DK-STAT',
            type: 'string',
            pattern: '^[A-Z0-9]{2,16}(-[A-Z0-9]{2,16})?$',
          },
          minItems: 1,
          maxItems: 20,
          uniqueItems: true,
        },
        digest: { $ref: '#/$defs/digest' },
        about: { $ref: '#/$defs/About' },
        expectation: { $ref: '#/$defs/version' },
        rules: {
          type: 'array',
          items: { title: 'a rule and its version', type: 'string', minLength: 1, maxLength: 100 },
          minItems: 0,
          maxItems: 100,
        },
        figures: { type: 'array', items: { $ref: '#/$defs/Figure' }, minItems: 0, maxItems: 10000 },
      },
      $defs: {
        agreementId: {
          title: 'an agreement, such as BE-DK-2026',
          type: 'string',
          pattern: '^[A-Z0-9-]{3,64}$',
        },
        contract: {
          title: 'a contract, such as migration-flow',
          type: 'string',
          pattern: '^[a-z][a-z0-9-]{0,63}$',
        },
        moment: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z',
          type: 'string',
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        caseId: {
          title: 'a case, such as BE-DK-2026.2016.1',
          type: 'string',
          pattern: '^[A-Z0-9-]{3,64}\\.[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?\\.[1-9][0-9]{0,5}$',
        },
        version: { title: 'a version, from 1', type: 'integer', minimum: 1, maximum: 2147483647 },
        figure: {
          title: 'a figure of a case, such as BE.DK._T._T',
          type: 'string',
          pattern: '^[A-Za-z0-9_.+-]{3,240}$',
        },
        persons: {
          title: 'a whole number of people',
          type: 'integer',
          minimum: 0,
          maximum: 9007199254740991,
        },
        people: {
          title: 'a whole number of people, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        difference: {
          title: 'a whole number of people, sign kept',
          type: 'integer',
          minimum: -9007199254740991,
          maximum: 9007199254740991,
        },
        differenceOrNull: {
          title: 'a whole number of people, sign kept, or null',
          type: ['integer', 'null'],
          minimum: -9007199254740991,
          maximum: 9007199254740991,
        },
        position: {
          title: "a position in the hub's record, or null",
          type: ['integer', 'null'],
          minimum: 1,
          maximum: 9007199254740991,
        },
        cause: {
          title: 'a cause of CL_CAUSE, such as DEF_DURATION',
          type: 'string',
          pattern: '^[A-Z_]{3,32}$',
        },
        Cause: {
          description:
            'A cause with its part of the difference; without an amount where it takes the rest, or where the difference is hidden.',
          type: 'object',
          additionalProperties: false,
          required: ['cause'],
          properties: { cause: { $ref: '#/$defs/cause' }, persons: { $ref: '#/$defs/difference' } },
        },
        period: {
          title: 'a year, a quarter or a month, such as 2016, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        Adjustment: {
          description: 'How often an adjustment is to be expected.',
          type: 'object',
          additionalProperties: false,
          required: ['kind'],
          properties: {
            kind: { type: 'string', enum: ['systematic', 'known-specific', 'irregular'] },
            until: { $ref: '#/$defs/period' },
          },
        },
        reason: {
          title: 'why, for the other side to read: 1 to 500 characters',
          type: 'string',
          minLength: 1,
          maxLength: 500,
        },
        digest: {
          title: 'a SHA-256 digest',
          type: 'string',
          pattern: '^sha-256:[A-Za-z0-9_-]{43}$',
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        About: {
          description: 'One direction of a corridor (origin, destination), or a reporter.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'contract'],
          properties: {
            kind: { type: 'string', enum: ['corridor', 'reporter'] },
            contract: { $ref: '#/$defs/contract' },
            origin: { $ref: '#/$defs/participant' },
            destination: { $ref: '#/$defs/participant' },
            reporter: { $ref: '#/$defs/participant' },
            role: {
              title: 'as what the reporter broke',
              type: 'string',
              enum: ['origin', 'destination'],
            },
          },
        },
        Figure: {
          description:
            'A figure of a case: what both sides say, in which vintage, and what it came to.',
          type: 'object',
          additionalProperties: false,
          required: [
            'figure',
            'sides',
            'originSays',
            'destinationSays',
            'difference',
            'originPosition',
            'destinationPosition',
            'status',
          ],
          properties: {
            figure: { $ref: '#/$defs/figure' },
            sides: {
              type: 'array',
              items: { $ref: '#/$defs/participant' },
              minItems: 2,
              maxItems: 2,
            },
            originSays: { $ref: '#/$defs/people' },
            destinationSays: { $ref: '#/$defs/people' },
            difference: { $ref: '#/$defs/differenceOrNull' },
            originPosition: { $ref: '#/$defs/position' },
            destinationPosition: { $ref: '#/$defs/position' },
            status: {
              type: 'string',
              enum: [
                'within-tolerance',
                'open',
                'proposed',
                'countered',
                'agreed',
                'agreed-to-differ',
              ],
            },
            value: { $ref: '#/$defs/persons' },
            causes: { type: 'array', items: { $ref: '#/$defs/Cause' }, minItems: 0, maxItems: 20 },
            adjustment: { $ref: '#/$defs/Adjustment' },
            reason: { $ref: '#/$defs/reason' },
            proposedBy: { $ref: '#/$defs/participant' },
            agreedBy: { $ref: '#/$defs/participant' },
            agreedAt: { $ref: '#/$defs/moment' },
          },
        },
      },
    },
  },
  'reviewed-report': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:reviewed-report:1.0.0',
      title: 'ReviewedReport',
      description:
        'What the parties sign: the report of one agreement and period by its digest, and what its cases came to. The amounts of the causes of a figure sum to its difference.',
      type: 'object',
      additionalProperties: false,
      required: [
        'agreement',
        'contract',
        'period',
        'version',
        'parties',
        'report',
        'agreed',
        'agreedToDiffer',
        'corrected',
        'notTakenUp',
        'cases',
      ],
      properties: {
        agreement: { $ref: '#/$defs/agreementId' },
        contract: { $ref: '#/$defs/contract' },
        period: { $ref: '#/$defs/period' },
        version: { $ref: '#/$defs/version' },
        parties: {
          type: 'array',
          items: { $ref: '#/$defs/participant' },
          minItems: 2,
          maxItems: 64,
          uniqueItems: true,
        },
        twoSign: {
          title: 'the parties of which two people sign',
          type: 'array',
          items: { $ref: '#/$defs/participant' },
          minItems: 1,
          maxItems: 64,
          uniqueItems: true,
        },
        report: { $ref: '#/$defs/digest' },
        agreed: { $ref: '#/$defs/persons' },
        agreedToDiffer: { $ref: '#/$defs/persons' },
        corrected: { $ref: '#/$defs/persons' },
        notTakenUp: { $ref: '#/$defs/persons' },
        cases: { type: 'array', items: { $ref: '#/$defs/Case' }, minItems: 0, maxItems: 1000 },
      },
      $defs: {
        agreementId: {
          title: 'an agreement, such as BE-DK-2026',
          type: 'string',
          pattern: '^[A-Z0-9-]{3,64}$',
        },
        contract: {
          title: 'a contract, such as migration-flow',
          type: 'string',
          pattern: '^[a-z][a-z0-9-]{0,63}$',
        },
        moment: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z',
          type: 'string',
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        caseId: {
          title: 'a case, such as BE-DK-2026.2016.1',
          type: 'string',
          pattern: '^[A-Z0-9-]{3,64}\\.[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?\\.[1-9][0-9]{0,5}$',
        },
        version: { title: 'a version, from 1', type: 'integer', minimum: 1, maximum: 2147483647 },
        figure: {
          title: 'a figure of a case, such as BE.DK._T._T',
          type: 'string',
          pattern: '^[A-Za-z0-9_.+-]{3,240}$',
        },
        persons: {
          title: 'a whole number of people',
          type: 'integer',
          minimum: 0,
          maximum: 9007199254740991,
        },
        people: {
          title: 'a whole number of people, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        difference: {
          title: 'a whole number of people, sign kept',
          type: 'integer',
          minimum: -9007199254740991,
          maximum: 9007199254740991,
        },
        differenceOrNull: {
          title: 'a whole number of people, sign kept, or null',
          type: ['integer', 'null'],
          minimum: -9007199254740991,
          maximum: 9007199254740991,
        },
        position: {
          title: "a position in the hub's record, or null",
          type: ['integer', 'null'],
          minimum: 1,
          maximum: 9007199254740991,
        },
        cause: {
          title: 'a cause of CL_CAUSE, such as DEF_DURATION',
          type: 'string',
          pattern: '^[A-Z_]{3,32}$',
        },
        Cause: {
          description:
            'A cause with its part of the difference; without an amount where it takes the rest, or where the difference is hidden.',
          type: 'object',
          additionalProperties: false,
          required: ['cause'],
          properties: { cause: { $ref: '#/$defs/cause' }, persons: { $ref: '#/$defs/difference' } },
        },
        period: {
          title: 'a year, a quarter or a month, such as 2016, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        Adjustment: {
          description: 'How often an adjustment is to be expected.',
          type: 'object',
          additionalProperties: false,
          required: ['kind'],
          properties: {
            kind: { type: 'string', enum: ['systematic', 'known-specific', 'irregular'] },
            until: { $ref: '#/$defs/period' },
          },
        },
        reason: {
          title: 'why, for the other side to read: 1 to 500 characters',
          type: 'string',
          minLength: 1,
          maxLength: 500,
        },
        digest: {
          title: 'a SHA-256 digest',
          type: 'string',
          pattern: '^sha-256:[A-Za-z0-9_-]{43}$',
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        About: {
          description: 'One direction of a corridor (origin, destination), or a reporter.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'contract'],
          properties: {
            kind: { type: 'string', enum: ['corridor', 'reporter'] },
            contract: { $ref: '#/$defs/contract' },
            origin: { $ref: '#/$defs/participant' },
            destination: { $ref: '#/$defs/participant' },
            reporter: { $ref: '#/$defs/participant' },
            role: {
              title: 'as what the reporter broke',
              type: 'string',
              enum: ['origin', 'destination'],
            },
          },
        },
        Figure: {
          description:
            'A figure of a case: what both sides say, in which vintage, and what it came to.',
          type: 'object',
          additionalProperties: false,
          required: [
            'figure',
            'sides',
            'originSays',
            'destinationSays',
            'difference',
            'originPosition',
            'destinationPosition',
            'status',
          ],
          properties: {
            figure: { $ref: '#/$defs/figure' },
            sides: {
              type: 'array',
              items: { $ref: '#/$defs/participant' },
              minItems: 2,
              maxItems: 2,
            },
            originSays: { $ref: '#/$defs/people' },
            destinationSays: { $ref: '#/$defs/people' },
            difference: { $ref: '#/$defs/differenceOrNull' },
            originPosition: { $ref: '#/$defs/position' },
            destinationPosition: { $ref: '#/$defs/position' },
            status: {
              type: 'string',
              enum: [
                'within-tolerance',
                'open',
                'proposed',
                'countered',
                'agreed',
                'agreed-to-differ',
              ],
            },
            value: { $ref: '#/$defs/persons' },
            causes: { type: 'array', items: { $ref: '#/$defs/Cause' }, minItems: 0, maxItems: 20 },
            adjustment: { $ref: '#/$defs/Adjustment' },
            reason: { $ref: '#/$defs/reason' },
            proposedBy: { $ref: '#/$defs/participant' },
            agreedBy: { $ref: '#/$defs/participant' },
            agreedAt: { $ref: '#/$defs/moment' },
          },
        },
        Case: {
          description: 'A case with what its figures came to.',
          type: 'object',
          additionalProperties: false,
          required: ['case', 'about', 'status', 'openedAt', 'rules', 'figures'],
          properties: {
            case: { $ref: '#/$defs/caseId' },
            about: { $ref: '#/$defs/About' },
            status: {
              type: 'string',
              enum: [
                'open',
                'notified',
                'under-review',
                'no-response',
                'reopened',
                'explained',
                'corrected',
                'adjustment-agreed',
                'agreed-to-differ',
                'closed-not-material',
              ],
            },
            openedAt: { $ref: '#/$defs/moment' },
            expectation: { $ref: '#/$defs/version' },
            rules: {
              type: 'array',
              items: {
                title: 'a rule and its version',
                type: 'string',
                minLength: 1,
                maxLength: 100,
              },
              minItems: 0,
              maxItems: 100,
            },
            figures: {
              type: 'array',
              items: { $ref: '#/$defs/Figure' },
              minItems: 1,
              maxItems: 10000,
            },
          },
        },
      },
    },
  },
  'rule-set': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:rule-set:1.0.0',
      title: 'RuleSet',
      description:
        'The rules of one version of a statistical contract, as data. Those of the problem catalogue with a number that begins with W are warnings, all others stop a message.',
      type: 'object',
      additionalProperties: false,
      required: ['contract', 'version', 'rules'],
      properties: {
        contract: {
          title: 'a contract, such as migration-flow',
          type: 'string',
          pattern: '^[a-z][a-z-]{0,62}[a-z]$',
        },
        version: {
          title: 'a version, such as 1.0.0',
          type: 'string',
          pattern: '^(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})$',
        },
        rules: { type: 'array', minItems: 1, maxItems: 200, items: { $ref: '#/$defs/Rule' } },
      },
      $defs: {
        about: {
          title: 'what is asked, in a sentence',
          type: 'string',
          minLength: 1,
          maxLength: 300,
        },
        share: { title: 'a share above 0 and up to 1', type: 'number', minimum: 0.001, maximum: 1 },
        fewestRows: {
          title: 'the fewest rows that can tell',
          type: 'integer',
          minimum: 1,
          maximum: 5000,
        },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        column: {
          title: 'a column of the contract',
          type: 'string',
          pattern: '^[a-z][A-Za-z]{0,31}$',
        },
        factor: {
          title: 'how many times as much',
          type: 'number',
          minimum: 1.01,
          maximum: 1000000,
        },
        count: { title: 'a whole number', type: 'integer', minimum: 0, maximum: 9007199254740991 },
        year: { title: 'a year, such as 1950', type: 'string', pattern: '^[0-9]{4}$' },
        SumRule: {
          description:
            'Children add up to their parent, wherever all of them are there; codes that stand for what is not known are added to totals.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about', 'column', 'absolute', 'relative'],
          properties: {
            kind: { type: 'string', const: 'sum' },
            problem: { type: 'string', const: 'TOTAL_NOT_SUM' },
            about: { $ref: '#/$defs/about' },
            column: { $ref: '#/$defs/column' },
            absolute: {
              title: 'by how much they may differ',
              type: 'integer',
              minimum: 0,
              maximum: 9007199254740991,
            },
            relative: {
              title: 'by which share of the parent they may differ',
              type: 'number',
              minimum: 0,
              maximum: 1,
            },
            rest: {
              title:
                'stated: what is not known has a row of its own; open: without such a row children may fall short of their parent',
              type: 'string',
              enum: ['stated', 'open'],
            },
            leavesOut: {
              title: 'the member that an aggregate of areas does without',
              type: 'string',
              enum: ['reporter'],
            },
            blocks: {
              title: 'wholes and their parts, in place of the hierarchy of the code list',
              type: 'array',
              minItems: 1,
              maxItems: 32,
              items: { $ref: '#/$defs/Block' },
            },
          },
        },
        Block: {
          description: 'A whole, and the parts that make it up.',
          type: 'object',
          additionalProperties: false,
          required: ['whole', 'parts'],
          properties: {
            whole: { $ref: '#/$defs/code' },
            parts: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/code' } },
          },
        },
        PeriodOfFrequencyRule: {
          description: 'Each period is written in the frequency of the dataset.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'period-of-frequency' },
            problem: { type: 'string', const: 'PERIOD_NOT_OF_FREQUENCY' },
            about: { $ref: '#/$defs/about' },
          },
        },
        FiscalYearRule: {
          description: 'Fiscal periods say when their year starts; calendar periods do not.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'fiscal-year' },
            problem: { type: 'string', const: 'FISCAL_YEAR_UNCLEAR' },
            about: { $ref: '#/$defs/about' },
          },
        },
        Codes: {
          description: 'Some codes of a column.',
          type: 'object',
          additionalProperties: false,
          required: ['column', 'codes'],
          properties: {
            column: { $ref: '#/$defs/column' },
            codes: {
              type: 'array',
              minItems: 1,
              maxItems: 64,
              items: {
                title: 'a code, such as BE or projected',
                type: 'string',
                pattern: '^[A-Za-z0-9_]{1,32}$',
              },
            },
          },
        },
        PeriodBegunRule: {
          description: 'What was observed is of a period that has begun.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'period-begun' },
            problem: { type: 'string', const: 'PERIOD_NOT_BEGUN' },
            about: { $ref: '#/$defs/about' },
            except: { $ref: '#/$defs/Codes' },
          },
        },
        PeriodOverRule: {
          description: 'What was observed is of a period that is over.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'period-over' },
            problem: { type: 'string', const: 'PERIOD_NOT_OVER' },
            about: { $ref: '#/$defs/about' },
            except: { $ref: '#/$defs/Codes' },
          },
        },
        PeriodLongAgoRule: {
          description: 'A period is not before the first plausible year.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about', 'earliest'],
          properties: {
            kind: { type: 'string', const: 'period-long-ago' },
            problem: { type: 'string', const: 'PERIOD_LONG_AGO' },
            about: { $ref: '#/$defs/about' },
            earliest: { $ref: '#/$defs/year' },
          },
        },
        ProjectionDescribedRule: {
          description: 'Projected figures say who made them, how and from which base.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'projection-described' },
            problem: { type: 'string', const: 'PROJECTION_NOT_DESCRIBED' },
            about: { $ref: '#/$defs/about' },
          },
        },
        ObservedWithProjectionRule: {
          description: 'A dataset without projected figures describes no projection.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'observed-with-projection' },
            problem: { type: 'string', const: 'OBSERVED_WITH_PROJECTION' },
            about: { $ref: '#/$defs/about' },
          },
        },
        ProjectionHorizonRule: {
          description: 'Projected periods lie after the base year and within the horizon.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'projection-horizon' },
            problem: { type: 'string', const: 'PERIOD_BEYOND_HORIZON' },
            about: { $ref: '#/$defs/about' },
          },
        },
        ProjectionScenarioRule: {
          description: 'Projected figures name a scenario, observed ones name none.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'projection-scenario' },
            problem: { type: 'string', const: 'SCENARIO_WRONG' },
            about: { $ref: '#/$defs/about' },
          },
        },
        ProjectionIntervalRule: {
          description: 'Projected figures have an interval.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'projection-interval' },
            problem: { type: 'string', const: 'PROJECTION_WITHOUT_INTERVAL' },
            about: { $ref: '#/$defs/about' },
          },
        },
        UnknownShareRule: {
          description: 'What is not known stays below a share of the total.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about', 'columns', 'share', 'least'],
          properties: {
            kind: { type: 'string', const: 'unknown-share' },
            problem: { type: 'string', const: 'UNKNOWN_SHARE_HIGH' },
            about: { $ref: '#/$defs/about' },
            columns: {
              type: 'array',
              minItems: 1,
              maxItems: 16,
              items: { $ref: '#/$defs/column' },
            },
            share: { $ref: '#/$defs/share' },
            least: { $ref: '#/$defs/count' },
          },
        },
        LargestRule: {
          description: 'No value is above the largest plausible one.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about', 'most'],
          properties: {
            kind: { type: 'string', const: 'largest' },
            problem: { type: 'string', const: 'VALUE_LARGE' },
            about: { $ref: '#/$defs/about' },
            most: { $ref: '#/$defs/count' },
          },
        },
        JumpRule: {
          description: 'A value is not many times what was stated before, nor a small part of it.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about', 'against', 'factor', 'least'],
          properties: {
            kind: { type: 'string', const: 'jump' },
            problem: { type: 'string', const: 'VALUE_JUMPED' },
            about: { $ref: '#/$defs/about' },
            against: {
              title:
                'same: the figure now in force of the same cell; year-before: that of the cell a year earlier',
              type: 'string',
              enum: ['same', 'year-before'],
            },
            factor: { $ref: '#/$defs/factor' },
            least: { $ref: '#/$defs/count' },
          },
        },
        UnitSlipRule: {
          description:
            'Values are not a thousand times, or a thousandth of, what was stated before.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about', 'rows', 'share'],
          properties: {
            kind: { type: 'string', const: 'unit-slip' },
            problem: { type: 'string', const: 'UNIT_SLIPPED' },
            about: { $ref: '#/$defs/about' },
            rows: { $ref: '#/$defs/fewestRows' },
            share: { $ref: '#/$defs/share' },
          },
        },
        SwappedRule: {
          description: 'Values are not those of the opposite flow.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about', 'rows', 'share'],
          properties: {
            kind: { type: 'string', const: 'swapped' },
            problem: { type: 'string', const: 'FLOWS_SWAPPED' },
            about: { $ref: '#/$defs/about' },
            rows: { $ref: '#/$defs/fewestRows' },
            share: { $ref: '#/$defs/share' },
          },
        },
        RepeatedFileRule: {
          description: 'Values are not those of a year earlier again.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about', 'rows', 'share'],
          properties: {
            kind: { type: 'string', const: 'repeated-file' },
            problem: { type: 'string', const: 'YEAR_REPEATED' },
            about: { $ref: '#/$defs/about' },
            rows: { $ref: '#/$defs/fewestRows' },
            share: { $ref: '#/$defs/share' },
          },
        },
        EmbargoStatedRule: {
          description: 'A figure under embargo says until when.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'embargo-stated' },
            problem: { type: 'string', const: 'EMBARGO_MISSING' },
            about: { $ref: '#/$defs/about' },
          },
        },
        EmbargoOfStatusRule: {
          description: 'Only a figure with the status for an embargo has one.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'embargo-of-status' },
            problem: { type: 'string', const: 'EMBARGO_WITHOUT_STATUS' },
            about: { $ref: '#/$defs/about' },
          },
        },
        EmbargoOverRule: {
          description: 'An embargo is not over when the figure is sent.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'embargo-over' },
            problem: { type: 'string', const: 'EMBARGO_OVER' },
            about: { $ref: '#/$defs/about' },
          },
        },
        FreeButRestrictedRule: {
          description: 'A free figure may be handed on.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'free-but-restricted' },
            problem: { type: 'string', const: 'FREE_BUT_RESTRICTED' },
            about: { $ref: '#/$defs/about' },
          },
        },
        ConfidentialForAllRule: {
          description: 'A figure not for publication may not be handed on to anybody.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'confidential-for-all' },
            problem: { type: 'string', const: 'CONFIDENTIAL_FOR_ALL' },
            about: { $ref: '#/$defs/about' },
          },
        },
        SuppressedButFreeRule: {
          description: 'A suppressed figure is not free.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'suppressed-but-free' },
            problem: { type: 'string', const: 'SUPPRESSED_BUT_FREE' },
            about: { $ref: '#/$defs/about' },
          },
        },
        ConfidentialZeroRule: {
          description: 'A confidential zero is a true zero, not a suppressed figure.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'confidential-zero' },
            problem: { type: 'string', const: 'CONFIDENTIAL_ZERO' },
            about: { $ref: '#/$defs/about' },
          },
        },
        SurveyOnlyRule: {
          description: 'Standard errors and sample sizes come from surveys or projections.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about'],
          properties: {
            kind: { type: 'string', const: 'survey-only' },
            problem: { type: 'string', const: 'SURVEY_MEMBERS_UNEXPECTED' },
            about: { $ref: '#/$defs/about' },
          },
        },
        DefinitionRule: {
          description: 'Members of the definition record go together.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about', 'member', 'is', 'other', 'of'],
          properties: {
            kind: { type: 'string', const: 'definition' },
            problem: { type: 'string', const: 'DEFINITION_UNLIKELY' },
            about: { $ref: '#/$defs/about' },
            member: { $ref: '#/$defs/column' },
            is: { title: 'what the member says', type: 'string', minLength: 1, maxLength: 64 },
            other: { $ref: '#/$defs/column' },
            of: {
              type: 'array',
              minItems: 1,
              maxItems: 16,
              items: { type: 'string', minLength: 1, maxLength: 64 },
            },
          },
        },
        StayBelowMinimumRule: {
          description: 'No row is about stays that are too short for the definition to count them.',
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'problem', 'about', 'column', 'code', 'months'],
          properties: {
            kind: { type: 'string', const: 'stay-below-minimum' },
            problem: { type: 'string', const: 'STAY_BELOW_MINIMUM' },
            about: { $ref: '#/$defs/about' },
            column: { $ref: '#/$defs/column' },
            code: { $ref: '#/$defs/code' },
            months: {
              title: 'stays of the code are shorter than so many months',
              type: 'integer',
              minimum: 1,
              maximum: 999,
            },
          },
        },
        Rule: {
          description: 'One thing that is asked of a dataset beyond its schema.',
          type: 'object',
          discriminator: { propertyName: 'kind' },
          oneOf: [
            { $ref: '#/$defs/SumRule' },
            { $ref: '#/$defs/PeriodOfFrequencyRule' },
            { $ref: '#/$defs/FiscalYearRule' },
            { $ref: '#/$defs/PeriodBegunRule' },
            { $ref: '#/$defs/PeriodOverRule' },
            { $ref: '#/$defs/PeriodLongAgoRule' },
            { $ref: '#/$defs/ProjectionDescribedRule' },
            { $ref: '#/$defs/ObservedWithProjectionRule' },
            { $ref: '#/$defs/ProjectionHorizonRule' },
            { $ref: '#/$defs/ProjectionScenarioRule' },
            { $ref: '#/$defs/ProjectionIntervalRule' },
            { $ref: '#/$defs/UnknownShareRule' },
            { $ref: '#/$defs/LargestRule' },
            { $ref: '#/$defs/JumpRule' },
            { $ref: '#/$defs/UnitSlipRule' },
            { $ref: '#/$defs/SwappedRule' },
            { $ref: '#/$defs/RepeatedFileRule' },
            { $ref: '#/$defs/EmbargoStatedRule' },
            { $ref: '#/$defs/EmbargoOfStatusRule' },
            { $ref: '#/$defs/EmbargoOverRule' },
            { $ref: '#/$defs/FreeButRestrictedRule' },
            { $ref: '#/$defs/ConfidentialForAllRule' },
            { $ref: '#/$defs/SuppressedButFreeRule' },
            { $ref: '#/$defs/ConfidentialZeroRule' },
            { $ref: '#/$defs/SurveyOnlyRule' },
            { $ref: '#/$defs/DefinitionRule' },
            { $ref: '#/$defs/StayBelowMinimumRule' },
          ],
        },
      },
    },
  },
  'signed-act': {
    '0.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:signed-act:0.1.0',
      title: 'SignedAct',
      description:
        'The hub says whose key a signature over an act was made with; the signature itself proves the act. Sealed by the hub over its RFC 8785 bytes, so that anybody verifies both later, offline.',
      type: 'object',
      additionalProperties: false,
      required: ['purpose', 'about', 'at', 'document', 'signature', 'signer'],
      properties: {
        purpose: {
          title: 'what the signature is for, such as corridor-agreement-act',
          type: 'string',
          pattern: '^corridor-[a-z-]{1,40}$',
        },
        about: {
          title: 'what the act is about, such as the agreement BE-DK-2026',
          type: 'string',
          minLength: 1,
          maxLength: 200,
        },
        at: { $ref: '#/$defs/moment' },
        document: {
          title: 'what was signed, to the letter',
          type: 'string',
          minLength: 2,
          maxLength: 1000000,
        },
        signature: {
          title: 'a detached JWS, or the assertion of a passkey in its place',
          type: 'string',
          minLength: 1,
          maxLength: 8000,
        },
        signer: { $ref: '#/$defs/ActSigner' },
      },
      $defs: {
        moment: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z',
          type: 'string',
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        base64url: {
          title: 'bytes in base64url',
          type: 'string',
          pattern: '^[A-Za-z0-9_-]{1,1400}$',
        },
        ActSigner: {
          description: 'Whose key it was when the act was taken, by the register of the hub.',
          type: 'object',
          additionalProperties: false,
          required: ['with', 'participant', 'office', 'kid', 'key'],
          properties: {
            with: { type: 'string', enum: ['office-key', 'passkey'] },
            participant: {
              title: 'a participant, such as BE',
              type: 'string',
              pattern: '^[A-Z0-9]{2,16}$',
            },
            office: { type: 'string', minLength: 1, maxLength: 64 },
            name: {
              title: 'the official or the person, where the register has the name',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            kid: {
              title: 'the thumbprint of a key',
              type: 'string',
              pattern: '^[A-Za-z0-9_-]{43}$',
            },
            key: { $ref: '#/$defs/ActPublicKey' },
            rpId: {
              title: 'the name that a passkey was made for',
              type: 'string',
              minLength: 1,
              maxLength: 253,
            },
            origin: {
              title: 'the address on whose pages a passkey signs',
              type: 'string',
              minLength: 1,
              maxLength: 300,
            },
          },
        },
        ActPublicKey: {
          description: 'A public key as JWK: Ed25519 (OKP), P-256 (EC) or RSA.',
          type: 'object',
          additionalProperties: false,
          required: ['kty'],
          properties: {
            kty: { type: 'string', enum: ['OKP', 'EC', 'RSA'] },
            crv: { type: 'string', enum: ['Ed25519', 'P-256'] },
            x: { $ref: '#/$defs/base64url' },
            y: { $ref: '#/$defs/base64url' },
            n: { $ref: '#/$defs/base64url' },
            e: { $ref: '#/$defs/base64url' },
          },
        },
      },
    },
  },
  'signed-report': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:signed-report:1.0.0',
      title: 'SignedReport',
      description:
        "A report that all parties have signed, whole: the hub's report, what was reviewed, and every signature with the act and key that verify it off line.",
      type: 'object',
      additionalProperties: false,
      required: [
        'agreement',
        'contract',
        'period',
        'version',
        'parties',
        'report',
        'reviewed',
        'digest',
        'signatures',
      ],
      properties: {
        agreement: { $ref: '#/$defs/agreementId' },
        contract: { $ref: '#/$defs/contract' },
        period: { $ref: '#/$defs/period' },
        version: { $ref: '#/$defs/version' },
        parties: {
          type: 'array',
          items: { $ref: '#/$defs/participant' },
          minItems: 2,
          maxItems: 64,
          uniqueItems: true,
        },
        report: {
          title: 'the event of the report, exactly as the hub made it',
          type: 'string',
          minLength: 2,
          maxLength: 33554432,
        },
        reviewed: {
          title: 'the reviewed-report that was signed, exactly',
          type: 'string',
          minLength: 2,
          maxLength: 33554432,
        },
        digest: { $ref: '#/$defs/digest' },
        signatures: {
          type: 'array',
          items: { $ref: '#/$defs/Signature' },
          minItems: 2,
          maxItems: 128,
        },
      },
      $defs: {
        agreementId: {
          title: 'an agreement, such as BE-DK-2026',
          type: 'string',
          pattern: '^[A-Z0-9-]{3,64}$',
        },
        contract: {
          title: 'a contract, such as migration-flow',
          type: 'string',
          pattern: '^[a-z][a-z0-9-]{0,63}$',
        },
        moment: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z',
          type: 'string',
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        version: { title: 'a version, from 1', type: 'integer', minimum: 1, maximum: 2147483647 },
        period: {
          title: 'a year, a quarter or a month, such as 2016, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        digest: {
          title: 'a SHA-256 digest',
          type: 'string',
          pattern: '^sha-256:[A-Za-z0-9_-]{43}$',
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        base64url: { title: 'base64url', type: 'string', pattern: '^[A-Za-z0-9_-]{1,1024}$' },
        Jwk: {
          description: 'A public key.',
          type: 'object',
          additionalProperties: false,
          required: ['kty'],
          properties: {
            kty: { type: 'string', enum: ['OKP', 'EC', 'RSA'] },
            crv: { type: 'string', enum: ['Ed25519', 'P-256'] },
            x: { $ref: '#/$defs/base64url' },
            y: { $ref: '#/$defs/base64url' },
            n: { $ref: '#/$defs/base64url' },
            e: { $ref: '#/$defs/base64url' },
          },
        },
        Key: {
          description:
            "The key of a signatory: an office's, or a passkey with the address that it is bound to. Times are those for which the register knew it.",
          type: 'object',
          additionalProperties: false,
          required: ['kid', 'with', 'jwk', 'validFrom'],
          properties: {
            kid: { title: 'RFC 7638 thumbprint', type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' },
            with: { type: 'string', enum: ['office-key', 'passkey'] },
            jwk: { $ref: '#/$defs/Jwk' },
            validFrom: { $ref: '#/$defs/moment' },
            validUntil: { $ref: '#/$defs/moment' },
            rpId: {
              title: 'the name that a passkey is bound to',
              type: 'string',
              minLength: 1,
              maxLength: 253,
            },
            origin: {
              title: 'the address whose pages it signs on',
              type: 'string',
              minLength: 1,
              maxLength: 300,
            },
          },
        },
        Signature: {
          description:
            'A signature of a party, over a review-act that names the digest of what was reviewed.',
          type: 'object',
          additionalProperties: false,
          required: ['participant', 'signedAt', 'act', 'signature', 'key'],
          properties: {
            participant: { $ref: '#/$defs/participant' },
            signedAt: { $ref: '#/$defs/moment' },
            act: {
              title: 'the signed bytes as text',
              type: 'string',
              minLength: 2,
              maxLength: 262144,
            },
            signature: {
              title: 'of an office key a detached JWS, of a passkey its assertion',
              type: 'string',
              minLength: 1,
              maxLength: 8192,
            },
            key: { $ref: '#/$defs/Key' },
          },
        },
      },
    },
  },
  'social-protection': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:social-protection:1.0.0',
      title: 'SocialProtection',
      description:
        'Figures of the social protection of migrant workers, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'reporter',
        'partner',
        'indicator',
        'branch',
        'period',
        'sex',
        'age',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        rows: { title: 'the number of rows', type: 'integer', minimum: 1, maximum: 5000 },
        reporter: {
          anyOf: [
            { $ref: '#/$defs/participant' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/participant' } },
          ],
        },
        partner: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        indicator: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        branch: {
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
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
      },
    },
    '1.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:social-protection:1.1.0',
      title: 'SocialProtection',
      description:
        'Figures of the social protection of migrant workers, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'reporter',
        'partner',
        'indicator',
        'branch',
        'period',
        'sex',
        'age',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        rows: { title: 'the number of rows', type: 'integer', minimum: 1, maximum: 5000 },
        reporter: {
          anyOf: [
            { $ref: '#/$defs/participant' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/participant' } },
          ],
        },
        partner: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        indicator: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        branch: {
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
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
        cellKey: {
          anyOf: [
            { $ref: '#/$defs/cellKey' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/cellKey' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        cellKey: {
          title: 'a whole number from 0 to 4294967295, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 4294967295,
        },
      },
    },
  },
  'temporary-mobility': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:temporary-mobility:1.0.0',
      title: 'TemporaryMobility',
      description:
        'Figures of temporary moves for work under a scheme, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'classifications',
        'reporter',
        'direction',
        'origin',
        'destination',
        'scheme',
        'event',
        'period',
        'sex',
        'age',
        'occupation',
        'sector',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        classifications: { $ref: '#/$defs/TemporaryMobilityClassifications' },
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
        scheme: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        event: {
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
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        TemporaryMobilityClassifications: {
          description: 'The classification that each column of codes follows, with its version.',
          type: 'object',
          additionalProperties: false,
          required: ['occupation', 'sector'],
          properties: {
            occupation: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
            sector: { type: 'string', enum: ['ISIC-4', 'ISIC-5'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        direction: { title: 'inflow or outflow', type: 'string', enum: ['inflow', 'outflow'] },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
      },
    },
    '1.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:temporary-mobility:1.1.0',
      title: 'TemporaryMobility',
      description:
        'Figures of temporary moves for work under a scheme, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'classifications',
        'reporter',
        'direction',
        'origin',
        'destination',
        'scheme',
        'event',
        'period',
        'sex',
        'age',
        'occupation',
        'sector',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        classifications: { $ref: '#/$defs/TemporaryMobilityClassifications' },
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
        scheme: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        event: {
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
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
        cellKey: {
          anyOf: [
            { $ref: '#/$defs/cellKey' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/cellKey' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        TemporaryMobilityClassifications: {
          description: 'The classification that each column of codes follows, with its version.',
          type: 'object',
          additionalProperties: false,
          required: ['occupation', 'sector'],
          properties: {
            occupation: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
            sector: { type: 'string', enum: ['ISIC-4', 'ISIC-5'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        direction: { title: 'inflow or outflow', type: 'string', enum: ['inflow', 'outflow'] },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        cellKey: {
          title: 'a whole number from 0 to 4294967295, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 4294967295,
        },
      },
    },
  },
  'work-permits': {
    '1.0.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:work-permits:1.0.0',
      title: 'WorkPermits',
      description:
        'Figures of permits that allow a stay or work, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'classifications',
        'reporter',
        'partner',
        'event',
        'permitType',
        'reason',
        'duration',
        'period',
        'sex',
        'age',
        'occupation',
        'sector',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        classifications: { $ref: '#/$defs/WorkPermitsClassifications' },
        rows: { title: 'the number of rows', type: 'integer', minimum: 1, maximum: 5000 },
        reporter: {
          anyOf: [
            { $ref: '#/$defs/participant' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/participant' } },
          ],
        },
        partner: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        event: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        permitType: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        reason: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        duration: {
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
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        WorkPermitsClassifications: {
          description: 'The classification that each column of codes follows, with its version.',
          type: 'object',
          additionalProperties: false,
          required: ['occupation', 'sector'],
          properties: {
            occupation: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
            sector: { type: 'string', enum: ['ISIC-4', 'ISIC-5'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
      },
    },
    '1.1.0': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:corridor:contract:work-permits:1.1.0',
      title: 'WorkPermits',
      description:
        'Figures of permits that allow a stay or work, by columns: a scalar where all rows agree, an array of as many entries as rows where they do not.',
      type: 'object',
      additionalProperties: false,
      required: [
        'definition',
        'frequency',
        'rows',
        'classifications',
        'reporter',
        'partner',
        'event',
        'permitType',
        'reason',
        'duration',
        'period',
        'sex',
        'age',
        'occupation',
        'sector',
        'value',
        'valueStatus',
        'obsStatus',
        'confStatus',
      ],
      properties: {
        definition: { $ref: '#/$defs/Definition' },
        frequency: { $ref: '#/$defs/frequency' },
        unit: { $ref: '#/$defs/Unit' },
        notes: { type: 'array', minItems: 1, maxItems: 64, items: { $ref: '#/$defs/Note' } },
        mappedBy: { $ref: '#/$defs/MappedBy' },
        classifications: { $ref: '#/$defs/WorkPermitsClassifications' },
        rows: { title: 'the number of rows', type: 'integer', minimum: 1, maximum: 5000 },
        reporter: {
          anyOf: [
            { $ref: '#/$defs/participant' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/participant' } },
          ],
        },
        partner: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        event: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        permitType: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        reason: {
          anyOf: [
            { $ref: '#/$defs/code' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/code' } },
          ],
        },
        duration: {
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
        value: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        upper: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        standardError: {
          anyOf: [
            { $ref: '#/$defs/standardError' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/standardError' },
            },
          ],
        },
        sampleSize: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
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
        confRedist: {
          anyOf: [
            { $ref: '#/$defs/redistribution' },
            {
              type: 'array',
              minItems: 1,
              maxItems: 5000,
              items: { $ref: '#/$defs/redistribution' },
            },
          ],
        },
        embargo: {
          anyOf: [
            { $ref: '#/$defs/embargo' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/embargo' } },
          ],
        },
        contributors: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        largestContribution: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        secondContribution: {
          anyOf: [
            { $ref: '#/$defs/amount' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/amount' } },
          ],
        },
        cellKey: {
          anyOf: [
            { $ref: '#/$defs/cellKey' },
            { type: 'array', minItems: 1, maxItems: 5000, items: { $ref: '#/$defs/cellKey' } },
          ],
        },
      },
      $defs: {
        Definition: {
          description:
            'How the reporter counts: which event, whom, from which stay on, from which source, over which period.',
          type: 'object',
          additionalProperties: false,
          required: [
            'eventConcept',
            'source',
            'population',
            'minimumStay',
            'partnerConcept',
            'ageDefinition',
            'periodConvention',
          ],
          properties: {
            eventConcept: {
              type: 'string',
              enum: [
                'registration',
                'permit-issued',
                'border-crossing',
                'survey-answer',
                'census-count',
                'clearance',
                'contract',
                'insurance-record',
                'decision',
                'quota',
                'estimate',
                'not-stated',
              ],
            },
            source: {
              type: 'string',
              enum: [
                'register',
                'survey',
                'census',
                'permit',
                'border',
                'mirror',
                'projection',
                'not-stated',
              ],
            },
            population: {
              type: 'string',
              enum: [
                'all',
                'nationals',
                'non-nationals',
                'workers',
                'for-work',
                'permit-holders',
                'insured',
                'jobs',
                'applications',
                'agreements',
              ],
            },
            minimumStay: {
              title: 'the shortest stay that counts, such as P12M, or permanent, or not-applicable',
              type: 'string',
              pattern: '^(P[0-9]{1,3}M|permanent|not-applicable)$',
            },
            partnerConcept: {
              type: 'string',
              enum: ['residence', 'citizenship', 'birth', 'qualification', 'insurance', 'none'],
            },
            ageDefinition: { type: 'string', enum: ['completed', 'reached', 'not-stated'] },
            periodConvention: { type: 'string', enum: ['calendar', 'fiscal'] },
            fiscalYearStart: {
              title: 'the first day of the fiscal year, such as --07-01',
              type: 'string',
              pattern: '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
            },
            comment: {
              title: 'a comment of at most 1,000 characters',
              type: 'string',
              minLength: 1,
              maxLength: 1000,
            },
            projection: { $ref: '#/$defs/Projection' },
          },
        },
        Projection: {
          description:
            'Where projected figures come from: who made them, how, from which base, when, and how far they reach.',
          type: 'object',
          additionalProperties: false,
          required: ['producer', 'method', 'baseYear', 'vintage', 'horizon'],
          properties: {
            producer: {
              title: 'who made the projection',
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
            method: { title: 'how it was made', type: 'string', minLength: 1, maxLength: 500 },
            baseYear: { title: 'a year, such as 2024', type: 'string', pattern: '^[0-9]{4}$' },
            vintage: {
              title: 'when it was made, such as 2026 or 2026-05',
              type: 'string',
              pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$',
            },
            horizon: { title: 'a year, such as 2035', type: 'string', pattern: '^[0-9]{4}$' },
          },
        },
        frequency: {
          title: 'a frequency: A (year), S (half-year), Q (quarter) or M (month)',
          type: 'string',
          enum: ['A', 'S', 'Q', 'M'],
        },
        Unit: {
          description:
            'How the figures were reported; they stand in the unit itself (persons), whatever the multiplier was.',
          type: 'object',
          additionalProperties: false,
          required: ['measure', 'multiplier', 'decimals'],
          properties: {
            measure: { title: 'a unit, such as PS', type: 'string', pattern: '^[A-Z]{2,3}$' },
            multiplier: {
              title: 'the power of ten that figures were reported in: 0, 3 or 6',
              type: 'integer',
              enum: [0, 3, 6],
            },
            decimals: {
              title: 'the number of decimals that were reported',
              type: 'integer',
              minimum: 0,
              maximum: 6,
            },
          },
        },
        Note: {
          description: 'Why a warning is right as it stands; it travels with the figures.',
          type: 'object',
          additionalProperties: false,
          required: ['problem', 'text'],
          properties: {
            problem: {
              title: 'the number of a warning, such as W510',
              type: 'string',
              pattern: '^W[0-9]{3}$',
            },
            text: {
              title: 'a note of 1 to 500 characters',
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
        },
        MappedBy: {
          description: "The mapping by which a file's own codes became those of the contract.",
          type: 'object',
          additionalProperties: false,
          required: ['id', 'digest'],
          properties: {
            id: {
              title: 'the id of a mapping',
              type: 'string',
              pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
            },
            digest: {
              title: 'a digest, written sha-256: and 43 base64url characters',
              type: 'string',
              pattern: '^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$',
            },
          },
        },
        WorkPermitsClassifications: {
          description: 'The classification that each column of codes follows, with its version.',
          type: 'object',
          additionalProperties: false,
          required: ['occupation', 'sector'],
          properties: {
            occupation: { type: 'string', enum: ['ISCO-08', 'ISCO-88'] },
            sector: { type: 'string', enum: ['ISIC-4', 'ISIC-5'] },
          },
        },
        participant: {
          title: 'a participant, such as BE',
          type: 'string',
          pattern: '^[A-Z0-9]{2,16}$',
        },
        code: { title: 'a code, such as BE or _T', type: 'string', pattern: '^[A-Z0-9_]{1,32}$' },
        period: {
          title:
            'a year, a half-year, a quarter or a month, such as 2016, 2016-S1, 2016-Q2 or 2016-07',
          type: 'string',
          pattern: '^[0-9]{4}(-S[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$',
        },
        amount: {
          title: 'a whole number, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
        },
        valueStatus: {
          title: 'the status of a value',
          type: 'string',
          enum: ['value', 'suppressed', 'missing', 'not-applicable', 'retracted'],
        },
        standardError: {
          title: 'a standard error in the unit of the value, or null',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 9007199254740991,
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
        redistribution: {
          title: 'a code of CL_CONF_REDIST, such as NONE, or null',
          type: ['string', 'null'],
          pattern: '^[A-Z0-9_]{1,32}$',
        },
        embargo: {
          title: 'a moment in UTC, such as 2026-01-31T09:12:00Z, or null',
          type: ['string', 'null'],
          format: 'date-time',
          pattern:
            '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        cellKey: {
          title: 'a whole number from 0 to 4294967295, or null',
          type: ['integer', 'null'],
          minimum: 0,
          maximum: 4294967295,
        },
      },
    },
  },
} as const
