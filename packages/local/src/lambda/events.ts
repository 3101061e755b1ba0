import type { APIGatewayProxyEventV2, EventBridgeEvent, ScheduledEvent, SQSEvent } from 'aws-lambda';

export interface Asked {
  body?: unknown;
  cookies?: string[];
  headers?: Record<string, string>;
  base64?: boolean;
}

/** A request as API Gateway hands it to a function (payload 2.0). */
export function requestEvent(
  method: string,
  address: string,
  { body, cookies, headers = {}, base64 = false }: Asked = {},
): APIGatewayProxyEventV2 {
  const [path = '/', query = ''] = address.split('?');
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const sourceIp = '198.51.100.1';
  return {
    version: '2.0',
    routeKey: 'ANY /api/{proxy+}',
    rawPath: path,
    rawQueryString: query,
    ...(cookies ? { cookies } : {}),
    headers: {
      host: 'abc123.execute-api.ap-southeast-1.amazonaws.com',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': sourceIp,
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc123',
      domainName: 'abc123.execute-api.ap-southeast-1.amazonaws.com',
      domainPrefix: 'abc123',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp, userAgent: 'test' },
      requestId: 'req-1',
      routeKey: 'ANY /api/{proxy+}',
      stage: '$default',
      time: '15/Jun/2023:02:00:00 +0000',
      timeEpoch: 1_686_794_400_000,
    },
    ...(text === undefined ? {} : { body: base64 ? Buffer.from(text).toString('base64') : text }),
    isBase64Encoded: base64,
  };
}

/** What the scheduler hands to a function that was given no input. */
export function scheduleEvent(): ScheduledEvent<Record<string, never>> {
  return {
    version: '0',
    id: '53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa',
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: '123456789012',
    time: '2023-06-30T17:05:00Z',
    region: 'ap-southeast-1',
    resources: ['arn:aws:scheduler:ap-southeast-1:123456789012:schedule/default/midnight'],
    detail: {},
  };
}

/** An event of the bus as a rule hands it to a function. */
export function busEvent<T>(type: string, detail: T): EventBridgeEvent<string, T> {
  return {
    version: '0',
    id: '7bf73129-1428-4cd3-a780-95db273d1602',
    'detail-type': type,
    source: 'tddh',
    account: '123456789012',
    time: '2023-06-15T02:00:00Z',
    region: 'ap-southeast-1',
    resources: [],
    detail,
  };
}

/** A batch as Lambda takes it out of a queue: a record for each body, named `m1`, `m2` and so on. */
export function queueEvent(...bodies: string[]): SQSEvent {
  const Records = bodies.map((body, i) => ({
    messageId: `m${i + 1}`,
    receiptHandle: `AQEB${i + 1}`,
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '1686794400000',
      SenderId: 'AIDAIENQZJOLO23YVJ4VO',
      ApproximateFirstReceiveTimestamp: '1686794400010',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:ap-southeast-1:123456789012:notify',
    awsRegion: 'ap-southeast-1',
  }));
  return { Records };
}
