const forgetters: (() => void)[] = [];

/** For state that outlives its screen and is one account's: `forget` runs when the account leaves this page. */
export function forgetWithAccount(forget: () => void): void {
  forgetters.push(forget);
}

export function forgetAccountMemory(): void {
  for (const forget of forgetters) forget();
}
