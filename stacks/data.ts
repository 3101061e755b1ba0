import { tableDefinition, ttlAttribute } from '@tddh/core/table';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acceptFindings } from './nag.ts';
import { filesBucketOf, namesOf, type Settings } from './settings.ts';

/**
 * What holds data: the single table and the bucket of files. Both are kept when their stack goes, and cannot be
 * deleted by mistake. Their names are given, so that the other stack needs no export of this one and another table
 * can take the table's place after a restore.
 */
export class DataStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { stage: string; settings: Settings }) {
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
    this.files(props);
    acceptFindings(this);
  }

  /** Browsers send files straight here by a signed link, which is all that lets them. */
  private files({ stage, settings }: { stage: string; settings: Settings }): void {
    const bucket = new Bucket(this, 'Files', {
      bucketName: filesBucketOf(this, stage),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      // What was taken away or written over by mistake can be brought back for 90 days.
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90), expiredObjectDeleteMarker: true }],
      cors: [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: [settings.domain ? `https://${settings.domain.name}` : 'https://*.cloudfront.net'],
          allowedHeaders: ['content-type', 'if-none-match'],
          maxAge: 3600,
        },
      ],
    });
    bucket.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}

function keys(schema: { AttributeName?: string | undefined; KeyType?: string | undefined }[] | undefined) {
  return schema!.map((key) => ({ attributeName: key.AttributeName!, keyType: key.KeyType! }));
}
