import { copyFileSync, cpSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pageHeadersFor } from '@tddh/functions/wiring';
import {
  AssetHashType,
  CustomResource,
  DockerImage,
  Duration,
  FileSystem,
  Fn,
  RemovalPolicy,
  type Stack,
} from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { edgeCode } from './edge.ts';
import type { Settings } from './settings.ts';

export interface Pages {
  /** Folder of the built pages. */
  pages: string;
  /** The built program that lays the pages into their bucket. */
  publisher: string;
}

/** Lays the pages into a bucket on every deployment; its resources of CloudFormation are answered by one function. */
export class Publishing {
  readonly bucket: Bucket;
  /** Proves to the API that a request came through the distribution, so that the viewer's address may be believed. */
  readonly originKey: string;
  /** Stands when the pages are in the bucket. */
  readonly published: CustomResource;

  constructor(stack: Stack, { pages, publisher }: Pages) {
    this.bucket = new Bucket(stack, 'Pages', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const logGroup = new LogGroup(stack, 'PublishLogs', {
      retention: 90,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(stack, 'PublishRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    role.addToPolicy(
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [this.bucket.arnForObjects('*')] }),
    );
    const fn = new LambdaFunction(stack, 'Publish', {
      code: codeOf(pages, publisher),
      handler: 'index.handler',
      runtime: new Runtime('nodejs24.x', Runtime.NODEJS_22_X.family),
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(120),
      role,
      logGroup,
    });
    const serviceToken = fn.functionArn;
    this.originKey = new CustomResource(stack, 'OriginKey', {
      serviceToken,
      resourceType: 'Custom::OriginKey',
    }).ref;
    this.published = new CustomResource(stack, 'Published', {
      serviceToken,
      resourceType: 'Custom::Pages',
      properties: { bucket: this.bucket.bucketName, version: FileSystem.fingerprint(pages) },
    });
    this.published.node.addDependency(role);
  }
}

/** The distribution: pages from the bucket, the API under the same origin, answered as it answers. */
export function buildDistribution(
  stack: Stack,
  publishing: Publishing,
  api: HttpApi,
  { settings, files }: { settings: Settings; files: string },
): Distribution {
  const edge = new EdgeFunction(stack, 'Edge', {
    functionName: globalName(stack, 'edge'),
    code: FunctionCode.fromInline(edgeCode),
    runtime: FunctionRuntime.JS_2_0,
  });
  const behaviour = {
    functionAssociations: [{ function: edge, eventType: FunctionEventType.VIEWER_REQUEST }],
    responseHeadersPolicy: headersPolicy(stack, files),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    compress: true,
  };
  const host = Fn.select(2, Fn.split('/', api.apiEndpoint));
  return new Distribution(stack, 'Distribution', {
    comment: 'Theo dõi điều hành',
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_200,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    ...(settings.domain
      ? {
          domainNames: [settings.domain.name],
          certificate: Certificate.fromCertificateArn(stack, 'Certificate', settings.domain.certificateArn),
        }
      : {}),
    defaultBehavior: {
      ...behaviour,
      origin: S3BucketOrigin.withOriginAccessControl(publishing.bucket, {
        // With LIST a missing file is 404; without it, 403.
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      // What the bucket says in cache-control is what counts: assets for ever, the page never.
      cachePolicy: new CachePolicy(stack, 'PageCache', {
        cachePolicyName: globalName(stack, 'pages'),
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.days(365),
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
        queryStringBehavior: CacheQueryStringBehavior.none(),
      }),
    },
    additionalBehaviors: {
      '/api/*': {
        ...behaviour,
        origin: new HttpOrigin(host, {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          customHeaders: { 'x-origin-key': publishing.originKey },
        }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
    },
  });
}

/** CloudFront's names are one space for an account: each stage and region has its own. */
function globalName(stack: Stack, what: string): string {
  return `${stack.stackName}-${stack.region}-${what}`;
}

/** The wiring's headers of pages in CloudFront's words, and TLS for two years. */
function headersPolicy(stack: Stack, files: string): ResponseHeadersPolicy {
  const {
    'content-security-policy': contentSecurityPolicy = '',
    'x-content-type-options': _nosniff,
    'x-frame-options': _deny,
    'referrer-policy': _sameOrigin,
    ...others
  } = pageHeadersFor(`https://${files}.s3.${stack.region}.${stack.urlSuffix}`);
  return new ResponseHeadersPolicy(stack, 'Headers', {
    responseHeadersPolicyName: globalName(stack, 'headers'),
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(730), override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override: true })),
    },
  });
}

/** One folder: the program, and the pages that it lays out; without what the local server compressed for itself. */
function codeOf(pages: string, publisher: string): Code {
  for (const needed of [join(pages, 'index.html'), publisher]) {
    if (!existsSync(needed)) throw new Error(`${needed} is not built; run the build first`);
  }
  const wanted = (path: string) => !/\.(br|gz|map)$/.test(path) && !basename(path).startsWith('.');
  return Code.fromAsset(pages, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never run: the local way below always succeeds.
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle(output) {
          cpSync(pages, join(output, 'pages'), { recursive: true, filter: wanted });
          copyFileSync(publisher, join(output, 'index.mjs'));
          return true;
        },
      },
    },
  });
}
