import type { SSTConfig } from 'sst';
import { buildStacks } from './stacks/index.ts';

export default {
  config() {
    return { name: 'tddh', region: process.env.AWS_REGION ?? 'ap-southeast-1' };
  },
  stacks(app) {
    buildStacks(app, { stage: app.stage });
  },
} satisfies SSTConfig;
