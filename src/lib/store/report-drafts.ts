import { deviceDb, type KeptDraft } from './device-db';

export type { KeptDraft };
export type DraftKey = Pick<KeptDraft, 'userId' | 'areaId' | 'facilityId' | 'day'>;

/** Keeps a half-filled report in place of the one kept of that site and day. */
export async function keepDraft(draft: KeptDraft): Promise<void> {
  await (await deviceDb()).put('drafts', draft);
}

/** The half-filled reports of a site that an account left here, of any day. */
export async function readDrafts({ userId, areaId, facilityId }: Omit<DraftKey, 'day'>): Promise<KeptDraft[]> {
  const days = IDBKeyRange.bound([userId, areaId, facilityId, ''], [userId, areaId, facilityId, '\uffff']);
  return (await deviceDb()).getAll('drafts', days);
}

export async function dropDraft({ userId, areaId, facilityId, day }: DraftKey): Promise<void> {
  await (await deviceDb()).delete('drafts', [userId, areaId, facilityId, day]);
}
