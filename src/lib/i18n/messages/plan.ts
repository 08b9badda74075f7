import type { Messages } from '../locale';

export const plan: Messages = {};
