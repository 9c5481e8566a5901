export const editorPath = "/staff/briefs";
