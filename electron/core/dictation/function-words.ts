/**
 * Words that have a capital only at the beginning of a sentence, by language. No word on a list is also a
 * name or a noun of that language, or always has a capital, as German “Sie” and English “I”.
 */
const lists = {
  en: `a an the this that these those and or but nor so yet if because although though while when
    whenever where wherever whether until unless since before after as than at by for from in into of off
    on onto out over to under up upon with within without about above across against along among around
    behind below beneath beside besides between beyond despite down during except inside near outside
    per through throughout till toward towards via it its he him his she her hers they them their theirs
    we us our ours you your yours my mine me who whom whose which what how why there here then is are
    was were be been being am do does did done have has had having can could would should might must
    not no also too very just only even still again however therefore maybe perhaps each every some
    any all both either neither another other such much many more most few less enough let now today
    tonight tomorrow yesterday sometimes usually always never often soon later already almost really
    actually probably please`,
  de: `der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner und oder
    aber denn sondern doch dass ob weil wenn als wie wo wer was wen wem wann warum wieso weshalb wofür
    obwohl damit nachdem bevor während sobald solange sodass falls bis seit an am auf aus bei beim mit
    nach von vom vor zu zum zur über unter neben zwischen durch für gegen ohne um in im ins hinter
    ich er es wir mich mir dich dir ihn ihm uns euch man mein meine meinen meinem meiner dein deine
    seine seinen seinem seiner unser unsere unseren unserem dieser diese dieses diesen diesem jener jede
    jeder jedes jeden alle allen alles ist sind war waren bin bist wird werden wurde wurden hat haben
    hatte hatten habe kann können konnte muss müssen musste soll sollen sollte darf dürfen nicht auch
    noch nur schon sehr so dann da dort hier jetzt immer nie wieder also deshalb trotzdem vielleicht
    heute gestern bitte eigentlich wirklich`,
  fr: `le la les un une des du de au aux et ou mais donc or ni car que qui quoi dont où quand comme si
    lorsque puisque parce afin pour par avec sans sous sur dans en entre vers chez depuis pendant avant
    après contre malgré je tu il elle on nous vous ils elles me te se lui leur leurs y ce cet cette ces
    mon ma mes ton ta tes son sa ses notre nos votre vos est sont était étaient suis es sommes êtes ai as
    a ont avons avez avait avaient sera serait peut peux peuvent doit dois faut ne pas plus moins très
    trop aussi encore déjà toujours jamais alors ainsi puis ici là comment pourquoi quel quelle quels
    quelles chaque tout toute tous toutes même à aujourd’hui hier demain`,
  es: `el la los las un una unos unas lo y e o u pero sino ni que porque si cuando como donde mientras
    aunque pues de del a al en con sin por para sobre entre hacia hasta desde contra durante según yo tú
    él ella ellos ellas nosotros usted ustedes me te se nos le les mi mis tu tus su sus nuestro nuestra
    nuestros nuestras este esta estos estas ese esa esos esas esto eso aquel aquella es son era eran fue
    está están estaba soy somos ha han había hay puede pueden debe no también tampoco muy más menos ya
    todavía aún siempre nunca entonces luego así aquí ahí allí qué quién cómo cuándo dónde cuál cada todo
    toda todos todas otro otra hoy ayer`,
  it: `il lo la gli le un uno una e ed o ma però né che perché se quando come dove mentre anche quindi
    dunque poi di del dello della dei degli delle a al allo alla ai agli alle da dal dallo dalla dai
    dagli dalle in nel nello nella nei negli nelle con su sul sullo sulla sui sugli sulle per tra fra
    senza sotto sopra verso io tu lui lei noi voi loro mi ti si ci vi ne mio mia miei mie tuo tua suo sua
    suoi sue nostro nostra vostro questo questa questi queste quello quella quelli quelle è sono era
    erano sei siamo siete ho hai ha abbiamo hanno aveva può possono deve non più meno molto già ancora
    sempre mai allora così qui là chi cosa quale ogni tutto tutta tutti tutte altro altra oggi ieri domani`,
  pt: `o a os as um uma uns umas e ou mas nem que porque se quando como onde enquanto embora pois de do da
    dos das em no na nos nas num numa por pelo pela pelos pelas para com sem sob sobre entre até desde
    contra ao à aos às eu tu ele ela nós vós eles elas você vocês me te lhe lhes meu minha meus minhas teu
    tua seu sua seus suas nosso nossa este esta estes estas esse essa isto isso aquele aquela aquilo é
    são era eram foi está estão estava sou somos há tem têm tinha pode podem deve não também muito mais
    menos já ainda sempre nunca então depois assim aqui ali quem qual cada todo toda todos todas outro
    hoje ontem amanhã`,
};

const word = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const firstWord = new RegExp(`^${word.source}`, 'u');

const wordsOf = (text: string): string[] => Array.from(text.matchAll(word), ([each]) => each);

const sets = {
  en: new Set(wordsOf(lists.en)),
  de: new Set(wordsOf(lists.de)),
  fr: new Set(wordsOf(lists.fr)),
  es: new Set(wordsOf(lists.es)),
  it: new Set(wordsOf(lists.it)),
  pt: new Set(wordsOf(lists.pt)),
};
const languages: readonly ReadonlySet<string>[] = Object.values(sets);
const { en: english, de: german } = sets;

/** More words that show that a text is English. None is a word of the others, or used in them. */
const commonInEnglish = new Set(
  wordsOf(`yes yeah thank right good great get got make made take took see saw come came want need think
  thought know knew say said tell told ask asked call buy bought send sent write wrote read give gave
  find found keep put going really something nothing everything everyone someone thing things people
  week month year next last first second better back`),
);

/** Whether most of the known words of a text are of that language; `ignored` is not counted. */
export function readsAs(language: keyof typeof lists, text: string, ignored: string): boolean {
  const words = wordsOf(text).filter((each) => each !== ignored);
  const inEnglish = words.filter((each) => commonInEnglish.has(each.toLowerCase())).length;
  const counts = languages.map((list) => countIn(list, words) + (list === english ? inEnglish : 0));
  const own = counts[languages.indexOf(sets[language])] ?? 0;
  return counts.filter((count) => count >= own).length === 1;
}

/** They are short forms before an apostrophe: “l’”, “qu’”, “dell’”. */
const elided =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|nell|all|dall|sull|quest|quell|com|dov)’/u;
const shortEndings = /(?:n’t|’(?:s|re|ve|ll|d))+/u;
const shortWords = new Set(['can’t', 'won’t', 'ain’t']);

/** Words that names begin with: “The Hague”, “La Paz”, “Da Vinci”. */
const inNames = new Set(
  'the el la los las le les il lo gli o os as de del da di do dos das du des'.split(' '),
);
/** Names in one language, function words in another. */
const alsoNames = new Set('al ma ella elle mia sue lei no'.split(' '));

/** “In-Young”, “On.com”, “Will@work”. */
const partOfName = /^(?:[-‐‑]\p{Lu}|[.@_&/]\p{L})/u;
/** “an A”, “vitamin A”: the letter, not the article. */
const named =
  /\b(?:an?|the|my|your|his|her|our|their|grade|plan|option|part|vitamin|type|level|class)$/iu;
/** In the next word, which is not “I”. */
const capitalNext = /^[^\p{L}\p{M}]*(?!I(?![\p{L}\p{M}]))\p{Lu}/u;
const letterGoesOn = /^ (?:in|is|was|and|or|to|from|for|with|on|at|as|but)\b/u;

/** Whether the first word of a text has its capital only because a sentence begins there. */
function isSentenceCapital(before: string, text: string): boolean {
  const next = text.replace(firstWord, '');
  const first = text.slice(0, text.length - next.length);
  if (!/^\p{Lu}[\p{Ll}\p{M}'’]*$/u.test(first)) return false;
  const plain = first.toLowerCase().replaceAll("'", '’');
  if (partOfName.test(next)) return false;
  // “A” may be a letter or a grade, unless a word follows.
  if (/^\p{L}$/u.test(plain) && !/^ \p{Ll}/u.test(next)) return false;
  if (plain === 'a' && (named.test(before) || letterGoesOn.test(next))) return false;
  const known = likelyLanguages(`${before} ${next}`);
  // German nouns have capitals, so a capital is no sign of a name.
  const isGerman = known.length === 1 && known[0] === german;
  if (inNames.has(plain) && capitalNext.test(next) && !isGerman) return false;
  if (known.length === languages.length && alsoNames.has(plain)) return false;
  return known.some((list) => list.has(plain) || isShortForm(list, plain));
}

/**
 * Removes the capital that the first word of a text has only because a sentence begins there.
 *
 * @param before the text before it, which helps to find the language
 */
export function withoutSentenceCapital(before: string, text: string): string {
  if (!isSentenceCapital(before, text)) return text;
  return text.replace(/\p{Lu}/u, (first) => first.toLowerCase());
}

function isShortForm(list: ReadonlySet<string>, plain: string): boolean {
  if (list !== english) return elided.test(plain);
  return english.has(plain.replace(shortEndings, '')) || shortWords.has(plain);
}

const countIn = (list: ReadonlySet<string>, words: readonly string[]): number =>
  words.filter((each) => list.has(each.toLowerCase()) || (list === english && each === 'I')).length;

/** The languages with most of their words in a text; all if the text has no such word. */
function likelyLanguages(text: string): ReadonlySet<string>[] {
  const words = wordsOf(text);
  const counts = languages.map((list) => countIn(list, words));
  const most = Math.max(...counts);
  return languages.filter((_, index) => counts[index] === most);
}
