/**
 * One client in a process of its own: for each line on its input, `{ url, token, body }`, it posts the body at once and
 * answers with a line `{ status, body }`.
 */
import { createInterface } from 'node:readline';

createInterface({ input: process.stdin }).on('line', async (line) => {
  const { url, token, body } = JSON.parse(line);
  let said;
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: token },
      body: JSON.stringify(body)
    });
    said = { status: answer.status, body: await answer.json() };
  } catch (error) {
    said = { status: 0, body: { message: String(error) } };
  }
  process.stdout.write(`${JSON.stringify(said)}\n`);
});
