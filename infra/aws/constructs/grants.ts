import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam'
import { TABLE } from '#functions/store/table.ts'

/** These actions, each named, on these resources. */
export const allow = (role: Role, actions: string[], resources: string[]): void => {
  role.addToPolicy(new PolicyStatement({ actions, resources }))
}

/** What a function does with the table, as the store calls it. */
export type TableUse = 'read' | 'write' | 'remove' | 'scan' | 'indexes'

const ACTIONS: Record<TableUse, string[]> = {
  read: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  write: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
  remove: ['dynamodb:DeleteItem'],
  scan: ['dynamodb:Scan'],
  indexes: ['dynamodb:Query'],
}
const INDEXES = [TABLE.changes.name, TABLE.byPerson.name]

export const allowTable = (role: Role, table: TableV2, uses: readonly TableUse[]): void => {
  const indexes = INDEXES.map(name => `${table.tableArn}/index/${name}`)
  for (const use of uses) allow(role, ACTIONS[use], use === 'indexes' ? indexes : [table.tableArn])
  if (table.encryptionKey)
    allow(role, ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt'], [table.encryptionKey.keyArn])
}
