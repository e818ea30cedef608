import { type App, CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import { Key } from 'aws-cdk-lib/aws-kms'
import { TABLE } from '#functions/store/table.ts'
import { namesOf, type Settings } from '../settings.ts'
import { stackProps } from './stack-props.ts'

/** A loop gone wild is throttled before it is expensive: many times what a municipality needs in a second. */
const MOST_A_SECOND = { maxReadRequestUnits: 4000, maxWriteRequestUnits: 1000 }

/** All that must not be lost, in a stack of its own. Removing the stack keeps the table. */
export class DataStack extends Stack {
  readonly table: TableV2

  constructor(app: App, settings: Settings) {
    super(app, namesOf(settings).stack('data'), {
      ...stackProps(settings, 'The table, which outlives every other part'),
      terminationProtection: true,
    })
    const { partitionKey, sortKey, timeToLive, changes, byPerson } = TABLE
    this.table = new TableV2(this, 'Table', {
      tableName: namesOf(settings).table,
      partitionKey: { name: partitionKey, type: AttributeType.STRING },
      sortKey: { name: sortKey, type: AttributeType.STRING },
      // CloudFormation makes one index at a time: RUNBOOK.md, "One more index".
      globalSecondaryIndexes: [
        {
          indexName: changes.name,
          partitionKey: { name: changes.partitionKey, type: AttributeType.STRING },
          sortKey: { name: changes.sortKey, type: AttributeType.NUMBER },
        },
        {
          indexName: byPerson.name,
          partitionKey: { name: byPerson.partitionKey, type: AttributeType.STRING },
          sortKey: { name: byPerson.sortKey, type: AttributeType.STRING },
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
      timeToLiveAttribute: timeToLive,
      billing: Billing.onDemand(MOST_A_SECOND),
      dynamoStream: StreamViewType.NEW_IMAGE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      encryption: settings.ownKey
        ? TableEncryptionV2.customerManagedKey(this.ownKey())
        : TableEncryptionV2.dynamoOwnedKey(),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    new CfnOutput(this, 'TableName', { value: this.table.tableName })
  }

  private ownKey(): Key {
    return new Key(this, 'Key', {
      description: 'Encrypts the table of the portal',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }
}
