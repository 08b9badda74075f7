/// <reference path="../pb_data/types.d.ts" />
/**
 * `pocketbase export-log FOLDER`: the log of operations and the hashes of what is enciphered, as numbered files of JSON
 * lines. Run on a copy of a database whose server is down; the hooks of the running server know nothing of it.
 */
$app.rootCmd.addCommand(
  new Command({
    use: 'export-log',
    run: (_, args) => {
      const folder = args[0];
      const PAGE = 5000;
      const EVENT = {
        seq: 0,
        at: '',
        actorId: '',
        actorName: '',
        actorRole: '',
        area: '',
        verb: '',
        subject: '',
        subjectKey: '',
        command: '',
        before: '',
        after: '',
        personalHash: '',
        prevHash: '',
        hash: ''
      };
      const columns = Object.keys(EVENT)
        // A column that was emptied by hand must not stop the export: it will not match its hash.
        .map((name) => (name === 'seq' ? '[[seq]]' : `COALESCE(CAST([[${name}]] AS TEXT), '') AS [[${name}]]`))
        .join(', ');
      for (let page = 0; ; page += 1) {
        const rows = arrayOf(new DynamicModel(EVENT));
        $app
          .db()
          .newQuery(`SELECT ${columns} FROM events ORDER BY seq LIMIT ${PAGE} OFFSET ${page * PAGE}`)
          .all(rows);
        if (rows.length === 0) break;
        const lines = [];
        for (let i = 0; i < rows.length; i += 1) {
          const event = {};
          for (const name of Object.keys(EVENT)) event[name] = rows[i][name];
          lines.push(JSON.stringify(event));
        }
        $os.writeFile(`${folder}/events-${String(page).padStart(6, '0')}.jsonl`, `${lines.join('\n')}\n`, 0o600);
      }
      const sealed = $app.findAllRecords('case_personal').map((record) =>
        JSON.stringify({
          area: record.getString('area'),
          caseId: record.getString('caseId'),
          personalHash: $security.sha256(record.getString('cipher'))
        })
      );
      $os.writeFile(`${folder}/personal.jsonl`, sealed.map((line) => `${line}\n`).join(''), 0o600);
    }
  })
);
