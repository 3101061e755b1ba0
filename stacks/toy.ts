import { createServer, type IncomingMessage } from 'node:http';

/** A stack as the toy AWS took it. */
interface ToyStack {
  name: string;
  template: { Resources: Record<string, { Type: string; Properties?: unknown }> };
}

/** An AWS of four services on 127.0.0.1, just true enough that the real deployment runs to its end against it. */
export interface Toy {
  endpoint: string;
  /** Stacks by name, as they were deployed. */
  stacks: Map<string, ToyStack>;
  /** Objects by `bucket/key`. */
  objects: Map<string, { body: Buffer; headers: IncomingMessage['headers'] }>;
  /** What was asked, in order: `CreateStack`, `PutObject`, ... */
  calls: string[];
  stop(): Promise<void>;
}

const account = '123456789012';
const assets = `cdk-hnb659fds-assets-${account}-ap-southeast-1`;
const time = new Date().toISOString();

/** What stands in every account that was bootstrapped. */
const bootstrapped: Record<string, Record<string, string>> = {
  CDKToolkit: { BootstrapVersion: '21', BucketName: assets },
  SSTBootstrap: { Version: '7.4', BucketName: 'sst-bootstrap' },
};

/** Starts it on a free port. Templates are taken only where all that they refer to exists. */
export async function startToy(): Promise<Toy> {
  const stacks: Toy['stacks'] = new Map();
  const objects: Toy['objects'] = new Map();
  const calls: string[] = [];

  function cloudFormation(action: string, form: URLSearchParams): string {
    const name = form.get('StackName') ?? '';
    if (action === 'CreateStack' || action === 'UpdateStack') {
      const key = new URL(form.get('TemplateURL') ?? '').pathname.slice(1);
      const object = objects.get(key);
      if (!object) throw new ToyError('ValidationError', `template ${key} was not uploaded`);
      const template = JSON.parse(String(object.body)) as ToyStack['template'];
      refuse(template, objects);
      stacks.set(name, { name, template });
      return `<StackId>${idOf(name)}</StackId>`;
    }
    if (!stacks.has(name) && !bootstrapped[name]) {
      throw new ToyError('ValidationError', `Stack with id ${name} does not exist`);
    }
    if (action === 'DescribeStacks') return `<Stacks>${describe(name)}</Stacks>`;
    if (action === 'DescribeStackResources')
      return `<StackResources>${resourcesOf(stacks.get(name))}</StackResources>`;
    if (action === 'DescribeStackEvents') return '<StackEvents/>';
    if (action === 'GetTemplate') return `<TemplateBody>{}</TemplateBody>`;
    throw new ToyError('InvalidAction', action);
  }

  function query(action: string, form: URLSearchParams): string {
    calls.push(action);
    const answer = action === 'GetCallerIdentity' || action === 'AssumeRole' ? identity(action) : undefined;
    const result = answer ?? cloudFormation(action, form);
    return `<${action}Response><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></${action}Response>`;
  }

  function bucket(method: string, url: URL, body: Buffer, headers: IncomingMessage['headers']) {
    const key = decodeURIComponent(url.pathname.slice(1));
    calls.push(`${method} ${key}${url.search}`);
    if (method === 'PUT') {
      objects.set(key, { body, headers });
      return { status: 200, body: '' };
    }
    if (url.searchParams.has('encryption')) return { status: 404, body: '' };
    if (url.searchParams.has('location'))
      return { status: 200, body: '<LocationConstraint>ap-southeast-1</LocationConstraint>' };
    if (url.searchParams.has('list-type') || url.searchParams.has('prefix'))
      return { status: 200, body: listing(url, key, objects) };
    const found = objects.get(key);
    if (!found) return { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' };
    return { status: 200, body: method === 'HEAD' ? '' : found.body };
  }

  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const url = new URL(request.url ?? '/', 'http://toy');
    const target = request.headers['x-amz-target'];
    try {
      if (target === 'AmazonSSM.GetParameter') {
        calls.push('GetParameter');
        const { Name } = JSON.parse(String(body)) as { Name: string };
        response.setHeader('content-type', 'application/x-amz-json-1.1');
        response.end(JSON.stringify({ Parameter: { Name, Type: 'String', Value: '21', Version: 1 } }));
      } else if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
        const form = new URLSearchParams(String(body));
        response.setHeader('content-type', 'text/xml');
        response.end(query(form.get('Action') ?? '', form));
      } else {
        const answer = bucket(request.method ?? 'GET', url, body, request.headers);
        response.writeHead(answer.status, { 'content-type': 'application/xml' });
        response.end(answer.body);
      }
    } catch (error) {
      const { code, message } = error as ToyError;
      response.writeHead(400, { 'content-type': 'text/xml' });
      response.end(
        `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
      );
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    ...{ endpoint: `http://127.0.0.1:${port}`, stacks, objects, calls },
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

class ToyError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const idOf = (name: string) => `arn:aws:cloudformation:ap-southeast-1:${account}:stack/${name}/1`;

function describe(name: string): string {
  const outputs = Object.entries(bootstrapped[name] ?? {}).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  return `<member><StackName>${name}</StackName><StackId>${idOf(name)}</StackId><CreationTime>${time}</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${outputs.join('')}</Outputs></member>`;
}

function resourcesOf(stack: ToyStack | undefined): string {
  return Object.entries(stack?.template.Resources ?? {})
    .map(
      ([id, { Type }]) =>
        `<member><LogicalResourceId>${id}</LogicalResourceId><ResourceType>${Type}</ResourceType><Timestamp>${time}</Timestamp><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>`,
    )
    .join('');
}

function identity(action: string): string {
  const arn = `arn:aws:sts::${account}:assumed-role/toy/toy`;
  if (action === 'GetCallerIdentity')
    return `<Arn>${arn}</Arn><UserId>toy</UserId><Account>${account}</Account>`;
  const keys = `<AccessKeyId>ASIATOY${Date.now()}</AccessKeyId><SecretAccessKey>toy</SecretAccessKey><SessionToken>toy</SessionToken>`;
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  return `<Credentials>${keys}<Expiration>${expires}</Expiration></Credentials><AssumedRoleUser><Arn>${arn}</Arn><AssumedRoleId>toy</AssumedRoleId></AssumedRoleUser>`;
}

function listing(url: URL, bucket: string, objects: Toy['objects']): string {
  const prefix = `${bucket.replace(/\/$/, '')}/${url.searchParams.get('prefix') ?? ''}`;
  const found = [...objects.entries()].filter(([key]) => key.startsWith(prefix));
  const contents = found.map(
    ([key, { body }]) =>
      `<Contents><Key>${key.slice(key.indexOf('/') + 1)}</Key><Size>${body.length}</Size></Contents>`,
  );
  return `<ListBucketResult><KeyCount>${found.length}</KeyCount>${contents.join('')}</ListBucketResult>`;
}

/** Refuses a template as CloudFormation would: what it refers to must exist, its code must have been uploaded. */
function refuse(template: ToyStack['template'] & { Parameters?: object }, objects: Toy['objects']): void {
  const known = new Set([...Object.keys(template.Resources), ...Object.keys(template.Parameters ?? {})]);
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one);
      return;
    }
    if (value === null || typeof value !== 'object') return;
    const one = value as Record<string, unknown>;
    const reference = one.Ref ?? (Array.isArray(one['Fn::GetAtt']) ? one['Fn::GetAtt'][0] : undefined);
    if (typeof reference === 'string' && !reference.startsWith('AWS::') && !known.has(reference)) {
      throw new ToyError('ValidationError', `Unresolved resource dependencies [${reference}]`);
    }
    if (typeof one.S3Key === 'string' && !objects.has(`${assets}/${one.S3Key}`)) {
      throw new ToyError('ValidationError', `code ${one.S3Key} was not uploaded`);
    }
    for (const inner of Object.values(one)) visit(inner);
  };
  visit(template.Resources);
}
