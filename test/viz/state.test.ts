import { describe, expect, test } from 'vitest';
import type { NodeAnswer, SearchAnswer, SearchHit } from '../../viz/server/answers.ts';
import { FIRST_VIEW, readAddress, writeAddress } from '../../viz/state/address.ts';
import {
  chooseTheme,
  closeSearch,
  dismissNotice,
  hover,
  initialState,
  missNode,
  moveHit,
  openNode,
  openView,
  pickEdge,
  receiveHits,
  receiveNode,
  receiveSnapshot,
  reportTrouble,
  type State,
  select,
  setParameters,
  type Transition,
  takeHit,
  toggleEdges,
  toggleKind,
  typeQuery,
  visit,
} from '../../viz/state/state.ts';

const ADDRESS = readAddress('#/');
const START = initialState(ADDRESS, 'light');
const HITS: SearchHit[] = ['article:1', 'article:2', 'article:3'].map((id) => ({
  id,
  kind: 'article',
  label: id,
  status: 'present',
  date: null,
  reason: 'name',
  snippet: null,
}));
const FOUND: SearchAnswer = { query: 'a', dataDate: null, corrected: null, hits: HITS };

function walk(...steps: Transition[]): State {
  return steps.reduce((state, step) => step(state), START);
}

describe('selecting', () => {
  test('shows the node as loading until its answer arrives', () => {
    expect(walk(select('article:1')).panel).toEqual({ is: 'loading', id: 'article:1' });
  });

  test('drops an answer that arrives after another node was selected', () => {
    const state = walk(select('article:1'), select('article:2'));
    expect(receiveNode('article:1', {} as NodeAnswer)(state)).toBe(state);
    expect(missNode('article:1', 'It is not here.', [])(state)).toBe(state);
  });

  test('shows a node under the identity that the graph knows it by', () => {
    const answer = { id: 'article:1' } as NodeAnswer;
    const state = walk(select('article:KB1'), receiveNode('article:KB1', answer));
    expect([state.selected, state.panel]).toEqual(['article:1', { is: 'node', id: 'article:1', answer }]);
  });

  test('keeps the sentence for a node that is not in the graph', () => {
    const state = walk(select('article:9'), missNode('article:9', 'It is not here.', []));
    expect(state.panel).toEqual({ is: 'missing', id: 'article:9', sentence: 'It is not here.', near: [] });
  });

  test('closes the search list and keeps what was typed', () => {
    const state = walk(typeQuery('ese'), receiveHits('ese', FOUND), select('article:2'));
    expect([state.hits, state.activeHit, state.query]).toEqual([null, -1, 'ese']);
  });

  test('of nothing brings the overview back', () => {
    expect(walk(select('article:1'), select(null)).panel).toEqual({ is: 'overview' });
  });

  test('the selected node again changes nothing', () => {
    const state = walk(select('article:1'));
    expect(select('article:1')(state)).toBe(state);
  });

  test('visiting an address takes over its node and its filter', () => {
    const state = walk(toggleKind('file'), visit(readAddress('#/article/1?hide=cve')));
    expect([state.selected, [...state.hiddenKinds]]).toEqual(['article:1', ['cve']]);
  });
});

describe('views', () => {
  test('keep the selection, and of their parameters what holds for all of them', () => {
    const state = walk(select('article:1'), setParameters({ depth: '2', camera: '1,2,3' }), openView('chain'));
    expect([state.view, state.selected, state.parameters]).toEqual(['chain', 'article:1', { depth: '2' }]);
    expect(openView('chain')(state)).toBe(state);
  });

  test('open the first view of a node for one that was searched for', () => {
    expect(walk(openNode('file:ese.dll'))).toMatchObject({ view: FIRST_VIEW.withNode, selected: 'file:ese.dll' });
  });

  test('a parameter that is set to what it is, or taken away where it is not, changes nothing', () => {
    const state = walk(setParameters({ depth: '2' }));
    expect(setParameters({ depth: '2', product: null })(state)).toBe(state);
    expect(setParameters({ depth: null })(state).parameters).toEqual({});
  });

  test('go back to where they were by the address that was written', () => {
    const before = walk(select('article:1'), openView('chain'), setParameters({ product: 'windows-xp' }));
    const after = [select('article:2'), toggleEdges('mentions'), setParameters({ depth: '3' })].reduce(
      (state, step) => step(state),
      before,
    );
    const back = visit(readAddress(writeAddress(before)))(after);
    expect(writeAddress(back)).toBe(writeAddress(before));
    expect([...back.hiddenEdges]).toEqual([]);
  });

  test('an edge is picked until another node is', () => {
    const edge = { kind: 'supersedes', source: 'article:2', target: 'article:1' } as const;
    expect(walk(pickEdge(edge)).edge).toBe(edge);
    expect(walk(pickEdge(edge), select('article:2')).edge).toBeNull();
  });
});

describe('the snapshot', () => {
  test('of a link that names none, or the one that is here, goes without a word', () => {
    expect(walk(receiveSnapshot('a')).notice).toBeNull();
    expect(receiveSnapshot('a')(initialState(readAddress('#/?at=a'), 'light')).notice).toBeNull();
  });

  test('of a link that was made on another graph is told, until that is understood', () => {
    const told = receiveSnapshot('b')(initialState(readAddress('#/?at=a'), 'light'));
    expect([told.snapshot, told.notice]).toEqual(['b', expect.stringContaining('another state of the graph')]);
    expect(dismissNotice(told).notice).toBeNull();
  });
});

describe('searching', () => {
  test('makes the first hit the one that Enter takes', () => {
    expect(walk(typeQuery('a'), receiveHits('a', FOUND)).activeHit).toBe(0);
    expect(walk(typeQuery('a'), receiveHits('a', { ...FOUND, hits: [] })).activeHit).toBe(-1);
  });

  test('drops hits of a query that was typed over or emptied', () => {
    const typed = walk(typeQuery('a'), typeQuery('ab'));
    expect(receiveHits('a', FOUND)(typed)).toBe(typed);
    const emptied = walk(typeQuery('a'), typeQuery(''));
    expect(receiveHits('', FOUND)(emptied)).toBe(emptied);
  });

  test('Enter takes the active hit', () => {
    expect(walk(typeQuery('a'), receiveHits('a', FOUND), moveHit(1), takeHit).selected).toBe('article:2');
  });

  test('Enter before the answer waits for it, and takes nothing of an earlier query', () => {
    const waiting = walk(typeQuery('a'), receiveHits('a', FOUND), typeQuery('ab'), takeHit);
    expect(waiting.selected).toBeNull();
    const last = { ...FOUND, query: 'ab', hits: HITS.slice(2) };
    const taken = receiveHits('ab', last)(waiting);
    expect([taken.selected, taken.hits, taken.takesFirst]).toEqual(['article:3', null, false]);
    expect(receiveHits('ab', { ...last, hits: [] })(waiting)).toMatchObject({ selected: null, takesFirst: false });
    expect(walk(typeQuery('a'), takeHit, typeQuery('ab'), receiveHits('ab', last)).selected).toBeNull();
    expect(receiveHits('ab', last)(closeSearch(waiting)).selected).toBeNull();
  });

  test('moves around both ends of the hits', () => {
    const open = walk(typeQuery('a'), receiveHits('a', FOUND));
    expect(moveHit(-1)(open).activeHit).toBe(2);
    expect(moveHit(1)(moveHit(-1)(open)).activeHit).toBe(0);
    expect(moveHit(1)(START)).toBe(START);
  });

  test('has no list once the box is empty', () => {
    expect(walk(typeQuery('a'), receiveHits('a', FOUND), typeQuery(' ')).hits).toBeNull();
  });
});

describe('the rest of the state', () => {
  test('toggling a kind twice shows it again, and no step changes a state in place', () => {
    const frozen = Object.freeze({ ...START, hiddenKinds: new Set(START.hiddenKinds) });
    const hidden = toggleKind('file')(frozen);
    expect([...hidden.hiddenKinds]).toEqual(['file']);
    expect([...toggleKind('file')(hidden).hiddenKinds]).toEqual([]);
    expect(frozen.hiddenKinds.size).toBe(0);
  });

  test('a step that changes nothing returns the same state', () => {
    for (const step of [hover(null), chooseTheme('light'), reportTrouble(null), closeSearch]) {
      expect(step(START)).toBe(START);
    }
  });

  test('an answer that arrives ends the trouble', () => {
    const state = walk(reportTrouble('The server is gone.'), typeQuery('a'), receiveHits('a', FOUND));
    expect(state.trouble).toBeNull();
  });
});
