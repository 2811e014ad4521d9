import { isSigned } from './signed-request';

const id = '0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11';
const signer = {
  verify: (purpose: string, of: string, expires: string | number, signature: string) =>
    purpose === 'download' && of === id && expires === '9' && signature === 'right',
};

function ask(query: Record<string, string | string[]>, headers = {}, path = id): boolean {
  return isSigned({ params: { id: path }, query, headers }, signer);
}

describe('A signed request', () => {
  it('is one whose signature is right, in whatever case the id is written', () => {
    expect(ask({ expires: '9', signature: 'right' })).toBe(true);
    expect(ask({ expires: '9', signature: 'right' }, {}, id.toUpperCase())).toBe(true);
  });

  it('is none without a signature: then the token decides', () => {
    expect(ask({})).toBe(false);
    expect(ask({ expires: '9' })).toBe(false);
  });

  it.each([
    ['a wrong signature', { expires: '9', signature: 'wrong' }],
    ['another instant', { expires: '10', signature: 'right' }],
    ['no instant', { signature: 'right' }],
    ['a repeated signature', { expires: '9', signature: ['right', 'right'] }],
  ])('is refused with 403 for %s', (_, query) => {
    expect(() => ask(query)).toThrow(expect.objectContaining({ code: 'link_expired' }) as Error);
  });

  it('leaves the decision to a token that comes with a wrong signature', () => {
    expect(ask({ expires: '9', signature: 'wrong' }, { authorization: 'Bearer x' })).toBe(false);
  });
});
