interface Group {
  where: string;
  lines: [what: string, keys: string[]][];
}

/** What the keyboard can do, as the sheet shows it: a column each. */
export const COLUMNS: readonly (readonly Group[])[] = [
  [
    {
      where: "Decide",
      lines: [
        ["Approve, and next", ["A"]],
        ["Reject, asks for a reason first", ["R"]],
        ["Flag, asks for a reason first", ["F"]],
        ["Choose a reason", ["1", "6"]],
        ["Send it, with or without a reason", ["Enter"]],
        ["Write a note", ["N"]],
        ["Undo the last thing", ["Z"]],
      ],
    },
    {
      where: "Move",
      lines: [
        ["Next conversation", ["J"]],
        ["Previous conversation", ["K"]],
        ["Next turn", ["Down"]],
        ["Previous turn", ["Up"]],
        ["Close what is open", ["Esc"]],
      ],
    },
  ],
  [
    {
      where: "Change",
      lines: [
        ["Edit this turn", ["E"]],
        ["Say what to change", ["I"]],
        ["Comment on this turn", ["M"]],
        ["Copy the conversation", ["Y"]],
      ],
    },
    {
      where: "Check",
      lines: [
        ["Show the facts behind it", ["T"]],
        ["All versions", ["V"]],
        ["Compare two versions", ["C"]],
        ["Next difference", ["D"]],
        ["Keep left or right, and approve", ["1", "2"]],
      ],
    },
  ],
  [
    {
      where: "While typing",
      lines: [
        ["Save and close", ["Ctrl", "Enter"]],
        ["Close, your text is kept", ["Esc"]],
        ["Approve and next", ["Ctrl", "Shift", "A"]],
      ],
    },
    {
      where: "In the table",
      lines: [
        ["Next and previous row", ["J", "K"]],
        ["Select the row", ["Space"]],
        ["Select all that are shown", ["Ctrl", "A"]],
        ["Open the row", ["Enter"]],
        ["Review from here on", ["Shift", "Enter"]],
        ["Next and previous page", ["]", "["]],
        ["Search", ["/"]],
        ["This sheet", ["?"]],
      ],
    },
  ],
];
