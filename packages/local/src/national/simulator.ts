import { createServer } from 'node:http';
import { Dice } from '../sample/random.ts';
import { documentAxis, packageOf } from './axis.ts';
import { issuer } from './issuer.ts';
import { receiver, text } from './receiver.ts';
import { type HearingWrong, hearingWrongs, type TellingWrong, tellingWrongs, wrongs } from './wrongs.ts';

export interface SimulatorOptions {
  port: number;
  /** The province, e.g. http://127.0.0.1:3000. */
  province: string;
  /** The secret by which the national side signs, and the one by which the province does. */
  inbound: string;
  outbound: string;
  share: number;
  seed: number;
  today: string;
  agencies: readonly string[];
}

/** What a request to the simulator may hold. */
interface Asked {
  documents?: number;
  tasks?: number;
  tells?: readonly string[];
  hears?: readonly string[];
}

/** Those names that are known, in their order and as often as they stand there. */
function among<T extends string>(known: readonly T[], names: readonly string[] = []): T[] {
  return names.flatMap((name) => known.filter((one) => one === name));
}

/**
 * The national side on a port of its own: `POST /hook` takes the province's messages, `POST /issue {documents, tasks}`
 * issues, `POST /confuse` sends what nobody can understand, `POST /misbehave {tells, hears}` names what goes wrong next,
 * `GET /state` tells what it has sent and taken. Under `/axis/` it is the document axis, on which `POST /edxml
 * {documents}` lays packages ready.
 * @returns its port, and how to stop it
 */
export async function startSimulator(options: SimulatorOptions) {
  const dice = new Dice(options.seed);
  const random = () => dice.next();
  const tells = wrongs<TellingWrong>(options.share, random);
  const hears = wrongs<HearingWrong>(options.share, random);
  const ear = receiver(options.outbound, hears);
  const mouth = issuer({
    ...{ secret: options.inbound, wrongs: tells, random, today: options.today, run: options.seed },
    ...{ target: `${options.province}/api/integrations/national/events`, agencies: options.agencies },
  });
  const axis = documentAxis(options.outbound, options.share, random);
  let laid = 1;
  const answers: Record<string, (body: Asked) => Promise<object>> = {
    'POST /issue': async ({ documents = 1, tasks = 3 }) => {
      const ids: string[] = [];
      for (let i = 0; i < documents; i += 1) ids.push(...(await mouth.issue(tasks)));
      return { tasks: ids };
    },
    'POST /confuse': async () => {
      await mouth.confuse();
      return {};
    },
    'POST /misbehave': async (body) => {
      tells.ask(among(tellingWrongs, body.tells));
      hears.ask(among(hearingWrongs, body.hears));
      return { tells: tellingWrongs, hears: hearingWrongs };
    },
    'POST /edxml': async ({ documents = 1 }) => {
      for (let i = 0; i < documents; i += 1)
        axis.lay(packageOf(`${options.seed}${laid++}/VPCP-TH`, options.today));
      return { waiting: axis.waiting.size };
    },
    'GET /state': async () => ({
      sent: mouth.counts,
      spoiled: mouth.spoiled,
      taken: ear.counts,
      axis: { ...axis.counts, waiting: axis.waiting.size, heard: axis.heard },
      tasks: Object.fromEntries(ear.tasks),
    }),
  };
  const server = createServer((request, response) => {
    const door = `${request.method} ${request.url}`;
    if (door === 'POST /hook') return void ear.handle(request, response).catch(() => response.destroy());
    if (request.url?.startsWith('/axis/'))
      return void axis.handle(request, response).catch(() => response.destroy());
    const answer = answers[door];
    if (!answer) return void response.writeHead(404).end();
    text(request)
      .then((body) => answer(body ? JSON.parse(body) : {}))
      .then((result) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result)),
      )
      .catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(options.port, '127.0.0.1', done);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
