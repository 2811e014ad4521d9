import { reaches, ROLES } from './caller';

describe('reaches', () => {
  it('lets a role do what it and the lower ones may, and nothing higher', () => {
    const allowed = ROLES.map((role) => ROLES.filter((least) => reaches(role, least)));
    expect(allowed).toEqual([['viewer'], ['viewer', 'member'], ['viewer', 'member', 'editor'], [...ROLES]]);
  });
});
