export const Mark = ({ size = 24 }: { size?: number }) => (
  <svg aria-hidden viewBox="0 0 24 24" width={size} height={size} className="shrink-0">
    <rect width="24" height="24" rx="6" className="fill-ink" />
    <path d="M7.5 14a4.5 4.5 0 0 1 9 0z" className="fill-brand" />
    <rect x="4.5" y="15" width="15" height="2" rx="1" className="fill-on-ink" />
  </svg>
);

export const Brand = () => (
  <span className="flex items-center gap-2.5 text-16 font-title">
    <Mark />
    Bright Run
  </span>
);
