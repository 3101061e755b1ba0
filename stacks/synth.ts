import { App } from 'aws-cdk-lib';
import { buildStacks } from './index.ts';

/** `npm run synth [-- STAGE]`: writes the templates to `cdk.out` with no network and no credentials. */
export async function main([stage = 'prod']: string[]): Promise<void> {
  const app = new App({ outdir: 'cdk.out', analyticsReporting: false });
  buildStacks(app, { stage });
  for (const { stackName, templateFullPath } of app.synth().stacks)
    console.log(`${stackName} ${templateFullPath}`);
}
