import { printProblems } from '../../pack/print-problems';
import { buildRecipe, isUpToDate, readRecipes } from '../../pack/recipes';
import { CliError } from '../cli-error';
import { readOptions } from '../travel-options';

export const usage = `areas [--force] [--only ID]
    Builds the shipped area packs into geodata/areas from their recipes. Packs whose sources have not changed are
    skipped, unless --force is given.`;

const OPTIONS = { force: { type: 'boolean' }, only: { type: 'string' } } as const;

export async function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, OPTIONS);
  const recipes = readRecipes();
  const wanted = recipes.filter(({ id }) => options.only === undefined || id === options.only);
  if (!wanted.length) {
    throw new CliError(`--only ${options.only}: no such area. Areas: ${recipes.map(({ id }) => id).join(', ')}.`);
  }
  for (const recipe of wanted) {
    if (!options.force && isUpToDate(recipe)) {
      console.log(`${recipe.id}: up to date`);
      continue;
    }
    const manifest = await buildRecipe(
      recipe,
      (line) => console.log(`${recipe.id}: ${line}`),
      () => new Date()
    );
    printProblems(recipe.out, manifest);
  }
  return 0;
}
