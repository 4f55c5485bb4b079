import type { Audience } from '../model/audience.ts';
import type { Force } from '../model/force.ts';
import type { MarkAttribute } from '../model/marking.ts';
import type { NoteKind } from '../model/note.ts';
import type { FrontMatter, OmissionReason, UnmarkedReason } from '../model/policy.ts';

/** In French, 0 and 1 are singular. */
const many = (n: number, one: string, more: string): string => `${n} ${n < 2 ? one : more}`;

/** The interface in French. Its type is what every other language must fill: a missing string fails to compile. */
export const fr = {
  languageName: 'Français',
  siteName: 'Balises',
  tagline: 'Ce que cinq conseils et centres scolaires disent des médias sociaux, clause par clause, dans leurs mots',
  skip: 'Aller au contenu',
  nav: {
    label: 'Navigation principale',
    home: 'Accueil',
    policies: 'Politiques',
    method: 'Méthode',
    about: 'À propos',
    privacy: 'Confidentialité',
    language: 'English',
    trail: 'Fil d’Ariane',
  },
  footer: {
    label: 'Pied de page',
    ownership:
      'Les textes des politiques appartiennent à leurs conseils et centres; ils sont cités mot pour mot. Les marques, les notes et le reste sont de Balises.',
    notAdvice: 'Ce site informe; il ne donne pas d’avis juridique.',
    data: 'Données : clauses (JSON)',
    dataPolicies: 'Données : politiques (JSON)',
  },
  /** Said above French words on a page in another language. */
  originalOnly: '',
  home: {
    title: 'Balises : les règles sur les médias sociaux de cinq conseils et centres scolaires',
    description:
      'Les politiques sur les médias sociaux de cinq organismes scolaires francophones du Canada, marquées règle par règle et citées mot pour mot.',
    lead: (policies: number, clauses: number, rules: number) =>
      `${policies} politiques, ${clauses} clauses, ${rules} règles. Chaque règle est un passage du texte, marqué là où il se trouve, avec la force qu’il a dans ses propres mots.`,
    policies: 'Les politiques',
    forces: 'Comment lire les marques',
    forcesLead: 'Sept forces, chacune avec son voyant. Le mot suffit; la forme aide à parcourir.',
  },
  policies: {
    title: 'Politiques',
    description:
      'Les politiques comparées, avec leur province, leur date telle qu’énoncée et le nombre de règles marquées.',
    lead: 'Le texte de chaque politique, du début à la fin, tel que son organisme l’a écrit.',
    caption: 'Les politiques, leur organisme et leur date',
    board: 'Organisme',
    document: 'Document',
    province: 'Province',
    date: 'Date énoncée',
    clauses: 'Clauses',
    rules: 'Règles',
  },
  policy: {
    description: (title: string, board: string, clauses: number, rules: number) =>
      `${title} (${board}) : le texte intégral en ${many(clauses, 'clause', 'clauses')}, avec ${many(rules, 'règle marquée', 'règles marquées')}.`,
    facts: 'Le document',
    board: 'Organisme',
    number: 'Numéro',
    instrument: 'Nature',
    dates: 'Dates énoncées',
    undated: 'Non daté',
    binds: 'Qui est visé',
    received: 'Notre copie',
    cite: 'Pour citer',
    copyNotes: 'À savoir sur cette copie',
    imprint: 'Ce que le document imprime à son sujet',
    contents: 'Sommaire',
    text: 'Le texte',
    omissions: (n: number) =>
      many(n, 'passage de la copie ne fait pas partie du texte', 'passages de la copie ne font pas partie du texte'),
    fidelity:
      'Ce texte est celui de la copie reçue, au mot près : une vérification le compare à la source à chaque publication. Les erreurs de l’original sont conservées.',
    legend: 'Comment lire les marques',
    clausePage: (id: string) => `Clause ${id} : sa page`,
    count: (clauses: number, rules: number) =>
      `${many(clauses, 'clause', 'clauses')}, ${many(rules, 'règle', 'règles')}`,
  },
  clause: {
    title: (id: string, board: string) => `${board}, ${id}`,
    heading: (id: string) => `Clause ${id}`,
    counted: 'La source n’imprime pas ce numéro : le décompte est le nôtre.',
    printed: (label: string) => `Numéro imprimé dans la source : ${label}`,
    within: 'Ce passage complète :',
    inContext: 'Lire dans le texte de la politique',
    rules: 'Ce que ces mots font',
    noRules: 'Ce passage ne porte aucune règle :',
    answers: 'Répond à :',
    except: 'Condition ou exception, dans les mots de la source :',
    notes: 'Notes de Balises',
    previous: 'Précédente',
    next: 'Suivante',
    neighbours: 'Clauses voisines',
    copyLink: 'Copier le lien',
    copyText: 'Copier le texte et la citation',
    copiedLink: 'Lien copié.',
    copiedText: 'Texte et citation copiés.',
    copyFailed: 'La copie a échoué. Le texte et l’adresse se copient aussi à la main.',
    audience: 'Vise :',
  },
  retired: {
    title: (id: string) => `Clause ${id} : adresse retirée`,
    description: 'Cette adresse a été publiée, puis remplacée.',
    body: (date: string) =>
      `Cette adresse a été publiée pour une clause que ce site ne présente plus sous ce numéro depuis le ${date}.`,
    successor: 'Ce qu’elle disait se lit maintenant ici :',
  },
  notFound: {
    title: 'Page introuvable',
    description: 'Cette adresse ne mène à aucune page.',
    body: 'Cette adresse ne mène à aucune page de Balises. Les adresses des clauses ne changent pas : vérifiez qu’elle a été copiée en entier.',
    links: 'D’ici, vous pouvez aller :',
  },
  marking: {
    caption: 'Accord entre les deux passes, par politique',
    policy: 'Politique',
    first: 'Marques, 1re passe',
    second: 'Marques, 2e passe',
    matched: 'Au même endroit',
    attributes: {
      words: 'Mêmes mots',
      on: 'Mêmes questions',
      force: 'Même force',
      audience: 'Même destinataire',
      except: 'Même exception',
    } satisfies Record<MarkAttribute, string>,
    all: 'Ensemble',
    of: (n: number, all: number) => `${n} sur ${all}`,
    percent: (share: number) => `${(share * 100).toFixed(1).replace('.', ',')} %`,
    settledCaption: 'Les différences, et comment elles ont été réglées',
    clause: 'Clause',
    kept: 'Retenu',
    why: 'Pourquoi',
    keptAs: { first: '1re passe', second: '2e passe', other: 'ni l’une ni l’autre' },
    kappa: (value: string) => `Kappa de Cohen pour la force : ${value}.`,
    kappaValue: (value: number) => value.toFixed(2).replace('.', ','),
  },
  forces: {
    prohibition: 'Interdit',
    obligation: 'Obligatoire',
    recommendation: 'Recommandé',
    permission: 'Permis',
    power: 'Pouvoir réservé',
    consequence: 'Conséquence prévue',
    principle: 'Principe',
  } satisfies Record<Force, string>,
  discouraged: 'Déconseillé',
  forceHelp: {
    prohibition: 'Les mots défendent.',
    obligation: 'Les mots exigent.',
    recommendation: 'Les mots conseillent ou déconseillent.',
    permission: 'Les mots laissent quelqu’un libre de faire.',
    power: 'Les mots laissent l’organisme agir sur quelqu’un, sans l’y obliger.',
    consequence: 'Les mots disent ce qui sera fait.',
    principle: 'Les mots énoncent un but, une valeur ou un fait qui guide, sans obliger par eux-mêmes.',
  } satisfies Record<Force, string>,
  audiences: {
    staff: 'le personnel',
    students: 'les élèves',
    everyone: 'tous',
    school: 'l’établissement',
    board: 'l’organisme',
  } satisfies Record<Audience, string>,
  unmarked: {
    definition: 'il définit ou donne des exemples.',
    context: 'il informe ou explique.',
    'lead-in': 'il introduit une liste dont les éléments portent les règles.',
    administrative: 'il parle du document lui-même.',
  } satisfies Record<UnmarkedReason, string>,
  omissions: {
    'running-header': 'en-tête répété de page en page',
    'page-number': 'numéro de page',
    'table-of-contents': 'table des matières',
  } satisfies Record<OmissionReason, string>,
  notes: {
    copy: 'Copie',
    counting: 'Décompte',
    sic: 'Sic',
    law: 'Droit',
    reading: 'Lecture',
    tension: 'Tension',
  } satisfies Record<NoteKind, string>,
  noteSource: (source: string, date: string) =>
    `Source : ${source}. Vérifié le ${date}. Information, et non avis juridique.`,
  provinces: { NB: 'Nouveau-Brunswick', QC: 'Québec', AB: 'Alberta' } satisfies Record<FrontMatter['province'], string>,
  instruments: {
    directive: 'Directive',
    charter: 'Charte',
    framework: 'Cadre de gestion',
  } satisfies Record<FrontMatter['instrument'], string>,
  dateKinds: {
    'in-force': 'en vigueur',
    resolution: 'résolution',
    printed: 'date imprimée',
  } satisfies Record<FrontMatter['dates'][number]['kind'], string>,
  dev: {
    title: (n: number) => many(n, 'erreur dans content/', 'erreurs dans content/'),
    lead: 'Cette page montre le dernier état sans erreur.',
  },
};

export type Dictionary = typeof fr;
