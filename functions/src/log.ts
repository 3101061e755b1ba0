import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';

const serviceName = 'tddh';

/** Writes one JSON object a line. Never a body, a token, a password or a name of a person. */
export const logger = new Logger({ serviceName });

/**
 * Tells figures to CloudWatch by a line of the log; on one's own server, where no namespace is set, nothing.
 * @param figures name to value; a name that ends with `Age` is in seconds, all else are counts
 */
export function measure(figures: Readonly<Record<string, number>>): void {
  const namespace = process.env.POWERTOOLS_METRICS_NAMESPACE;
  if (!namespace) return;
  const metrics = new Metrics({ serviceName, namespace });
  for (const [name, value] of Object.entries(figures)) {
    metrics.addMetric(name, name.endsWith('Age') ? 'Seconds' : 'Count', value);
  }
  metrics.publishStoredMetrics();
}
