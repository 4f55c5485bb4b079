import { z } from 'zod';
import { bilingual } from './lang.ts';

/** Editorial notes: ours, in both languages, beside the policy and never in it. */
export const noteKinds = ['copy', 'counting', 'sic', 'law', 'reading', 'tension'] as const;
export type NoteKind = (typeof noteKinds)[number];

const note = z
  .strictObject({
    on: z.string().meta({ description: '"copy" for the copy as a whole, or the id of a clause.' }),
    kind: z.enum(noteKinds),
    words: z.string().min(1).optional().meta({ description: 'The words of the clause that the note is about.' }),
    ...bilingual.shape,
    source: bilingual.optional().meta({ description: 'For a note on the law: the statute, as one cites it.' }),
    checked: z.iso.date().optional().meta({ description: 'For a note on the law: the day it was checked.' }),
  })
  .refine((value) => value.kind !== 'sic' || value.words !== undefined, {
    path: ['words'],
    message: 'the faulty words, as the source prints them',
  })
  .refine((value) => value.kind !== 'law' || value.source !== undefined, {
    path: ['source'],
    message: 'for a note on the law, the statute, as one cites it',
  })
  .refine((value) => value.kind !== 'law' || value.checked !== undefined, {
    path: ['checked'],
    message: 'for a note on the law, the day it was checked',
  });

export const notesSchema = z.array(note);
export type Note = z.infer<typeof note>;
