import { pageHeadersFor } from '@tddh/functions/wiring';
import { beforeAll, describe, expect, test } from 'vitest';
import { named, ofType, type Synthesised, synthesise } from './testing.ts';

interface EdgeRequest {
  uri: string;
  headers: Record<string, { value: string }>;
}

let made: Synthesised;
let edge: (event: { request: EdgeRequest; viewer: { ip: string } }) => EdgeRequest;

beforeAll(() => {
  made = synthesise();
  const [, { Properties }] = named(made.app, 'AWS::CloudFront::Function', 'Edge');
  edge = new Function(`${Properties.FunctionCode}; return handler;`)() as typeof edge;
}, 120_000);

function send(uri: string, headers: Record<string, string> = {}) {
  const all = { host: 'theodoi.example.test', ...headers };
  const values = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, { value }]));
  return edge({ request: { uri, headers: values }, viewer: { ip: '203.0.113.7' } });
}

const distribution = () =>
  named(made.app, 'AWS::CloudFront::Distribution', 'Distribution')[1].Properties.DistributionConfig;

describe('the function at the edge, as synthesised', () => {
  test.each([
    ['/', '/index.html'],
    ['/assignments', '/index.html'],
    ['/assignments/asg_01ABC', '/index.html'],
    ['/apiary', '/index.html'],
    ['/assets/index-abc.js', '/assets/index-abc.js'],
    ['/icon.svg', '/icon.svg'],
    ['/assets/gone.js', '/assets/gone.js'],
    ['/api/health', '/api/health'],
    ['/api/nowhere', '/api/nowhere'],
  ])('sends %s to %s', (uri, wanted) => {
    expect(send(uri).uri).toBe(wanted);
  });

  test("tells the API the viewer's host and address, whatever the viewer said of them", () => {
    const { headers } = send('/api/session', {
      'x-forwarded-host': 'evil.test',
      'x-viewer-address': '1.2.3.4',
    });
    expect(headers['x-forwarded-host']).toEqual({ value: 'theodoi.example.test' });
    expect(headers['x-viewer-address']).toEqual({ value: '203.0.113.7' });
  });
});

/** A joined text of a template, with its references in braces. */
function plain(text: { 'Fn::Join': [string, (string | { Ref: string })[]] }): string {
  const [glue, parts] = text['Fn::Join'];
  return parts.map((part) => (typeof part === 'string' ? part : `{${part.Ref}}`)).join(glue);
}

describe('the distribution', () => {
  test('answers errors of the API as the API answers them', () => {
    expect(distribution().CustomErrorResponses).toBeUndefined();
    const [api] = distribution().CacheBehaviors;
    expect(api).toMatchObject({ PathPattern: '/api/*', ViewerProtocolPolicy: 'redirect-to-https' });
    expect(api.AllowedMethods).toEqual(expect.arrayContaining(['POST', 'PATCH', 'DELETE']));
    // AWS's own policies: CachingDisabled, and AllViewerExceptHostHeader.
    expect(api.CachePolicyId).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
    expect(api.OriginRequestPolicyId).toBe('b689b0a8-53d0-40ab-baf2-68738e2966ac');
    for (const behaviour of [api, distribution().DefaultCacheBehavior]) {
      expect(behaviour.FunctionAssociations).toMatchObject([{ EventType: 'viewer-request' }]);
    }
  });

  test('proves itself to the API by a key that no viewer knows', () => {
    const origin = distribution().Origins.find(
      (one: { CustomOriginConfig?: unknown }) => one.CustomOriginConfig,
    );
    const [key] = ofType(made.app, 'Custom::OriginKey')[0]!;
    expect(origin.OriginCustomHeaders).toEqual([{ HeaderName: 'x-origin-key', HeaderValue: { Ref: key } }]);
    expect(origin.CustomOriginConfig.OriginProtocolPolicy).toBe('https-only');
    const [, api] = named(made.app, 'AWS::Lambda::Function', 'Api');
    expect(api.Properties.Environment.Variables.ORIGIN_KEY).toEqual({ Ref: key });
  });

  test('sends the same headers with pages as the local server', () => {
    const [, { Properties }] = named(made.app, 'AWS::CloudFront::ResponseHeadersPolicy', 'Headers');
    const { SecurityHeadersConfig: own, CustomHeadersConfig: custom } =
      Properties.ResponseHeadersPolicyConfig;
    const sent: Record<string, string> = {
      'content-security-policy': plain(own.ContentSecurityPolicy.ContentSecurityPolicy),
      'x-content-type-options': own.ContentTypeOptions.Override ? 'nosniff' : '',
      'x-frame-options': own.FrameOptions.FrameOption,
      'referrer-policy': own.ReferrerPolicy.ReferrerPolicy,
    };
    for (const { Header, Value } of custom.Items) sent[Header] = Value;
    const files = 'https://test-tddh-files-{AWS::AccountId}-{AWS::Region}.s3.{AWS::Region}.{AWS::URLSuffix}';
    expect(sent).toEqual(pageHeadersFor(files));
    // The one thing that differs: the bucket to which the page sends files.
    expect(pageHeadersFor(files)['content-security-policy']).toContain(`connect-src 'self' ${files};`);
    expect(pageHeadersFor()['content-security-policy']).toContain("connect-src 'self';");
    expect(own.StrictTransportSecurity.AccessControlMaxAgeSec).toBeGreaterThan(31_000_000);
  });

  test('keeps what the bucket calls lasting and nothing else', () => {
    const [, { Properties }] = named(made.app, 'AWS::CloudFront::CachePolicy', 'PageCache');
    expect(Properties.CachePolicyConfig).toMatchObject({ MinTTL: 0, DefaultTTL: 0, MaxTTL: 31_536_000 });
  });

  test('is the only reader of its bucket, which is closed, versioned and kept', () => {
    const [id, bucket] = named(made.app, 'AWS::S3::Bucket', 'Pages');
    expect(bucket).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          ...{ BlockPublicAcls: true, BlockPublicPolicy: true },
          ...{ IgnorePublicAcls: true, RestrictPublicBuckets: true },
        },
      },
    });
    const [, policy] = ofType(made.app, 'AWS::S3::BucketPolicy').find(
      ([, { Properties }]) => Properties.Bucket.Ref === id,
    )!;
    const allowed = policy.Properties.PolicyDocument.Statement.filter(
      (statement: { Effect: string }) => statement.Effect === 'Allow',
    );
    const [distributionId] = named(made.app, 'AWS::CloudFront::Distribution', 'Distribution');
    expect(allowed).toMatchObject([
      {
        Action: ['s3:GetObject', 's3:ListBucket'],
        Principal: { Service: 'cloudfront.amazonaws.com' },
      },
    ]);
    expect(JSON.stringify(allowed[0].Condition)).toContain(`"Ref":"${distributionId}"`);
    expect(ofType(made.app, 'AWS::CloudFront::OriginAccessControl')).toHaveLength(1);
  });

  test('stands under the own domain with TLS 1.2 at least', () => {
    expect(distribution()).toMatchObject({
      Aliases: ['theodoi.example.test'],
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
    const { Address } = made.outputs as { Address: { Value: string } };
    expect(Address.Value).toBe('https://theodoi.example.test');
  });
});
