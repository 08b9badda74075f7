import { signInWithPassword } from '../../../lib/store/auth';
import { connectTo, Trouble } from '../../../lib/store/client';
import { askHidden } from '../ask-hidden';
import { CliError } from '../cli-error';
import { readOptions, required } from '../travel-options';

export const usage = `token --server URL --user NAME
    Signs in and prints a token for --server of the other commands. The password is asked on the terminal, or read from
    GREENLANE_PASSWORD; so is the code of an account with two-step sign-in (GREENLANE_CODE). Use: export GREENLANE_TOKEN="$(npm run -s greenlane -- token --server URL --user NAME)".
    The token may do what the account may, and ends with its sign-in.`;

export async function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, { server: { type: 'string' }, user: { type: 'string' } });
  const server = required(options.server, 'server', usage);
  const user = required(options.user, 'user', usage);
  const password = process.env.GREENLANE_PASSWORD || (await askHidden(`Password of ${user}: `));
  const client = connectTo(server, null);
  try {
    const { mustChange } = await signInWithPassword(client, user, password).catch(async (error: unknown) => {
      if (!(error instanceof Trouble) || error.code !== 'code-wanted') throw error;
      const code = process.env.GREENLANE_CODE || (await askHidden('Code of the authenticator: ', 'GREENLANE_CODE'));
      return signInWithPassword(client, user, password, code);
    });
    if (mustChange) throw new CliError(`${user} has a first password: sign in at ${server} once and change it.`);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    throw new CliError(CURE[error.code]?.(server, error) ?? `${server}: ${error.message}`);
  }
  console.log(client.authStore.token);
  return 0;
}

const CURE: Partial<Record<Trouble['code'], (server: string, error: Trouble) => string>> = {
  'wrong-code': () => 'The code of the authenticator is wrong, or was used already.',
  credentials: () => 'Name or password is wrong.',
  disabled: () => 'This account is disabled; an administrator can enable it.',
  'too-many': () => 'Too many attempts; wait a minute, then try again.',
  'too-many-tries': (_, { params }) => `Too many wrong passwords for this account; wait ${params.minutes} min.`,
  network: (server) => `No answer from ${server}. Is the server running?`
};
