/** Who the patient of a case is: enciphered by the server, read only through the one route that writes down who read it. */
export interface Personal {
  name: string;
  telephone: string;
  address: string;
  note: string;
}

/** Shortest piece of each that counts as telling; a name of one character would stand in many a sentence. */
const LEAST = { name: 2, telephone: 6, address: 6, note: 8 };

/**
 * Field of the personal data that a free text gives away; null where it gives away none. Such texts are kept in the open
 * log, which must not hold them.
 */
export function givesAway(text: string, personal: Personal): keyof Personal | null {
  const words = squeeze(text);
  const digits = text.replace(/\D/g, '');
  const tells = (field: keyof Personal) => {
    const value = field === 'telephone' ? personal.telephone.replace(/\D/g, '') : squeeze(personal[field]);
    return value.length >= LEAST[field] && (field === 'telephone' ? digits : words).includes(value);
  };
  return (Object.keys(LEAST) as (keyof Personal)[]).find(tells) ?? null;
}

/** Without blanks and case, so that neither hides a name. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}
