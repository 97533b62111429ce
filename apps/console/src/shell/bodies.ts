// SPDX-License-Identifier: Apache-2.0
import { roles, type Role } from '@corridor/message'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBase64,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator'

/** A participant, or an office of it after a hyphen. */
const recipientPattern = /^[A-Z0-9]{2,16}(-[A-Z0-9]{2,16})?$/

/** What a partner can be. */
const organisations = ['employers', 'workers', 'migrants', 'recruiters', 'research'] as const
/** Which deliveries are to be sent again. */
export class ReplayBody {
  @IsOptional()
  @IsInt()
  @Min(0)
  after?: number

  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/)
  since?: string

  @IsOptional()
  @Matches(recipientPattern)
  recipient?: string
}

/** Where deliveries are to be posted. */
export class WebhookBody {
  @IsString()
  @Length(1, 1_000)
  url: string

  @IsOptional()
  @Matches(recipientPattern)
  recipient?: string
}

/** Which dead deliveries are to be sent again. */
export class ResendBody {
  @Matches(recipientPattern)
  recipient: string

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1_000)
  @IsInt({ each: true })
  numbers?: number[]
}

/** Of which agreement all comparisons are to be made once more. */
export class RoundBody {
  @IsOptional()
  @IsString()
  @MaxLength(64)
  agreement?: string
}

/** Own figures that shall not be handed over. */
export class StopBody {
  @IsString()
  @Length(1, 200)
  submission: string

  @IsOptional()
  @Matches(recipientPattern)
  recipient?: string

  @IsString()
  @Length(1, 500)
  reason: string
}

/** Who is to be registered. */
export class NewParticipantBody {
  @Matches(/^[A-Z0-9]{2,16}$/)
  participant: string

  @IsIn(['state', 'committee', 'secretariat', 'partner'])
  kind: string

  @IsString()
  @Length(1, 200)
  name: string

  @IsArray()
  @ArrayMaxSize(300)
  @Matches(/^[A-Z0-9]{2,16}$/, { each: true })
  members: string[]

  /** Of a further official of a participant that is there; of a first key without it. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @IsIn(roles, { each: true })
  roles?: Role[]

  /** One role, as it was asked before there were several. */
  @IsOptional()
  @IsIn(roles)
  role?: Role

  /** The only office that the code will serve. */
  @IsOptional()
  @Matches(/^[A-Z0-9]{2,16}$/)
  office?: string

  /** The official's name. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  holder?: string

  /** What a partner is. */
  @IsOptional()
  @IsIn(organisations)
  organisation?: string

  /** Declares production rights without a rehearsal, and why. */
  @IsOptional()
  @IsString()
  @Length(1, 400)
  productionAtOnce?: string
}

/** What the registrar decides about a registration. */
export class DecisionBody {
  @IsIn(['approved', 'refused'])
  decision: 'approved' | 'refused'

  @IsOptional()
  @IsString()
  @Length(1, 400)
  reason?: string

  @IsOptional()
  @IsString()
  @Length(1, 400)
  productionAtOnce?: string
}

/** Why the registrar decides so about a participant. */
export class ReasonBody {
  @IsString()
  @Length(1, 400)
  reason: string
}

/** What a participant has verified: the digest of the hub's statement, and the key of the hub that made it. */
export class VerificationBody {
  @Matches(/^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/)
  digest: string

  @Matches(/^[A-Za-z0-9_-]{43}$/)
  kid: string
}

/** Whether figures wait for the participant's approver. */
export class ApprovalBody {
  @IsBoolean()
  required: boolean
}

/** In which version of a contract the participant takes what it receives. */
export class AcceptedVersionBody {
  @Matches(/^[a-z][a-z0-9-]{0,63}$/)
  contract: string

  @Matches(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)
  version: string
}

/** A signed statement in a body: the signed bytes in base64, and the signature over them. */
export class SignedStatementBody {
  @IsBase64()
  @Length(4, 262_144)
  bytes: string

  @IsString()
  @Length(1, 1_024)
  signature: string
}

/** Terms with the signed act that proposes them. */
export class ProposalBody extends SignedStatementBody {
  @IsObject()
  terms: object
}

/** A sealed event that is to come in pieces. */
export class NewUploadBody {
  @IsInt()
  @Min(1)
  @Max(1_048_576)
  length: number

  @Matches(/^sha-256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/)
  digest: string

  /** Of the event, as in the header Corridor-Signature. */
  @IsString()
  @Length(1, 1_024)
  signature: string

  @IsOptional()
  @IsIn(['application/cloudevents+json'])
  contentType?: string
}

/** Somebody who shall sign in by OpenID Connect. */
export class PersonBody {
  @Matches(/^[A-Z0-9]{2,16}$/)
  participant: string

  @Matches(/^[A-Z0-9]{2,16}$/)
  office: string

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @IsIn(roles, { each: true })
  roles: Role[]

  @IsString()
  @Length(1, 200)
  name: string

  @IsString()
  @Length(1, 200)
  subject: string
}

/** Which key is withdrawn, from which instant and why. */
export class WithdrawalBody {
  @Matches(/^[A-Za-z0-9_-]{43}$/)
  kid: string

  @IsISO8601({ strict: true })
  @Length(20, 40)
  from: string

  @IsString()
  @Length(1, 400)
  reason: string
}

/** Doubtful messages that are genuine, and why that is known. */
export class ClearanceBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @IsString({ each: true })
  @Length(1, 128, { each: true })
  submissions: string[]

  @IsString()
  @Length(1, 400)
  reason: string
}

/** Who shall have new keys after a loss, and why. */
export class ReEnrolmentBody {
  @Matches(/^[A-Z0-9]{2,16}$/)
  participant: string

  @Matches(/^[A-Z0-9]{2,16}$/)
  office: string

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @IsIn(roles, { each: true })
  roles: Role[]

  @IsString()
  @Length(1, 200)
  holder: string

  @IsString()
  @Length(1, 400)
  reason: string
}
