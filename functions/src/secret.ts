const keptMilliseconds = 300_000;
const known = new Map<string, { until: number; value: Promise<string | undefined> }>();

/**
 * A secret by its name: where the environment holds the value itself (one's own server, the yard), that; else the
 * parameter of Systems Manager that `NAME_PARAMETER` names, read when first asked for and kept for 5 minutes.
 * @param name as the environment would have it, e.g. `SMTP_URL`
 * @returns undefined where neither is set, or where there is no such parameter
 */
export function secret(name: string): Promise<string | undefined> {
  if (process.env[name]) return Promise.resolve(process.env[name]);
  const parameter = process.env[`${name}_PARAMETER`];
  if (!parameter) return Promise.resolve(undefined);
  const kept = known.get(name);
  if (kept && kept.until > Date.now()) return kept.value;
  const value = read(parameter);
  known.set(name, { until: Date.now() + keptMilliseconds, value });
  value.catch(() => known.delete(name));
  return value;
}

/** The SDK's client is loaded only where a secret is asked for: most runs ask for none. */
async function read(Name: string): Promise<string | undefined> {
  const { GetParameterCommand, SSMClient } = await import('@aws-sdk/client-ssm');
  try {
    const { Parameter } = await new SSMClient({}).send(
      new GetParameterCommand({ Name, WithDecryption: true }),
    );
    return Parameter?.Value;
  } catch (error) {
    if ((error as Error).name === 'ParameterNotFound') return undefined;
    throw error;
  }
}
