/** A fault of input or surroundings: its message names the place and the cure, and is shown without a stack. */
export class CliError extends Error {
  constructor(
    message: string,
    readonly exitCode = 2
  ) {
    super(message);
  }
}
