import { newId } from '@tddh/core/desk';
import { Refusal } from '@tddh/domain/refusal';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Env } from './context.ts';
import { type Ground, openGround } from './ground.ts';
import { sameOrigin, session } from './guard.ts';
import { problem } from './problem.ts';
import { accountRoutes } from './routes/account.ts';
import { assignmentRoutes } from './routes/assignments.ts';
import { auditRoutes } from './routes/audit.ts';
import { bulkRoutes } from './routes/bulk.ts';
import { campaignRoutes } from './routes/campaigns.ts';
import { documentRoutes } from './routes/documents.ts';
import { evaluationRoutes } from './routes/evaluations.ts';
import { feedbackRoutes } from './routes/feedback.ts';
import { fileOutRoutes } from './routes/fileouts.ts';
import { fileRoutes } from './routes/files.ts';
import { importRoutes } from './routes/imports.ts';
import { lessonRoutes } from './routes/lessons.ts';
import { mirrorRoutes } from './routes/mirror.ts';
import { nationalRoutes } from './routes/national.ts';
import { officeRoutes } from './routes/office.ts';
import { paperRoutes } from './routes/paper.ts';
import { peopleRoutes } from './routes/people.ts';
import { postRoutes } from './routes/post.ts';
import { questionRoutes } from './routes/questions.ts';
import { queueRoutes } from './routes/queue.ts';
import { recurringRoutes } from './routes/recurring.ts';
import { registerRoutes } from './routes/register.ts';
import { reportLinkRoutes } from './routes/reportlinks.ts';
import { rosterRoutes } from './routes/rosters.ts';
import { sessionRoutes } from './routes/session.ts';
import { settingsRoutes } from './routes/settings.ts';
import { snapshotRoutes } from './routes/snapshots.ts';
import { statisticsRoutes } from './routes/statistics.ts';
import { trainingRoutes } from './routes/training.ts';
import { unitRoutes } from './routes/units.ts';

/** Bytes of a request's body at most. */
const mostBytes = 2 * 1024 * 1024;

const doors = new Hono<Env>()
  .route('/', sessionRoutes)
  .route('/', accountRoutes)
  .route('/', auditRoutes)
  .route('/', officeRoutes)
  .route('/', peopleRoutes)
  .route('/', unitRoutes)
  .route('/', rosterRoutes)
  .route('/', settingsRoutes)
  .route('/', trainingRoutes)
  .route('/', lessonRoutes)
  .route('/', postRoutes)
  .route('/', reportLinkRoutes)
  .route('/', statisticsRoutes)
  .route('/', paperRoutes)
  .route('/', fileOutRoutes)
  .route('/', snapshotRoutes)
  .route('/', documentRoutes)
  .route('/', recurringRoutes)
  .route('/', registerRoutes)
  .route('/', importRoutes)
  .route('/', queueRoutes)
  .route('/', bulkRoutes)
  .route('/', fileRoutes)
  .route('/', questionRoutes)
  .route('/', mirrorRoutes)
  .route('/', feedbackRoutes)
  .route('/', evaluationRoutes)
  .route('/', campaignRoutes)
  .route('/', assignmentRoutes)
  .route('/', nationalRoutes);

/** The type of the API, for the typed client of the pages. */
export type App = ReturnType<typeof withDoors>;
const withDoors = (app: Hono<Env>) => app.route('/api', doors);

/**
 * The API: every route under `/api`, closed to strangers unless named open.
 * @param options the ground (the environment's where not given), and the OpenAPI document that the build wrote
 */
export function createApp(options: Partial<Ground> & { openapi?: () => Promise<unknown> } = {}): App {
  const { openapi, ...given } = options;
  const ground: Ground = { ...openGround(), ...given };
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set('ground', ground);
    c.set('requestId', newId('req'));
    await next();
    c.header('x-request-id', c.get('requestId'));
    c.header('x-content-type-options', 'nosniff');
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  });
  app.use(sameOrigin);
  app.use(
    bodyLimit({
      maxSize: mostBytes,
      onError: () => {
        throw new Refusal('too_large', 'Nội dung gửi lên quá lớn (tối đa 2 MB). Hãy chia nhỏ.');
      },
    }),
  );
  app.use('/api/*', session);
  app.onError(problem);
  app.notFound((c) => problem(new Refusal('not_found', 'Không có địa chỉ này.'), c));
  if (openapi) app.get('/api/openapi.json', async (c) => c.json((await openapi()) as object));
  return withDoors(app);
}
