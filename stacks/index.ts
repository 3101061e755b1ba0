import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { AppStack } from './app.ts';
import { DataStack } from './data.ts';
import { namesOf, type Settings } from './settings.ts';

export interface StackOptions {
  stage: string;
  /** Root of the repository, under which the bundles stand built. Default: the working directory. */
  root?: string;
  /** Default: `stacks/stages/STAGE.json` where it stands. */
  settings?: Settings;
  /** Folder of the built pages. Default: `web/dist`. */
  pages?: string;
}

/**
 * Builds both stacks into an app: sst's or a plain one, with the same result. The bundles must stand built.
 * @throws Error where a bundle is missing
 */
export function buildStacks(app: App, options: StackOptions): { data: DataStack; app: AppStack } {
  const { stage, root = process.cwd() } = options;
  const settings = options.settings ?? settingsOf(root, stage);
  const names = namesOf(stage);
  const built = {
    bundles: join(root, 'functions/dist'),
    pages: options.pages ?? join(root, 'web/dist'),
    publisher: join(root, 'stacks/dist/publish.mjs'),
  };
  return {
    data: new DataStack(app, 'Data', { stackName: names.data, stage, settings }),
    app: new AppStack(app, 'App', { stackName: names.app, stage, settings, ...built }),
  };
}

function settingsOf(root: string, stage: string): Settings {
  const file = join(root, 'stacks/stages', `${stage}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Settings) : {};
}
