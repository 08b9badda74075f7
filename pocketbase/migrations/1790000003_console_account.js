/// <reference path="../pb_data/types.d.ts" />
/** One console account with a password nobody knows: the first start sets it over the internal door. */
migrate((app) => {
  if (app.countRecords('_superusers') > 0) return;
  const account = new Record(app.findCollectionByNameOrId('_superusers'));
  account.set('email', 'console@greenlane.invalid');
  account.set('password', $security.randomString(40));
  app.save(account);
});
