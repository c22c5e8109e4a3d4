// One JSON object per line on standard input, one per line on standard output:
//   {"id": "…", "template": "learning-agreement", "data": "<JSON text>", "createdAt": 1767225600}  →  {"id": "…", "pdf": "<base64>"}  or  {"id": "…", "error": "…"}
// Templates are read below the folder given as the first argument; nothing outside it and no network is reached.
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const templates = path.resolve(process.argv[2]);
const modules = path.join(path.dirname(fileURLToPath(import.meta.url)), 'node_modules', '@expo-google-fonts');
// Latin, Greek, Cyrillic and Devanagari come in three cuts; names in other scripts in regular and bold.
const scripts = ['Arabic', 'Armenian', 'Georgian', 'Hebrew'];
const fonts = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  ...scripts.flatMap(script => ['400Regular', '700Bold'].map(cut => `noto-sans-${script.toLowerCase()}/${cut}/NotoSans${script}_${cut}.ttf`)),
].map(file => fs.readFileSync(path.join(modules, file)));
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fonts }] });

function render({ template, data, createdAt }) {
  if (!/^[a-z0-9-]+$/.test(template)) throw new Error(`'${template}' is not a template's name`);
  const main = path.join(templates, `${template}.typ`);
  if (!fs.existsSync(main)) throw new Error(`template '${template}' does not exist`);
  const compiled = compiler.compile({ mainFilePath: main, inputs: { data }, resetRead: true });
  if (compiled.hasError()) {
    const found = compiler.fetchDiagnostics(compiled.takeError());
    throw new Error(found.map(d => `${d.path ?? template}: ${d.message}`).join('; ') || `template '${template}' does not compile`);
  }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', pdfTags: true, creationTimestamp: createdAt });
  compiler.evictCache(10);
  return pdf.toString('base64');
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  let id = null;
  let answer;
  try {
    const request = JSON.parse(line);
    id = request.id;
    answer = { id, pdf: render(request) };
  } catch (error) {
    answer = { id, error: String(error?.message ?? error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
