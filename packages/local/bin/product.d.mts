export interface RunningProduct {
  origin: string;
  /** All that it has printed so far. */
  said(): string;
  /** Tells it to stop, and waits until it has. */
  stop(): Promise<void>;
}
export function startProduct(options: {
  dataDir: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
}): Promise<RunningProduct>;
export function runProgram(args: readonly string[], dataDir: string): Record<string, unknown>;
