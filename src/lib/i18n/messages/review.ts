import type { Messages } from '../locale';

export const review: Messages = {};
