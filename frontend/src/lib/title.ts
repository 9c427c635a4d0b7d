let page = "";
let progress = "";

const show = (): void => {
  document.title = [progress, page, "Bright Run"].filter(Boolean).join(" · ");
};

export const titlePage = (name: string): void => {
  page = name;
  show();
};

/** "68 %" in front of every page's title while something runs. */
export const titleProgress = (text: string): void => {
  progress = text;
  show();
};
