// Writes workflows/reference/holidays.json from npm date-holidays (ISC; data CC BY 3.0, from Wikipedia): the public holidays of the programme countries, Switzerland and the
// United Kingdom, as MMDD per year. Run it when years are to be added; an office corrects the file by hand where the data are wrong.
//   npm install --prefix artifacts/holidays date-holidays@3.37.0 && node eng/holidays.mjs artifacts/holidays
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const packages = resolve(process.argv[2] ?? "artifacts/holidays");
const require = createRequire(join(packages, "package.json"));
const Holidays = require("date-holidays");
const version = JSON.parse(readFileSync(join(packages, "node_modules/date-holidays/package.json"), "utf8")).version;

const countries = "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MK MT NL NO PL PT RO RS SE SI SK TR".split(" ");
const [first, last] = [2025, 2030];

const lines = countries.map((country) => {
  const calendar = new Holidays(country);
  const years = [];
  for (let year = first; year <= last; year++) {
    const days = calendar.getHolidays(year)
      .filter((holiday) => holiday.type === "public")
      .flatMap((holiday) => wholeDays(holiday))
      .filter((day) => day.startsWith(String(year)))
      .map((day) => day.slice(5, 7) + day.slice(8, 10));
    years.push(`      "${year}": "${[...new Set(days)].sort().join(" ")}"`);
  }
  return `    "${country}": {\n${years.join(",\n")}\n    }`;
});

// A holiday of several days is one entry with a start and an end; eves that are half days are working days here.
function wholeDays({ date, start, end }) {
  const count = Math.floor((end - start) / 864e5 + 0.1);
  return Array.from({ length: count }, (_, i) => new Date(Date.parse(date.slice(0, 10)) + i * 864e5).toISOString().slice(0, 10));
}

const target = join(dirname(fileURLToPath(import.meta.url)), "../workflows/reference/holidays.json");
writeFileSync(target, `{
  "source": "npm date-holidays ${version} (ISC, data CC BY 3.0), public holidays of the whole country; made by eng/holidays.mjs",
  "validFrom": "${first}-01-01",
  "firstYear": ${first},
  "lastYear": ${last},
  "countries": {
${lines.join(",\n")}
  }
}
`);
