import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { App } from 'aws-cdk-lib';
import { beforeAll, expect, test } from 'vitest';
import { type Checked, checkDeploy } from './check.ts';
import { buildStacks } from './index.ts';
import { built, root } from './testing.ts';
import { startToy } from './toy.ts';

let deployed: Checked;

beforeAll(async () => {
  built('functions', 'stacks', 'web');
  deployed = await checkDeploy(root);
}, 280_000);

test('sst deploys every stack to its end', () => {
  expect(deployed.output).toContain('Deployed:');
  expect(deployed.code).toBe(0);
  expect([...deployed.toy.stacks.keys()].sort()).toEqual(['check-tddh-app', 'check-tddh-data']);
});

test('sst and plain CDK build the same resources', () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'tddh-plain-')), analyticsReporting: false });
  buildStacks(app, { stage: 'check', root });
  for (const stack of app.synth().stacks) {
    const { template } = deployed.toy.stacks.get(stack.stackName)!;
    const shape = (resources: Record<string, { Type: string }>) =>
      Object.fromEntries(Object.entries(resources).map(([id, { Type }]) => [id, Type]));
    expect(shape(template.Resources)).toEqual(shape(stack.template.Resources));
  }
});

test('the templates are written with an empty environment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tddh-empty-'));
  const file = pathToFileURL(join(root, 'stacks/dist/synth.mjs')).href;
  const code = `const { main } = await import('${file}'); await main(['prod', '${folder}']);`;
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, env: {}, stdio: 'pipe' });
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['App.template.json', 'Data.template.json']));
});

test('the publisher lays out every page, the entry page last and never to be kept, and answers CloudFormation', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tddh-publish-'));
  copyFileSync(join(root, 'stacks/dist/publish.mjs'), join(folder, 'index.mjs'));
  const wanted = (path: string) => !/\.(br|gz)$|\/\.[^/]*$/.test(path);
  cpSync(join(root, 'web/dist'), join(folder, 'pages'), { recursive: true, filter: wanted });
  const toy = await startToy();
  const answers: Record<string, string>[] = [];
  const cloudFormation = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    answers.push(JSON.parse(body));
    response.end();
  });
  await new Promise<void>((done) => cloudFormation.listen(0, '127.0.0.1', done));
  const { port } = cloudFormation.address() as { port: number };
  const identity = { AWS_ACCESS_KEY_ID: 'toy', AWS_SECRET_ACCESS_KEY: 'toy', AWS_REGION: 'ap-southeast-1' };
  Object.assign(process.env, { ...identity, AWS_ENDPOINT_URL_S3: toy.endpoint });
  try {
    const { handler } = await import(pathToFileURL(join(folder, 'index.mjs')).href);
    const event = {
      ...{ RequestType: 'Create', StackId: 's', RequestId: 'r', LogicalResourceId: 'l' },
      ResponseURL: `http://127.0.0.1:${port}/`,
    };
    await handler({ ...event, ResourceType: 'Custom::Pages', ResourceProperties: { bucket: 'pages' } });
    await handler({ ...event, ResourceType: 'Custom::OriginKey', ResourceProperties: {} });
    const [, key] = answers;
    const again = { ...event, RequestType: 'Update', PhysicalResourceId: key!.PhysicalResourceId };
    await handler({ ...again, ResourceType: 'Custom::OriginKey', ResourceProperties: {} });
  } finally {
    delete process.env.AWS_ENDPOINT_URL_S3;
    await toy.stop();
    cloudFormation.close();
  }
  expect(answers.map(({ Status }) => Status)).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS']);
  expect(answers[1]!.PhysicalResourceId).toMatch(/^[0-9a-f]{48}$/);
  expect(answers[2]!.PhysicalResourceId).toBe(answers[1]!.PhysicalResourceId);
  const files = readdirSync(join(folder, 'pages'), { recursive: true, withFileTypes: true });
  expect(toy.objects.size).toBe(files.filter((entry) => entry.isFile()).length);
  expect([...toy.objects.keys()].at(-1)).toBe('pages/index.html');
  for (const [name, { headers }] of toy.objects) {
    const lasting = name.startsWith('pages/assets/');
    expect(headers['cache-control']).toBe(lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    expect(headers['content-type']).not.toBe('application/octet-stream');
  }
});
