import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam'
import { TABLE } from '#functions/store/table.ts'

/** These actions, each named, on these resources. */
export const allow = (role: Role, actions: string[], resources: string[]): void => {
  role.addToPolicy(new PolicyStatement({ actions, resources }))
}

/** What a function does with the table, as the store calls it. */
export type TableUse = 'read' | 'write' | 'remove' | 'changes'

const ACTIONS: Record<Exclude<TableUse, 'changes'>, string[]> = {
  read: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  write: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
  remove: ['dynamodb:DeleteItem'],
}

export const allowTable = (role: Role, table: TableV2, uses: readonly TableUse[]): void => {
  for (const use of uses) {
    if (use === 'changes') allow(role, ['dynamodb:Query'], [`${table.tableArn}/index/${TABLE.changes.name}`])
    else allow(role, ACTIONS[use], [table.tableArn])
  }
  if (table.encryptionKey)
    allow(role, ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt'], [table.encryptionKey.keyArn])
}
