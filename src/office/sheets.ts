import { countAnswers } from '../i18n/count-answers.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { forceWord } from '../i18n/force-word.ts';
import { placeAndDate } from '../i18n/place-and-date.ts';
import { citeClause, citedDate, citePolicy, plainCitation } from '../model/cite.ts';
import { isStale, ruleIn, type Corpus } from '../model/corpus.ts';
import { formatDate } from '../model/date.ts';
import type { AddressOf } from '../model/export/json.ts';
import { forces } from '../model/force.ts';
import { inEach, type Lang } from '../model/lang.ts';
import { phrases } from '../model/phrases/phrases.ts';
import { quoted } from '../model/quoted.ts';
import { answerOf, noticeOf } from './answer.ts';

/** The sheets of the workbook: every question by board, every rule, every silence, and how to read them. Words are as in the source. */

export interface Column {
  header: string;
  /** In characters. */
  width: number;
}

export interface Sheet {
  name: string;
  columns: Column[];
  rows: string[][];
  /** How many columns stay in view. */
  sticky: number;
}

const colon = inEach((lang) => phrases(lang).colon);

function matrixSheet(corpus: Corpus, lang: Lang): Sheet {
  const t = dictionary(lang);
  return {
    name: t.matrix.title,
    sticky: 2,
    columns: [
      { header: t.office.topic, width: 18 },
      { header: t.matrix.question, width: 32 },
      { header: t.matrix.count, width: 20 },
      ...corpus.policies.map((policy) => ({
        header: [policy.short, placeAndDate(policy, lang), ...noticeOf(policy, lang)].join('\n'),
        width: 60,
      })),
    ],
    rows: corpus.topics.flatMap(({ name, criteria }) =>
      criteria.map(({ id, question }) => {
        const cells = corpus.matrix.get(id)!;
        const answers = cells.map((cell) => {
          const { word, words, several, note } = answerOf(cell, corpus, lang);
          return [
            word,
            ...words.map(
              ({ force, quote, where }) => `${several ? force + colon[lang] : ''}${quoted(quote, lang)} (${where})`,
            ),
            ...(note ? [`${t.office.note}${colon[lang]}${note}`] : []),
          ].join('\n');
        });
        return [name[lang], question[lang], countAnswers(cells, lang), ...answers];
      }),
    ),
  };
}

/** One row for each rule; what it answers stands together in one cell. */
function ruleSheet(corpus: Corpus, addressOf: AddressOf, lang: Lang): Sheet {
  const t = dictionary(lang);
  const topicNames = new Map(corpus.topics.map(({ id, name }) => [id, name[lang]]));
  const translated = corpus.policies.some(({ language }) => language !== lang);
  return {
    name: t.office.rules,
    sticky: 0,
    columns: [
      { header: t.policies.board, width: 10 },
      { header: t.policies.province, width: 20 },
      { header: t.policies.date, width: 18 },
      { header: t.office.force, width: 20 },
      { header: t.office.words, width: 60 },
      ...(translated ? [{ header: t.office.original, width: 60 }] : []),
      { header: t.office.except, width: 30 },
      ...(translated ? [{ header: t.office.notice, width: 30 }] : []),
      { header: t.office.audience, width: 16 },
      { header: t.office.topics, width: 24 },
      { header: t.office.questions, width: 50 },
      { header: t.office.clause, width: 18 },
      { header: t.office.cite, width: 50 },
      { header: t.office.address, width: 40 },
    ],
    rows: corpus.policies.flatMap((policy) =>
      corpus.clauses.get(policy.board)!.placed.flatMap((placed) =>
        placed.clause.rules.map((rule, index) => {
          const { clause } = placed;
          const said = ruleIn(corpus, { board: policy.board, clause: clause.id, index }, lang);
          const asked = rule.criteria.map((id) => corpus.criteria.get(id)!);
          return [
            policy.short,
            t.provinces[policy.province],
            policy.dates.length > 0 ? citedDate(policy, lang) : t.policy.undated,
            forceWord(t, rule),
            said.quote,
            ...(translated ? [lang === policy.language ? '' : rule.quote] : []),
            said.except ?? '',
            ...(translated ? [noticeOf(policy, lang, isStale(corpus, policy.board, clause.id, lang)).join('')] : []),
            t.audiences[rule.audience],
            [...new Set(asked.map(({ topic }) => topicNames.get(topic)!))].join('\n'),
            asked.map(({ question }) => question[lang]).join('\n'),
            clause.id,
            plainCitation(citeClause(policy, placed, lang)),
            addressOf(policy.board, clause.id, lang),
          ];
        }),
      ),
    ),
  };
}

function silenceSheet(corpus: Corpus, lang: Lang): Sheet {
  const t = dictionary(lang);
  const topicNames = new Map(corpus.topics.map(({ id, name }) => [id, name[lang]]));
  const policies = new Map(corpus.policies.map((policy) => [policy.board, policy]));
  const silent = [...corpus.matrix.values()].flat().filter(({ silence }) => silence !== undefined);
  return {
    name: t.office.silences,
    sticky: 0,
    columns: [
      { header: t.policies.board, width: 10 },
      { header: t.policies.province, width: 20 },
      { header: t.policies.date, width: 18 },
      { header: t.office.topic, width: 24 },
      { header: t.matrix.question, width: 40 },
      { header: t.office.state, width: 20 },
      { header: t.office.looked, width: 40 },
      { header: t.office.hits, width: 60 },
      { header: t.office.note, width: 40 },
    ],
    rows: silent.map((cell) => {
      const policy = policies.get(cell.board)!;
      const { terms, hits } = cell.silence!;
      return [
        policy.short,
        t.provinces[policy.province],
        policy.dates.length > 0 ? citedDate(policy, lang) : t.policy.undated,
        topicNames.get(cell.topic)!,
        corpus.criteria.get(cell.criterion)!.question[lang],
        answerOf(cell, corpus, lang).word,
        terms.map((term) => term.trim()).join(', '),
        hits.map(({ clause, why }) => `${clause}${colon[lang]}${why[lang]}`).join('\n') || t.cell.noHit,
        [cell.note, cell.silence!.received].flatMap((note) => note?.[lang] ?? []).join(' '),
      ];
    }),
  };
}

function readMeSheet(corpus: Corpus, addressOf: AddressOf, lang: Lang): Sheet {
  const t = dictionary(lang);
  return {
    name: t.office.readMe,
    sticky: 0,
    columns: [
      { header: t.office.what, width: 30 },
      { header: t.office.meaning, width: 110 },
    ],
    rows: [
      [t.office.title, `${t.office.lead} ${t.office.edition(formatDate(corpus.edition.date, lang))}`],
      [t.matrix.title, t.office.matrixHelp],
      [t.office.rules, t.office.rulesHelp],
      [t.office.silences, t.office.silencesHelp],
      ...forces.map((force) => [
        force === 'recommendation' ? `${t.forces[force]}, ${t.discouraged}` : t.forces[force],
        t.forceHelp[force],
      ]),
      [t.cell.tension, t.office.tensionHelp],
      [t.cell.silent, t.office.silentHelp],
      [t.cell.silentReceived, t.office.receivedHelp],
      [t.cell.elsewhere, t.office.elsewhereHelp],
      ...corpus.policies.map((policy) => [
        policy.short,
        `${policy.name} (${t.provinces[policy.province]}). ${plainCitation(citePolicy(policy, lang)).replace(/\.?$/, '.')} ${addressOf(policy.board, undefined, lang)}`,
      ]),
      [t.office.rights, `${t.footer.ownership} ${t.office.licence}`],
      [t.office.caution, t.footer.notAdvice],
    ],
  };
}

export const workbookSheets = (corpus: Corpus, addressOf: AddressOf, lang: Lang): Sheet[] => [
  matrixSheet(corpus, lang),
  ruleSheet(corpus, addressOf, lang),
  silenceSheet(corpus, lang),
  readMeSheet(corpus, addressOf, lang),
];
