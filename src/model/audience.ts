/** Those whose conduct the words concern; for a power or a consequence, those on whom it is exercised. */
export const audiences = ['staff', 'students', 'everyone', 'school', 'board'] as const;

export type Audience = (typeof audiences)[number];

/** Of whom a question is asked. `school` stands for the organisation and whoever acts for it. */
export const askedOf = ['staff', 'students', 'school'] as const;

export type AskedOf = (typeof askedOf)[number];

const answering: Record<AskedOf, readonly Audience[]> = {
  staff: ['staff', 'everyone'],
  students: ['students', 'everyone'],
  school: ['school', 'board', 'staff', 'everyone'],
};

/** A rule for students never answers a question asked about staff, nor the reverse. */
export const audiencesAnswering = (asked: AskedOf): readonly Audience[] => answering[asked];
