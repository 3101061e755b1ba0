import { App } from 'aws-cdk-lib';
import { buildStacks } from './index.ts';

/** `npm run synth [-- STAGE [FOLDER]]`: writes the templates to a folder (`cdk.out`) with no network and no credentials. */
export async function main([stage = 'prod', outdir = 'cdk.out']: string[]): Promise<void> {
  const app = new App({ outdir, analyticsReporting: false });
  buildStacks(app, { stage });
  for (const { stackName, templateFullPath } of app.synth().stacks)
    console.log(`${stackName} ${templateFullPath}`);
}
