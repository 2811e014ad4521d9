/** A condition as it is being written: everything is text until it is sent. */
export interface ConditionDraft {
  id: number;
  field: string;
  op: string;
  value: string;
}

/** A group of conditions and groups. */
export interface GroupDraft {
  id: number;
  joiner: 'and' | 'or';
  members: (ConditionDraft | GroupDraft)[];
}

export const isGroup = (member: ConditionDraft | GroupDraft): member is GroupDraft => 'members' in member;
