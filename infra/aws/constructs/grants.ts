import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam'
import { TABLE } from '#functions/store/table.ts'

/** These actions, each named, on these resources. */
export const allow = (role: Role, actions: string[], resources: string[]): void => {
  role.addToPolicy(new PolicyStatement({ actions, resources }))
}

/** What a function does with the table, as the store calls it. */
export type TableUse = 'read' | 'write' | 'remove' | 'scan' | keyof typeof INDEXES

/** Reading an index is a right of its own. */
const INDEXES = { changes: TABLE.changes.name, byPerson: TABLE.byPerson.name } as const

const ACTIONS: Record<Exclude<TableUse, keyof typeof INDEXES>, string[]> = {
  read: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  write: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
  remove: ['dynamodb:DeleteItem'],
  scan: ['dynamodb:Scan'],
}
/** What DynamoDB asks of a table's own key in a caller's name, as CDK's own grants have it, with every action named. */
const KEY_ACTIONS = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
]

export const allowTable = (role: Role, table: TableV2, uses: readonly TableUse[]): void => {
  for (const use of uses) {
    if (use === 'changes' || use === 'byPerson')
      allow(role, ['dynamodb:Query'], [`${table.tableArn}/index/${INDEXES[use]}`])
    else allow(role, ACTIONS[use], [table.tableArn])
  }
  if (table.encryptionKey) allow(role, KEY_ACTIONS, [table.encryptionKey.keyArn])
}
