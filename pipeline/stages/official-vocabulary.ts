import { templates } from '../templates/index.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** The words of the official templates, folded once per process. */
export const officialVocabulary: Vocabulary = vocabularyOf(Object.values(templates));
