// `node independence_node.mjs FOLDER PEER`: what a peer of npm counts for questions on standard input (JSON), as a JSON
// list of numbers, null where it gives none. FOLDER holds node_modules. Nothing is asked of the network: both count over
// reports that are given to them.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, peer] = process.argv.slice(2);
const load = path => import(pathToFileURL(resolve(folder, "node_modules", path)));

// The judgement that follows its search: reports with headlines in, story origins out.
async function corroborateMcp() {
  const { assess } = await load("corroborate-mcp/src/engine.js");
  return question => assess(question.claim, question.reports.map(report => ({
    title: report.title, url: report.url, source: report.outlet, domain: report.domain,
    published_at: report.published, engine: "given",
  }))).n_independent_sources;
}

// A stream of reports, each of one origin. With `together`, the caller tells that all report one event.
async function sourced() {
  const { assess, createMemoryStore, SEED_INDEPENDENCE_MAP } = await load("@sourcedhq/core/dist/index.js");
  return async question => {
    const reports = question.reports;
    const claims = reports.map(report => ({
      id: report.article, title: report.title, origin: report.outlet, publishedAt: report.published,
    }));
    const options = { store: createMemoryStore(), independenceMap: SEED_INDEPENDENCE_MAP };
    if (question.together) {
      const origins = reports.map(report => report.outlet);
      options.clusters = new Map(reports.map(report => [report.article, origins]));
    }
    const found = (await assess(claims, options)).filter(verdict => verdict !== null);
    return found.length ? Math.max(...found.map(verdict => verdict.corroboration)) : null;
  };
}

const count = await { "corroborate-mcp": corroborateMcp, "@sourcedhq/core": sourced }[peer]();
const answers = [];
for (const question of JSON.parse(readFileSync(0, "utf8"))) answers.push(await count(question));
console.log(JSON.stringify(answers));
