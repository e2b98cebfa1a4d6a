// Prints, for each engine, how many questions it answers rightly and how long it takes. Argument: the file that
// PeerComparison wrote.
import { readFileSync } from "node:fs";
import elasticlunr from "elasticlunr";
import MiniSearch from "minisearch";

const SHOWN = 10;
const WARM_ROUNDS = 3;
const TIMED_ROUNDS = 3;

const { documents, questions, withWords, articleOnly } = JSON.parse(readFileSync(process.argv[2], "utf8"));

// mdBook indexes a title, a body and the breadcrumbs above them; what our topics add to be found goes with the body.
function elasticlunrIndex(documents, fields) {
  const index = elasticlunr(function () {
    this.setRef("number");
    for (const field of fields) this.addField(field);
  });
  for (const document of documents) index.addDoc(document);
  return index;
}

function elasticlunrEngine(options) {
  return {
    build: elasticlunrIndex,
    search: (index, text, fields) => {
      const boosts = Object.fromEntries(fields.map((field) => [field, { boost: field === "title" ? 2 : 1 }]));
      return index.search(text, { fields: boosts, ...options }).map((hit) => Number(hit.ref));
    },
  };
}

function miniSearchEngine(options) {
  return {
    build: (documents, fields) => {
      const index = new MiniSearch({ idField: "number", fields });
      index.addAll(documents);
      return index;
    },
    search: (index, text) => index.search(text, options).map((hit) => hit.id),
  };
}

const ENGINES = {
  "elasticlunr as mdBook sets it (AND, expand)": elasticlunrEngine({ bool: "AND", expand: true }),
  "elasticlunr, OR, expand": elasticlunrEngine({ bool: "OR", expand: true }),
  "elasticlunr, its own defaults (OR)": elasticlunrEngine({ bool: "OR" }),
  "MiniSearch, its defaults": miniSearchEngine({}),
  "MiniSearch, prefix, fuzzy, boosts": miniSearchEngine({
    prefix: true,
    fuzzy: 0.2,
    boost: { title: 4, words: 4, signatures: 2, headings: 1.5 },
  }),
};

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const percent = (part, whole) => (whole === 0 ? "–" : ((100 * part) / whole).toFixed(1) + " %");

function judge(answers, chosen) {
  let positives = 0;
  let first = 0;
  let amongThree = 0;
  let negatives = 0;
  let answered = 0;
  for (const at of chosen) {
    const topic = questions[at].topic;
    // The official FAQ and a bundled topic may answer alike.
    const found = [...new Set(answers[at].map((answer) => answer.topic))];
    if (topic === null) {
      negatives++;
      // What the guide says of something that is none of our troubles is no wrong answer.
      if (answers[at].some(({ ours }) => ours)) answered++;
    } else {
      positives++;
      if (found[0] === topic) first++;
      if (found.slice(0, 3).includes(topic)) amongThree++;
    }
  }
  return [percent(first, positives), percent(amongThree, positives), percent(answered, negatives)];
}

function runPeer(engine, searched, fields) {
  for (let round = 1; round < WARM_ROUNDS; round++) engine.build(searched, fields);
  const begun = performance.now();
  const index = engine.build(searched, fields);
  const buildMillis = performance.now() - begun;
  const bytes = Buffer.byteLength(JSON.stringify(index));
  const micros = [];
  const answers = questions.map(({ text }) =>
    engine.search(index, text, fields).slice(0, SHOWN).map((number) => documents[number]));
  for (let round = 0; round < WARM_ROUNDS + TIMED_ROUNDS; round++) {
    for (const { text } of questions) {
      const asked = performance.now();
      engine.search(index, text, fields);
      if (round >= WARM_ROUNDS) micros.push((performance.now() - asked) * 1000);
    }
  }
  return { buildMillis, bytes, answers, micros };
}

function print(name, run, sets) {
  const sorted = Float64Array.from(run.micros).sort();
  const cells = [
    ...sets.flatMap((chosen) => judge(run.answers, chosen)),
    run.buildMillis.toFixed(0) + " ms",
    percentile(sorted, 0.5).toFixed(0) + " µs",
    percentile(sorted, 0.99).toFixed(0) + " µs",
    (run.bytes / 1024).toFixed(0) + " KiB",
  ];
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}

const names = [...new Set(questions.map((question) => question.set))];
const sets = names.map((name) => questions.flatMap((question, at) => (question.set === name ? [at] : [])));

function compare(title, fields, ours) {
  const searched = documents.map((document, number) => ({ number, ...document }));
  const head = [...names.flatMap((name) => [`${name}: first`, "in three", "negatives answered"]), "build", "p50", "p99", "index"];
  console.log(`\n${title}: ${documents.length} texts, ${questions.length} questions\n`);
  console.log(`| engine | ${head.join(" | ")} |`);
  console.log(`|---|${head.map(() => "--:|").join("")}`);
  print("PyO3 Doctor", ours, sets);
  for (const [name, engine] of Object.entries(ENGINES)) print(name, runPeer(engine, searched, fields), sets);
}

compare("All that our topics are found by", ["title", "headings", "body", "words", "signatures"], withWords);
compare("Article text only", ["title", "headings", "body"], articleOnly);
