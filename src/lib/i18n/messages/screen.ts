import type { Messages } from '../locale';

export const screen: Messages = {};
