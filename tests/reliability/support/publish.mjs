import { publish } from '../../../dist/pipeline/run-folder.js';

/*
 * Publishes one small run: node publish.mjs FOLDER WORD TIMES. Every file of it holds the word, so that a mixture of
 * two runs shows. With TIMES `each`, and faulty-disk.mjs loaded, a run is published over an earlier one once for every
 * call to the file system that can fail, each in a folder of its own; the answers are printed as JSON.
 */

const [folder = '', word = '', times = '1'] = process.argv.slice(2);

async function publishWord(place, text) {
  const files = ['report.json', '退回/示例局/表.xlsx', 'run.json'];
  await publish(
    place,
    files.map((path) => ({ path, content: `${text}\n`.repeat(2000) })),
  );
}

async function failEach() {
  const { fault } = globalThis;
  const answers = [];
  for (let at = 1; fault.calls >= at - 1; at += 1) {
    const place = `${folder}/${at}/六月`;
    fault.at = 0;
    await publishWord(place, 'old');
    Object.assign(fault, { at, calls: 0 });
    const error = await publishWord(place, word).then(
      () => null,
      (failed) => failed.code,
    );
    answers.push({ at, place, error });
  }
  return answers;
}

if (times === 'each') process.stdout.write(JSON.stringify(await failEach()));
else for (let turn = 0; turn < Number(times); turn += 1) await publishWord(folder, word);
