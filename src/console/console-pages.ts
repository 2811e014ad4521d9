/** First part of the path of every page of the console but its start page, which is `/`. */
export const CONSOLE_PAGES = ['import', 'export', 'explore', 'calendars', 'types', 'jobs'] as const;
