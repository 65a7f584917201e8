import { describe, expect, test } from 'vitest';
import { shapeAfter } from './shaping.ts';

test.each([
  ['nothing stands before it', '', 'Hold a key.', 'Hold a key.'],
  ['a sentence stands before it', 'Let it go.', 'Hold a key.', ' Hold a key.'],
  ['a quoted sentence stands before it', '“Let it go.”', 'Hold a key.', ' Hold a key.'],
  ['a line was ended before it', 'Let it go\n', 'Hold a key.', 'Hold a key.'],
  ['it begins with a mark', 'Let it go', ', please.', ', please.'],
  ['it begins with a number', 'and', '42 keys.', ' 42 keys.'],
  ['it begins with a picture', 'Well done', '👍', ' 👍'],
  ['a picture stands before it', 'Well done 👍', 'Thanks.', ' Thanks.'],
])('%s', (_when, before, text, shaped) => {
  expect(shapeAfter(before, text)).toBe(shaped);
});

describe('the capital of the recogniser is kept', () => {
  test.each([
    ['I met', 'John yesterday.'],
    ['Ich habe einen', 'Hund.'],
    ['Then,', 'Éclairs please.'],
    ['and then', 'I hold it.'],
    ['and then', 'I’m here.'],
    ['and then', "I'll go."],
    ['and the', 'CPU is hot.'],
    ['from the', 'US to Canada.'],
    ['I asked for', 'IT support.'],
    ['and', 'McKay said.'],
    ['I know', 'Will from work.'],
    ['in', 'May we go.'],
    ['I met', 'Al at noon.'],
    ['Dann sagte ich, dass', 'Sie kommen.'],
    ['He flew to', 'La Paz.'],
    ['We saw', 'The Hague.'],
    ['a painting by', 'Da Vinci.'],
    ['I got a', 'B in maths.'],
    ['Vitamin', 'A, mostly.'],
    ['Il parle de', 'L’Oréal.'],
    ['and', 'O’Brien left.'],
    ['He said', '“The end.”'],
    ['Is it over?', 'The end.'],
    ['Remember:', 'The end.'],
    ['He said “', 'The end.”'],
    ['Well done 👍', 'The end.'],
    ['I got an', 'A in maths.'],
    ['The plan was', 'A or B.'],
    ['I met', 'In-Young Kim.'],
    ['We bought it', 'On.com sells it.'],
    ['We drive to', 'Des Moines.'],
  ])('if “%s” goes on with “%s”, which begins or may begin with a name', (before, text) => {
    expect(shapeAfter(before, text).trimStart()).toBe(text);
  });
});

describe('the first letter is small', () => {
  test.each([
    ['When you hold a key', 'The text appears.', ' the text appears.'],
    ['I need', 'A pen.', ' a pen.'],
    ['He came,', 'And John went.', ' and John went.'],
    ['I think', "It's late.", " it's late."],
    ['I know', 'They don’t.', ' they don’t.'],
    ['so', 'Don’t go.', ' don’t go.'],
    ['Ich habe', 'Einen Hund.', ' einen Hund.'],
    ['Ich weiß, dass', 'Der Hund bellt.', ' der Hund bellt.'],
    ['Ich sehe, dass', 'Das Haus brennt.', ' das Haus brennt.'],
    ['I think', 'Yesterday was better.', ' yesterday was better.'],
    ['je crois', 'Aujourd’hui il pleut.', ' aujourd’hui il pleut.'],
    ['we have', 'On-demand video.', ' on-demand video.'],
    ['He said “stop”', 'And left.', ' and left.'],
    ['Well done 👍 and then', 'The end.', ' the end.'],
    ['Je crois', "Qu'il vient.", " qu'il vient."],
    ['je pense', 'À toi.', ' à toi.'],
    ['Creo que', 'Él no viene.', ' él no viene.'],
    ['voy', 'Al cine con ellos.', ' al cine con ellos.'],
    ['penso che', 'Non vengono.', ' non vengono.'],
    ['acho que', 'Não vem.', ' não vem.'],
  ])(
    'if “%s” goes on with a word that has a capital only at the beginning of a sentence',
    (before, text, shaped) => {
      expect(shapeAfter(before, text)).toBe(shaped);
    },
  );
});

describe('there is no space', () => {
  test.each([
    ['今天天气很好。', '我们出去吧。'],
    ['今天天气很好', '我们出去吧'],
    ['東京に行きました。', 'タワーを見た。'],
    ['ไปเที่ยว', 'กรุงเทพ'],
    ['ສະບາຍດີ', 'ຂອບໃຈ'],
    ['សួស្តី', 'អរគុណ'],
    ['မင်္ဂလာပါ။', 'ကျေးဇူး'],
    ['བཀྲ་ཤིས།', 'བདེ་ལེགས།'],
    ['你好！', 'Hello.'],
    ['他说“你好。”', '然后走了。'],
    ['今年是', '2026年。'],
    ['很好👍', '谢谢。'],
    ['Hello', '（笑）'],
    ['see (', 'page two)'],
    ['He said “', 'stop.'],
    ['He said "', 'stop.'],
    ['¿', 'vamos?'],
    ['well-', 'known'],
    ['and—', 'then'],
    ['and', '—then'],
    ['à l’', 'hôpital'],
    ['and/', 'or'],
    ['(see', ')'],
    ['“stop', '” he said'],
    ['it', '’s late'],
    ['50', '%'],
    ['قال', '، ثم'],
    ['line\u200f\n', 'next'],
    ['\u200fline\n\u200f\u200f', 'next'],
    ['"', 'Hello.'],
    ['He said “stop', '”'],
    ['Il a dit “oui', '” puis « non ».'],
    ['Il a dit «', 'oui'],
    ['Il a dit ‹', 'oui'],
    ['Er sagte »', 'halt'],
    ['Er sagte ›', 'halt'],
    ['er sagte »halt', '« und ging'],
    ['我说', '“谢谢”'],
    ['我有', '3 apples.'],
    ['Room 3', '在这里'],
    ['👍🏽', '谢谢'],
    ['anything', ''],
  ])('between “%s” and “%s”', (before, text) => {
    expect(shapeAfter(before, text)).toBe(text);
  });
});

describe('there is a space', () => {
  test.each([
    ['오늘은', '서울에'],
    ['今天用', 'iPhone 拍照'],
    ['Hello', '你好'],
    ['Hello.', '你好'],
    ['مرحبا', 'بك'],
    ['שלום.', 'תודה'],
    ['מה?\u200f', 'כן'],
    ['He said “stop”', 'twice.'],
    ['He said "stop"', 'twice.'],
    ['the dogs’', 'tails'],
    ['yes –', 'no'],
    ['yes', '– no'],
    ['it is', '-5 outside'],
    ['he said', '"stop"'],
    ['er sagte', '»halt«'],
    ['Oui', '« Non »'],
    ['« Oui »', 'puis non'],
    ['Il a dit « oui »', 'puis non'],
    ['a well-known', 'brand'],
    ['l’hôpital', 'est grand'],
    ['他说。OK', 'next'],
    ['Hello', 'there（笑）'],
    ['OK', '谢谢'],
    ['3 keys', '谢谢'],
    ['谢谢', 'keys 3'],
    ['3', '👍 谢谢'],
    ['很好👍', '5 keys'],
    ['2 +', '+ 3'],
    ['+', '2'],
    ['2', '+'],
    ['(yes)', 'no'],
    ['3', '4 keys'],
  ])('between “%s” and “%s”', (before, text) => {
    expect(shapeAfter(before, text)).toBe(` ${text}`);
  });
});

test('a long run of invisible characters is handled in linear time', () => {
  // A search from each of its characters would take a minute.
  expect(shapeAfter(`${'\u200b'.repeat(100_000)}x`, 'Y')).toBe(' Y');
});
