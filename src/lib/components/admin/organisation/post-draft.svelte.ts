import type { PostState } from '$core/duty/judge-posts';
import type { Post } from '$core/model/records';
import { isTelephone, removePost, savePost, type PostFields } from '$lib/commands/organisation';

export type PostField = keyof PostFields;
export const POST_FIELDS: readonly PostField[] = ['person', 'telephone', 'deputy', 'deputyTelephone'];
const TELEPHONES: readonly PostField[] = ['telephone', 'deputyTelephone'];
const BLANK: PostFields = { person: '', telephone: '', deputy: '', deputyTelephone: '' };

/** One post in hand, with the record as it was read: what is typed stays until it is saved or left. */
export function createPostDraft() {
  let state = $state.raw<PostState | null>(null);
  let from = $state.raw<Post | null>(null);
  let fields = $state<PostFields>({ ...BLANK });
  let fault = $state<PostField | null>(null);
  let busy = $state(false);

  function take(next: PostState | null, post: Post | null): void {
    const read = post ?? BLANK;
    const { person, telephone, deputy, deputyTelephone } = read;
    state = next;
    from = post;
    fields = { person, telephone, deputy, deputyTelephone };
    fault = null;
  }

  /** Closes the draft where the act stands; what was typed stays where it does not. */
  async function finish(act: Promise<boolean>): Promise<boolean> {
    const of = state;
    busy = true;
    const stands = await act;
    busy = false;
    if (stands && state === of) take(null, null);
    return stands;
  }

  return {
    get id() {
      return state?.id ?? null;
    },
    get fields() {
      return fields;
    },
    /** Telephone that cannot be dialled. */
    get fault() {
      return fault;
    },
    get busy() {
      return busy;
    },
    begin: take,
    cancel: () => take(null, null),
    /** Resolves with whether it stands; false with a fault, or where the server or another desk stood against it. */
    async save(): Promise<boolean> {
      if (!state) return false;
      const typed = Object.fromEntries(POST_FIELDS.map((name) => [name, fields[name].trim()])) as unknown as PostFields;
      const bad = TELEPHONES.find(
        (name) => typed[name] !== (from?.[name] ?? '') && typed[name] !== '' && !isTelephone(typed[name])
      );
      fault = bad ?? null;
      return bad ? false : finish(savePost(state, from, typed));
    },
    remove: () => (from ? finish(removePost(from.id)) : Promise.resolve(false))
  };
}
