import { describe, expect, test } from 'vitest';
import { withoutSentenceCapital } from './function-words.ts';

describe('a short form has its capital only at the beginning of a sentence', () => {
  test.each([
    ['Je crois que', 'C’est vrai.'],
    ['Je crois que', 'D’accord, on y va.'],
    ['Je crois que', 'J’ai fini.'],
    ['Je crois que', 'L’hôpital est fermé.'],
    ['Il dit que ça', 'M’est égal.'],
    ['Il faut que tu', 'N’oublies rien.'],
    ['Je ne sais pas', 'S’il vient.'],
    ['Je crois que tu', 'T’es trompé.'],
    ['Il reste', 'Jusqu’à demain.'],
    ['Il dormait', 'Lorsqu’il est arrivé.'],
    ['Il part', 'Puisqu’il est tard.'],
    ['Il vient', 'Quoiqu’il soit malade.'],
    ['Ne voglio', 'Un’altra.'],
    ['È un amante', 'Dell’arte.'],
    ['Lo sento', 'Nell’aria.'],
    ['Non lo sapevo', 'All’inizio.'],
    ['Si vede', 'Dall’altra parte.'],
    ['Siamo andati', 'Sull’isola.'],
    ['Lo faccio', 'Quest’anno.'],
    ['Non conosco', 'Quell’uomo.'],
    ['Non so', 'Com’è andata.'],
    ['Non so', 'Dov’è finito.'],
    ['I know', 'We’re late.'],
    ['I know', 'They’ve left.'],
    ['I know', 'It’ll rain.'],
    ['I know', 'She’d come.'],
    ['I know', 'We’d’ve come.'],
    ['I know', 'Can’t you see it?'],
    ['I know', 'Won’t you come?'],
    ['I know', 'Ain’t it a shame?'],
    ['I know', 'Let’s go.'],
  ])('after “%s”, as in “%s”', (before, text) => {
    expect(withoutSentenceCapital(before, text)).toBe(
      text.slice(0, 1).toLowerCase() + text.slice(1),
    );
  });

  test('a name that contains one keeps its capital', () => {
    const text = 'Presqu’île de Crozon.';
    expect(withoutSentenceCapital('Nous allons sur la', text)).toBe(text);
  });
});

describe('a word that is a name in some language keeps its capital if nothing shows the language', () => {
  test.each(['Al', 'Ma', 'Ella', 'Elle', 'Mia', 'Sue', 'Lei', 'No'])('%s', (name) => {
    expect(withoutSentenceCapital('Hallo,', `${name}!`)).toBe(`${name}!`);
  });

  test('and “I” shows that it is English', () => {
    expect(withoutSentenceCapital('I met', 'Si.')).toBe('Si.');
    expect(withoutSentenceCapital('Hallo,', 'Si.')).toBe('si.');
  });
});

describe('what follows a word shows whether it begins a name:', () => {
  test.each([
    ['We stayed at', 'The Iris Hotel.'],
    ['We stayed at', 'The “Hague”.'],
    ['Vieram uns amigos', 'Das Neves.'],
    ['He got a', 'A grade this time.'],
    ['I chose', 'A, because it is right.'],
  ])('in “%s %s” it does', (before, text) => {
    expect(withoutSentenceCapital(before, text)).toBe(text);
  });

  test.each([
    ['Wir wohnen', 'In Berlin-Mitte.', 'in Berlin-Mitte.'],
    ['When the rain stopped', 'A man came.', 'a man came.'],
    ['I saw', 'A man in black.', 'a man in black.'],
    ['and then', 'The…', 'the…'],
    ['and then', 'The end of John came.', 'the end of John came.'],
    ['Well,', 'Do I know you?', 'do I know you?'],
    ['You know,', 'As I’m late, go.', 'as I’m late, go.'],
  ])('in “%s %s” it does not', (before, text, expected) => {
    expect(withoutSentenceCapital(before, text)).toBe(expected);
  });
});
