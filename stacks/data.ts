import { tableDefinition, ttlAttribute } from '@tddh/core/table';
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { namesOf } from './settings.ts';

/**
 * What holds data: the single table. It is kept when its stack goes, and cannot be deleted by mistake. Its name is
 * given, so that the other stack needs no export of this one and another table can take its place after a restore.
 */
export class DataStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { stage: string }) {
    super(scope, id, props);
    const definition = tableDefinition(namesOf(props.stage).table);
    const table = new CfnTable(this, 'Table', {
      tableName: definition.TableName,
      billingMode: definition.BillingMode,
      keySchema: keys(definition.KeySchema),
      attributeDefinitions: definition.AttributeDefinitions!.map((attribute) => ({
        attributeName: attribute.AttributeName!,
        attributeType: attribute.AttributeType!,
      })),
      globalSecondaryIndexes: definition.GlobalSecondaryIndexes!.map((index) => ({
        indexName: index.IndexName!,
        keySchema: keys(index.KeySchema),
        projection: { projectionType: index.Projection!.ProjectionType },
      })),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      timeToLiveSpecification: { attributeName: ttlAttribute, enabled: true },
      // The account's own key of DynamoDB: every use of it stands in CloudTrail.
      sseSpecification: { sseEnabled: true, sseType: 'KMS' },
      deletionProtectionEnabled: true,
    });
    table.applyRemovalPolicy(RemovalPolicy.RETAIN, { applyToUpdateReplacePolicy: true });
  }
}

function keys(schema: { AttributeName?: string | undefined; KeyType?: string | undefined }[] | undefined) {
  return schema!.map((key) => ({ attributeName: key.AttributeName!, keyType: key.KeyType! }));
}
