import type { Stack } from 'aws-cdk-lib';

/** What cdk-nag asks for and we do not do, each with its reason. Everything else of AwsSolutions holds. */
const accepted = [
  {
    id: 'AwsSolutions-IAM5',
    applies_to: [{ regex: '/^Resource::<Pages[0-9A-F]+\\.Arn>\\/\\*$/' }],
    reason:
      'Pages are put into their bucket under the names that the build gave them; it holds nothing else.',
  },
  {
    id: 'AwsSolutions-IAM5',
    applies_to: [{ regex: '/^Resource::arn:<AWS::Partition>:s3:::[^/]+\\/files\\/\\*$/' }],
    reason: 'Files lie under their own ids, which are made as they come.',
  },
  {
    id: 'AwsSolutions-APIG4',
    reason:
      'The API authenticates by its own session cookie and closes every route that is not named open; a gateway authorizer would be a second truth.',
  },
  {
    id: 'AwsSolutions-CFR1',
    reason: 'Officials travel; the product is protected by sign-in, not by country.',
  },
  {
    id: 'AwsSolutions-CFR2',
    reason:
      'A web application firewall costs more than everything else together; sign-in is rate limited in the product, requests in the gateway.',
  },
  {
    id: 'AwsSolutions-CFR3',
    reason: 'Access logs would keep the addresses of people; the API logs requests without them.',
  },
  {
    id: 'AwsSolutions-CFR4',
    reason:
      'TLS 1.2 is the least where a domain with its certificate is set; the default certificate of CloudFront knows no policy.',
  },
  {
    id: 'AwsSolutions-S1',
    reason:
      'One bucket holds only the public pages, which only the distribution reads; every download of a file is asked of the API, which decides and logs it.',
  },
  {
    id: 'AwsSolutions-SQS3',
    reason: 'These queues are the dead-letter queues.',
  },
];

/** Marks on a stack what is accepted, in its metadata: cdk-nag itself is only there in tests. */
export function acceptFindings(stack: Stack): void {
  stack.templateOptions.metadata = { cdk_nag: { rules_to_suppress: accepted } };
}
