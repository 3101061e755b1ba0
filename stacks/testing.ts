import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, Aspects } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { buildStacks } from './index.ts';
import type { Settings } from './settings.ts';

/** Root of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A resource of a template. */
export interface Resource {
  Type: string;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
  // biome-ignore lint/suspicious/noExplicitAny: templates have every shape
  Properties: any;
}

export interface Synthesised {
  data: Record<string, Resource>;
  app: Record<string, Resource>;
  outputs: Record<string, unknown>;
  text: string;
  findings: string[];
}

/** Every setting set. */
const full: Settings = {
  alarmEmail: 'truc@example.test',
  budget: 30,
  domain: {
    name: 'theodoi.example.test',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0f3b9f5e',
  },
  mailFrom: 'Theo dõi <thu@example.test>',
  training: { today: '2023-11-30' },
  trainingOrigin: 'https://taphuan.example.test',
  relayConcurrency: 1,
};

/** Builds what the stacks are made of, where it is stale: the deployed file is the file that stands built. */
export function built(...names: string[]): void {
  execFileSync(process.execPath, [join(root, 'packages/local/bin/build.mjs'), ...names], { stdio: 'pipe' });
}

/** Both stacks of a stage `test` as CloudFormation would get them, with what cdk-nag says of them. */
export function synthesise(settings: Settings = full): Synthesised {
  built('functions', 'stacks');
  const pages = mkdtempSync(join(tmpdir(), 'tddh-pages-'));
  mkdirSync(join(pages, 'assets'));
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  writeFileSync(join(pages, 'assets/index-abc.js'), '1');
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'tddh-synth-')), analyticsReporting: false });
  buildStacks(app, { stage: 'test', root, settings, pages });
  Aspects.of(app).add(new AwsSolutionsChecks());
  const { stacks } = app.synth();
  const templates = stacks.map((stack) => stack.template);
  return {
    data: stacks.find(({ id }) => id === 'Data')!.template.Resources,
    app: stacks.find(({ id }) => id === 'App')!.template.Resources,
    outputs: Object.assign({}, ...templates.map((template) => template.Outputs)),
    text: JSON.stringify(templates),
    findings: stacks.flatMap(({ messages }) => messages.map(({ id, entry }) => `${id}: ${entry.data}`)),
  };
}

/** The resources of a type, by logical id. */
export function ofType(resources: Record<string, Resource>, type: string): [string, Resource][] {
  return Object.entries(resources).filter(([, resource]) => resource.Type === type);
}

/** The one resource of a type whose logical id is this name and CDK's hash. */
export function named(resources: Record<string, Resource>, type: string, name: string): [string, Resource] {
  const found = ofType(resources, type).filter(([id]) => new RegExp(`^${name}[0-9A-F]{8}$`).test(id));
  if (found.length !== 1) throw new Error(`${found.length} of ${type} are named ${name}`);
  return found[0]!;
}

export const capital = (name: string) => name[0]!.toUpperCase() + name.slice(1);
