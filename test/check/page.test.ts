import { expect, test } from 'vitest';
import { checkText } from '../../src/check/check-text.ts';
import { createChecker } from '../../src/check/checker.ts';
import { NOW, prisoners } from './records.ts';

const PAGE = `Two North Korean prisoners of war held in Ukraine want to go to South Korea, an activist says.

Mr. Jang Se-yul, who heads Gyeore-eol Nation United, said the two asked the producer "to take them to the South". The interview took place on 18 October 2025 near Kyiv. Have they been heard? Pyongyang has not confirmed the deployment.

- Washington puts the North Korean troops sent to Russia at some 12,000
- About 15,000 troops have been sent since late 2024, AFP reported.
- More than 6,000 North Korean soldiers have been killed in Kursk, according to Militarnyi.

Ri, 21, was a rifleman. "Everyone who joined the army with me is dead," Ri told the Chosun Ilbo. The transfer has stalled because Moscow objects.`;

test('a page of copy is checked sentence by sentence, worst first', async () => {
  const result = createChecker(prisoners).check(PAGE, NOW);
  await expect(`${checkText(result)}\n`).toMatchFileSnapshot('golden/page.txt');
});
