/** Words of the overview: numbers, appendix, chart. */
export const overview = {
  overview: {
    title: 'Tổng quan',
  },
};
