/// <reference path="../pb_data/types.d.ts" />
/**
 * `pocketbase snapshot DATABASE FILE`: the whole database, its journal included, as one file. `pocketbase hash-rows
 * DATABASE FOLDER`: one line of JSON for each row of each table with its hash, over every column as SQLite writes it
 * literally. Both attach a copy of a database to an empty one of their own: a database that the server itself opens is
 * changed by that. Everything goes over the one connection that knows what is attached.
 */
$app.rootCmd.addCommand(
  new Command({
    use: 'snapshot',
    run: (_, args) => {
      const db = $app.nonconcurrentDB();
      db.newQuery('ATTACH DATABASE {:file} AS held').bind({ file: args[0] }).execute();
      db.newQuery('VACUUM held INTO {:file}').bind({ file: args[1] }).execute();
    }
  })
);

$app.rootCmd.addCommand(
  new Command({
    use: 'hash-rows',
    run: (_, args) => {
      const db = $app.nonconcurrentDB();
      const folder = args[1];
      const PAGE = 5000;
      const name = (text) => `"${text.replace(/"/g, '""')}"`;
      const texts = (query) => {
        const rows = arrayOf(new DynamicModel({ text: '' }));
        db.newQuery(query).all(rows);
        return rows.map((row) => row.text);
      };
      db.newQuery('ATTACH DATABASE {:file} AS held').bind({ file: args[0] }).execute();
      const checked = arrayOf(new DynamicModel({ integrity_check: '' }));
      db.newQuery('PRAGMA held.integrity_check').all(checked);
      const tables = texts(
        `SELECT name AS text FROM held.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`
      );
      for (let at = 0; at < tables.length; at += 1) {
        const table = tables[at];
        const columns = texts(`SELECT name AS text FROM pragma_table_info(${db.quote(table)}, 'held') ORDER BY name`);
        const key = columns.includes('id') ? 'id' : columns[0];
        const row = columns.map((each) => `quote(${name(each)})`).join(` || ',' || `);
        for (let page = 0; ; page += 1) {
          const rows = arrayOf(new DynamicModel({ key: '', row: '' }));
          db.newQuery(
            `SELECT CAST(${name(key)} AS TEXT) AS key, ${row} AS row FROM held.${name(table)} ORDER BY ${name(key)} ` +
              `LIMIT ${PAGE} OFFSET ${page * PAGE}`
          ).all(rows);
          if (rows.length === 0) break;
          const lines = rows.map((each) => JSON.stringify({ table, key: each.key, hash: $security.sha256(each.row) }));
          const file = `${folder}/rows-${String(at).padStart(4, '0')}-${String(page).padStart(6, '0')}.jsonl`;
          $os.writeFile(file, `${lines.join('\n')}\n`, 0o600);
        }
      }
      $os.writeFile(
        `${folder}/tables.json`,
        JSON.stringify({ tables, integrity: checked.map((row) => row.integrity_check) }),
        0o600
      );
    }
  })
);
