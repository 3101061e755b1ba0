/**
 * What Lambda runs around a handler, as far as a handler can see it: it loads `index.mjs` of `LAMBDA_TASK_ROOT`,
 * asks the Runtime API for one event after the other, and tells it the answer or the error.
 */
const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const told = (error) => ({
  errorType: error?.name ?? 'Error',
  errorMessage: String(error?.message ?? error),
  stackTrace: String(error?.stack ?? '').split('\n'),
});
const post = (path, body) =>
  fetch(`${api}/${path}`, {
    method: 'POST',
    body: JSON.stringify(body ?? null),
    headers: { 'content-type': 'application/json' },
  });

let handler;
try {
  ({ handler } = await import(`file://${process.env.LAMBDA_TASK_ROOT}/index.mjs`));
  if (typeof handler !== 'function') throw new Error('index.handler is not a function');
} catch (error) {
  await post('init/error', told(error));
  process.exit(1);
}
await post('init/cpu', process.cpuUsage());

for (;;) {
  const next = await fetch(`${api}/invocation/next`);
  const awsRequestId = next.headers.get('lambda-runtime-aws-request-id');
  const deadline = Number(next.headers.get('lambda-runtime-deadline-ms'));
  const event = await next.json();
  const context = {
    awsRequestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: '$LATEST',
    invokedFunctionArn: next.headers.get('lambda-runtime-invoked-function-arn'),
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  try {
    const answer = await handler(event, context);
    await post(`invocation/${awsRequestId}/response`, answer);
  } catch (error) {
    await post(`invocation/${awsRequestId}/error`, told(error));
  }
}
