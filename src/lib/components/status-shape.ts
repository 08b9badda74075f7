/** Shape and colour of a status. `assigned` is moving, not yet out; `low` is listed only. */
export type StatusShape =
  'ready' | 'moving' | 'assigned' | 'onsite' | 'attention' | 'alarm' | 'out' | 'low' | 'not-assessable';
