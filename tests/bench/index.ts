import { easeFigures } from './ease-figures';
import { indexFigures } from './index-figures';
import { scaleFigures } from './scale-figures';
import { scoringFigures } from './scoring-figures';
import { searchFigures } from './search-figures';
import { stageFigures } from './stage-figures';
import { startFigures } from './start-figures';

const GROUPS: Record<string, () => Promise<void>> = {
  index: indexFigures,
  stages: stageFigures,
  search: searchFigures,
  scoring: scoringFigures,
  start: startFigures,
  scale: scaleFigures,
  ease: easeFigures,
};

const wanted = process.argv.slice(2);
for (const [name, measure] of Object.entries(GROUPS)) {
  if (wanted.length === 0 || wanted.includes(name)) await measure();
}
process.exit(0);
