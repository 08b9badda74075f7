import type { Messages } from '../locale';

export const dispatch: Messages = {};
