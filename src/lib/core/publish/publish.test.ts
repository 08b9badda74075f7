import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyArea, TINY_SETTINGS } from '../../../../tests/helpers/tiny-area';
import { evaluate } from '../evaluate/evaluate';
import { createTravelCache } from '../evaluate/travel-cache';
import type { Facility, Post } from '../model/records';
import type { Situation } from '../model/situation';
import { DEFAULT_RULE_PACK } from '../rules/rule-pack';
import { feverFeatures } from './fever-features';
import { feverReach, feverSites } from './fever-clinics';
import { villageCard } from './village-card';
import { writeFeverPage, type FeverPageWords } from './write-fever-page';

const { network, situation } = tinyArea();
const travel = createTravelCache(network);
const withSites = (edit: (site: Facility) => Partial<Facility>): Situation => ({
  ...situation,
  facilities: new Map([...situation.facilities].map(([id, site]) => [id, { ...site, ...edit(site) }]))
});
const complete = { address: 'Road 1', telephone: '773 00 00', openingHours: '8–12', feverHours: '0–24' };
const fever = { feverShould: true, feverSet: true, feverOpen: true, published: true, open: true, ...complete };
const only = (id: string, fields: Partial<Facility>) => withSites((site) => (site.id === id ? fields : {}));
const listed = (facts: Situation) => feverSites(facts).filter((site) => site.listed);
const ids = (sites: { facility: Facility }[]) => sites.map(({ facility }) => facility.id as string);

describe('the public list of fever clinics', () => {
  it('holds only sites that are set up, made public and open', () => {
    expect(ids(listed(only('hospital', fever)))).toEqual(['hospital']);
    for (const lack of [{ published: false }, { feverSet: false }, { feverOpen: false }, { open: false }]) {
      const facts = only('hospital', { ...fever, ...lack });
      expect(listed(facts)).toEqual([]);
      const [site] = feverSites(facts);
      expect(site.listed).toBe(false);
      expect(site.lacks.length).toBeGreaterThan(0);
    }
  });

  it('leaves whatever the office must do out of what is posted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ feverSet: fc.boolean(), published: fc.boolean(), feverOpen: fc.boolean() }), {
          minLength: 3,
          maxLength: 3
        }),
        (states) => {
          let at = 0;
          const facts = withSites(() => ({ ...fever, ...states[at++] }));
          const posted = feverFeatures(feverSites(facts));
          for (const { id, properties } of posted) {
            const { feverSet, published, feverOpen } = facts.facilities.get(id)!;
            expect([feverSet, published, feverOpen]).toEqual([true, true, true]);
            expect(Object.keys(properties).join()).not.toMatch(/lack|should|publish|origin|beds/);
          }
          expect(posted.length).toBe(states.filter((each) => each.feverSet && each.published && each.feverOpen).length);
        }
      )
    );
  });

  it('says what is missing of a site that is on it', () => {
    const [site] = feverSites(only('hospital', { ...fever, address: ' ', telephone: '' }));
    expect([site.listed, site.lacks]).toEqual([true, ['no-address', 'no-telephone']]);
  });

  it('gives each village the nearest, with ties and reasons as everywhere', () => {
    const facts = only('clinic', fever);
    const router = travel.routerFor(facts, TINY_SETTINGS);
    const reached = feverReach([...facts.villages.values()], [...facts.facilities.values()], router);
    const any = evaluate({ situation: facts, settings: TINY_SETTINGS, revision: 1, travel }).villages;
    // The clinic is each village's nearest open site, too.
    expect(reached.map(({ reach }) => reach)).toEqual(any.map(({ reach }) => reach.any));
    const none = feverReach([...facts.villages.values()], [], router);
    expect(none.map(({ reach }) => reach.reason)).toEqual(['no-facility-on-record', 'no-facility-on-record']);
  });
});

const words: FeverPageWords = {
  lang: 'zh-CN',
  title: '发热门诊',
  lead: '',
  columns: { name: 'n', township: 't', address: 'a', telephone: 'p', hours: 'h' },
  allDay: '24',
  foot: ['foot'],
  warning: null,
  empty: 'none',
  nameOf: (names) => names.zh ?? names.local
};

describe('the page to post', () => {
  it('holds no script and no address, whatever names and addresses say', () => {
    const hostile = fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=1>',
      '&lt;',
      "' onload='x",
      '</td>'
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, address, telephone) => {
        const facts = only('hospital', { ...fever, names: { local: name, zh: name }, address, telephone });
        const html = writeFeverPage(listed(facts), { ...words, title: name });
        // Only the tags that the writer itself sets.
        const tags = [...html.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map(([, tag]) => tag.toLowerCase());
        const own = 'html head meta title style body h1 p table thead tr th tbody td a small footer !doctype'.split(
          ' '
        );
        expect(tags.filter((tag) => !own.includes(tag))).toEqual([]);
        const inTags = html.match(/<[^>]*>/g)!.join(' ');
        expect(inTags).not.toMatch(/\son[a-z]+\s*=/i);
        expect(
          inTags.match(/\b(?:src|href|action)="[^"]*"/g)!.every((each) => /^href="tel:[+*#\d]*"$/.test(each))
        ).toBe(true);
        expect(html).toContain("default-src 'none'");
      })
    );
  });

  it('says where there is none to list', () => {
    expect(writeFeverPage([], words)).toContain('<p>none</p>');
  });
});

describe('a village card', () => {
  const cardOf = (facts: Situation, villageId: string, pack = DEFAULT_RULE_PACK) => {
    const results = evaluate({ situation: facts, settings: TINY_SETTINGS, revision: 1, travel });
    const router = travel.routerFor(facts, TINY_SETTINGS);
    const ways = feverReach([...facts.villages.values()], [...facts.facilities.values()], router);
    const at = results.villages.findIndex((each) => each.villageId === villageId);
    return {
      card: villageCard({ situation: facts, result: results.villages[at], fever: ways[at].reach, pack }),
      results
    };
  };
  const post = (
    kind: Post['kind'],
    telephone: string,
    unit = [...situation.villages.values()][0].townshipId
  ): Post => ({
    ...{ id: `post-${kind}`, unit, origin: 'hand', editedFields: [], version: 1 },
    ...{ kind, facilityId: null, person: 'NAME', telephone, deputy: 'DEPUTY', deputyTelephone: '9' }
  });
  const full = withSites(() => complete);

  it('names each site once, with all it is the nearest for, and its time', () => {
    const { card, results } = cardOf({ ...full, facilities: new Map(only('hospital', fever).facilities) }, 'near');
    expect(card.sites.flatMap(({ roles }) => roles).sort()).toEqual(['clinic', 'fever', 'hospital', 'severe']);
    expect(new Set(card.sites.map(({ facilityId }) => facilityId)).size).toBe(card.sites.length);
    const near = results.villages.find(({ villageId }) => villageId === ('near' as never))!;
    expect(card.sites.find(({ roles }) => roles.includes('clinic'))?.reach.ms).toBe(near.reach.any.ms);
    expect([card.emergency, card.hotline]).toEqual(['120', '12345']);
  });

  it('takes a post of the township, never a name, and says so where there is none', () => {
    const posts = (...all: Post[]) => ({ ...full, posts: new Map(all.map((each) => [each.id, each])) });
    const { card } = cardOf(posts(post('responsible', '2'), post('grid', ' 1 ')), 'near');
    expect(card.contact).toEqual({ kind: 'grid', telephone: '1' });
    expect(JSON.stringify(card)).not.toMatch(/NAME|DEPUTY/);
    const other = cardOf(posts(post('grid', '1', 'elsewhere' as never), post('responsible', '')), 'near').card;
    expect(other.contact).toBeNull();
    expect(other.missing.map(({ fact }) => fact)).toContain('contact');
  });

  it('tells every fact that is missing and where it belongs', () => {
    const bare = withSites(() => ({ address: '', telephone: '', openingHours: '', feverHours: '', open24h: false }));
    const pack = structuredClone(DEFAULT_RULE_PACK);
    pack.rules['emergency-telephone'].value = '';
    const { card } = cardOf(bare, 'near', pack);
    const facts = card.missing.map(({ fact, facilityId }) => `${fact} ${facilityId ?? ''}`.trim());
    expect(facts).toContain('telephone clinic');
    expect(facts).toContain('hours clinic');
    expect(facts).toEqual(expect.arrayContaining(['fever-clinic', 'contact', 'emergency']));
    expect(facts).not.toContain('hotline');
    // A clinic needs no address on the card: the village knows where it stands.
    expect(facts).not.toContain('address clinic');
    expect(card.without).toEqual([{ role: 'fever', reason: 'no-facility-on-record' }]);
  });

  it('is a sample as long as one of its facts is', () => {
    const sample = withSites(() => ({ ...complete, origin: 'sample' }));
    expect(cardOf(sample, 'near').card.sample).toBe(true);
    expect(cardOf(full, 'near').card.sample).toBe(false);
    const editedFields = ['address', 'telephone', 'openingHours', 'feverHours', 'open24h', 'feverOpen', 'published'];
    expect(
      cardOf(
        withSites(() => ({ ...complete, origin: 'sample', editedFields })),
        'near'
      ).card.sample
    ).toBe(false);
  });
});
