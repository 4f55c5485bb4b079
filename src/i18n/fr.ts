import type { Audience } from '../model/audience.ts';
import type { Force } from '../model/force.ts';
import type { MarkAttribute } from '../model/marking.ts';
import type { NoteKind } from '../model/note.ts';
import type { FrontMatter, OmissionReason, UnmarkedReason } from '../model/policy.ts';

/** What a cell counts as in « 3 sur 5 interdisent ». */
export type AnswerKind = Force | 'against' | 'elsewhere' | 'silent';

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
    matrix: 'Matrice',
    topics: 'Thèmes',
    policies: 'Politiques',
    compare: 'Comparer',
    data: 'Données',
    method: 'Méthode',
    about: 'À propos',
    privacy: 'Confidentialité',
    trail: 'Fil d’Ariane',
  },
  footer: {
    label: 'Pied de page',
    ownership:
      'Les textes des politiques appartiennent à leurs conseils et centres; ils sont cités mot pour mot. Les marques, les notes et le reste sont de Balises.',
    notAdvice: 'Ce site informe; il ne donne pas d’avis juridique.',
  },
  /** Said above French words on a page in another language. */
  originalOnly: '',
  home: {
    title: 'Balises : les règles sur les médias sociaux de cinq conseils et centres scolaires',
    description:
      'Les politiques sur les médias sociaux de cinq organismes scolaires francophones du Canada, marquées règle par règle et citées mot pour mot.',
    lead: (policies: number, clauses: number, rules: number) =>
      `${policies} politiques, ${clauses} clauses, ${rules} règles. Chaque règle est un passage du texte, marqué là où il se trouve, avec la force qu’il a dans ses propres mots.`,
    matrix: 'Toutes les questions, dans les mots des textes',
    policies: 'Les politiques',
    forces: 'Comment lire les marques',
    forcesLead: 'Sept forces, chacune avec son voyant. Le mot suffit; la forme aide à parcourir.',
  },
  matrix: {
    title: 'Matrice',
    description:
      'Ce que chaque organisme répond à chaque question, dans ses mots : interdit, obligatoire, recommandé, permis, ou silence démontré.',
    glance: 'D’un coup d’œil',
    glanceCaption: 'La première question de chacun des quatre thèmes principaux, par organisme',
    question: 'Question',
    count: 'En bref',
    words: 'Dans les mots des textes',
    wordsCaption: 'Toutes les questions, par organisme, avec les mots qui y répondent',
    lead: 'Chaque case se déduit des mots marqués dans les textes. Où un texte se tait, la case le dit, et la page du thème en donne la preuve. Sauf indication contraire, les mots visent le personnel.',
    filter: 'Choisir les organismes, les thèmes et les forces',
    boards: 'Organismes',
    topics: 'Thèmes',
    forces: 'Forces',
    reset: 'Tout afficher',
    shown: (n: number) => many(n, 'question affichée', 'questions affichées'),
    copyTable: 'Copier ce choix comme tableau',
    copyCsv: 'Copier ce choix en CSV',
    files: 'Toute la matrice :',
    anchor: 'Lien direct vers cette question',
    copied: 'Tableau copié.',
  },
  compare: {
    title: 'Comparer',
    description: 'Deux à cinq organismes côte à côte : d’abord ce qui diffère, puis ce qu’un seul règle.',
    lead: 'Choisissez de deux à cinq organismes. Les questions sont rangées : d’abord celles où les forces diffèrent, puis celles auxquelles un seul répond.',
    caption: 'Les questions, par organisme, les différences d’abord',
    differ: 'Les forces diffèrent',
    only: 'Un seul y répond',
    same: 'Même force',
    none: 'Aucun n’y répond',
    fewer: 'Une comparaison demande au moins deux organismes : choisissez-en un autre.',
  },
  topics: {
    title: 'Thèmes',
    description: 'Les questions posées aux textes, par thème.',
    core: 'Thèmes principaux',
    further: 'Autres thèmes',
    questions: (n: number) => many(n, 'question', 'questions'),
  },
  topic: {
    title: (name: string) => `Thème : ${name}`,
    description: (name: string, n: number) =>
      `${name} : ${many(n, 'question', 'questions')}, et ce que chaque organisme y répond, mot pour mot.`,
    synonyms: 'On dit aussi :',
    askedOf: {
      staff: 'Question posée au sujet du personnel',
      students: 'Question posée au sujet des élèves',
      school: 'Question posée au sujet de l’organisation et de qui agit pour elle',
    },
    strength: 'Les formulations, de la plus souple à la plus stricte',
    copy: 'Copier cette formulation',
    copied: 'Formulation copiée.',
  },
  cell: {
    silent: 'Silence du texte',
    silentReceived: 'Silence du texte reçu',
    elsewhere: 'Renvoie à un autre texte',
    tension: 'tension',
    except: 'sauf :',
    for: 'vise',
    proof: 'La preuve',
    looked: (terms: string) => `Recherché, au début d’un mot : ${terms}.`,
    noHit: 'Aucun passage n’emploie ces mots.',
    hits: (n: number) => `${many(n, 'passage emploie', 'passages emploient')} ces mots sans répondre :`,
    others: 'La même question, chez les autres',
  },
  counts: {
    first: (n: number, all: number, [one, more]: readonly [string, string]) => `${n} sur ${all} ${n < 2 ? one : more}`,
    further: (n: number, [one, more]: readonly [string, string]) => `${n} ${n < 2 ? one : more}`,
    verbs: {
      prohibition: ['interdit', 'interdisent'],
      obligation: ['exige', 'exigent'],
      consequence: ['énonce une conséquence', 'énoncent une conséquence'],
      power: ['se réserve un pouvoir', 'se réservent un pouvoir'],
      recommendation: ['recommande', 'recommandent'],
      against: ['déconseille', 'déconseillent'],
      permission: ['permet', 'permettent'],
      principle: ['n’énonce qu’un principe', 'n’énoncent qu’un principe'],
      elsewhere: ['renvoie à un autre texte', 'renvoient à un autre texte'],
      silent: ['se tait', 'se taisent'],
    } as Record<AnswerKind, readonly [string, string]>,
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
  /** Après un nombre : « 15 clauses qui définissent … ». */
  unmarkedClauses: {
    definition: (n: number) =>
      many(n, 'clause qui définit ou donne des exemples', 'clauses qui définissent ou donnent des exemples'),
    context: (n: number) => many(n, 'clause qui informe ou explique', 'clauses qui informent ou expliquent'),
    'lead-in': (n: number) =>
      many(
        n,
        'clause qui introduit une liste dont les éléments portent les règles',
        'clauses qui introduisent une liste dont les éléments portent les règles',
      ),
    administrative: (n: number) =>
      many(n, 'clause qui parle du document lui-même', 'clauses qui parlent du document lui-même'),
  } satisfies Record<UnmarkedReason, (n: number) => string>,
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
  office: {
    title: 'Balises : matrice des règles sur les médias sociaux',
    lead: 'Ce que chaque organisme scolaire répond à chaque question, dans les mots de sa politique. Chaque case se déduit des mots marqués dans le texte; le texte français de l’organisme fait foi.',
    edition: (date: string) => `Édition du ${date}.`,
    topic: 'Thème',
    topics: 'Thèmes',
    questions: 'Questions auxquelles ces mots répondent',
    rules: 'Règles',
    silences: 'Silences',
    readMe: 'Lisez-moi',
    force: 'Force',
    words: 'Mots de la règle',
    except: 'Condition ou exception',
    audience: 'Vise',
    clause: 'Clause',
    cite: 'Citation',
    address: 'Adresse',
    state: 'Ce que dit la case',
    looked: 'Recherché, au début d’un mot',
    hits: 'Passages qui emploient ces mots, et pourquoi ils ne répondent pas',
    note: 'Note de Balises',
    what: 'Mot ou feuille',
    meaning: 'Ce que c’est',
    matrixHelp:
      'Une ligne par question, une colonne par organisme : la force la plus stricte, puis les mots qui répondent et où ils se trouvent. Sauf indication contraire, ils visent le personnel.',
    rulesHelp:
      'Une ligne par règle marquée, avec sa force, son destinataire, sa citation et les questions auxquelles elle répond.',
    silencesHelp:
      'Une ligne par question à laquelle un texte ne répond pas : ce qui a été recherché, et pourquoi les passages trouvés ne répondent pas.',
    tensionHelp:
      'Le texte répond avec deux forces, ou avec une exception à un seul endroit. Les deux sont citées; rien n’est tranché.',
    receivedHelp: 'Le texte se tait, et il manque quelque chose à la copie reçue.',
    silentHelp:
      'Aucun mot du texte ne répond à la question. Le silence est démontré, sur la page du thème et dans le classeur.',
    elsewhereHelp: 'Le texte ne répond pas lui-même et renvoie à un autre document.',
    rights: 'Droits',
    licence: 'Licence des marques, des questions et des notes : Creative Commons Attribution 4.0.',
    caution: 'Mise en garde',
  },
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
