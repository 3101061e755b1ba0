import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { BusEvent } from './event.ts';

interface Entry {
  Source?: string;
  DetailType?: string;
  Detail?: string;
  EventBusName?: string;
  Time?: number;
  Resources?: string[];
}

interface Options {
  /** The bus that exists; entries for another are refused. */
  name: string;
  newId: () => string;
  /** Returns when the events are kept. */
  accept: (events: BusEvent[]) => Promise<void>;
}

/** Limits of the service: entries of one call, bytes of one call. Source: Amazon EventBridge quotas. */
const mostEntries = 10;
const mostBytes = 1024 * 1024;

/** The EventBridge JSON protocol, as far as the product uses it: PutEvents. */
export function listener(options: Options): RequestListener {
  return (request, response) => {
    respond(request, options).then(
      ({ status, body }) => send(response, status, body),
      (error) => send(response, 500, { __type: 'InternalException', message: String(error) }),
    );
  };
}

interface Answer {
  status: number;
  body: unknown;
}

async function respond(request: IncomingMessage, options: Options): Promise<Answer> {
  if (request.headers['x-amz-target'] !== 'AWSEvents.PutEvents') return refuse('UnknownOperationException');
  const text = await read(request);
  if (text === undefined)
    return refuse('ValidationException', 'Total size of the entries is over the limit.');
  const entries = parseEntries(text);
  if (!entries) return refuse('SerializationException', 'The body is not a PutEvents request.');
  if (entries.length < 1 || entries.length > mostEntries)
    return refuse('ValidationException', `Member 'entries' must have 1 to ${mostEntries} items.`);
  const results = entries.map((entry) => toEvent(entry, options));
  await options.accept(results.filter((one) => 'event' in one).map(({ event }) => event));
  return {
    status: 200,
    body: {
      FailedEntryCount: results.filter((one) => 'ErrorCode' in one).length,
      Entries: results.map((one) => ('event' in one ? { EventId: one.event.id } : one)),
    },
  };
}

function toEvent(
  entry: Entry,
  { name, newId }: Options,
): { event: BusEvent } | { ErrorCode: string; ErrorMessage: string } {
  const bus = entry.EventBusName?.split('/').at(-1) ?? 'default';
  if (bus !== name) return failed('ResourceNotFoundException', `There is no bus ${bus}.`);
  if (!entry.Source) return failed('InvalidArgument', 'Source is missing.');
  if (!entry.DetailType) return failed('InvalidArgument', 'DetailType is missing.');
  const detail = parseObject(entry.Detail);
  if (!detail) return failed('MalformedDetail', 'Detail is not a JSON object.');
  const time = entry.Time === undefined ? new Date() : new Date(entry.Time * 1000);
  return {
    event: {
      version: '0',
      id: newId(),
      'detail-type': entry.DetailType,
      source: entry.Source,
      account: '000000000000',
      time: time.toISOString().replace(/\.\d+Z$/, 'Z'),
      region: process.env.AWS_REGION ?? 'ap-southeast-1',
      resources: entry.Resources ?? [],
      detail,
    },
  };
}

function failed(ErrorCode: string, ErrorMessage: string) {
  return { ErrorCode, ErrorMessage };
}

function parseEntries(text: string): Entry[] | undefined {
  const body = parseObject(text);
  return body && Array.isArray(body.Entries) ? (body.Entries as Entry[]) : undefined;
}

function parseObject(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

async function read(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function refuse(type: string, message = type): Answer {
  return { status: 400, body: { __type: type, message } };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(body));
}
