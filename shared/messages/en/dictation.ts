/** The page of what happens to dictated text. */
export const dictation = {
  title: 'Insertion',
};
