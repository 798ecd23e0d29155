/** Slack's limits that we come near, each with why the number is what it is. */
export const LIMITS = {
  /** A message takes 50 blocks; Slack refuses the whole message beyond. */
  messageBlocks: 50,
  /** A Home view takes 100 blocks. */
  viewBlocks: 100,
  /** `view_too_large` beyond 250 kB of JSON; in characters, as if each took two bytes, with room for what surrounds the blocks. */
  viewCharacters: 120_000,
  /** The title, submit and close of a modal share one line. */
  viewTitle: 24,
  /** What one text input of a modal takes. */
  inputText: 3000,
  /** The placeholder of an input or a menu. */
  placeholder: 150,
  /** A block's or an action's id. */
  identifier: 255,
  /** What a modal carries unseen. */
  privateMetadata: 3000,
  /** A response URL works five times in 30 minutes. */
  responses: 5,
  /** `msg_blocks_too_long` comes near 13,200 characters of blocks in all; this leaves room. Counted as JSON. */
  messageCharacters: 12_000,
  /** `text` is cut at 40,000, but `chat.update` takes 4,000: what is posted can then always be updated. */
  messageText: 4000,
  /** A header's text. */
  header: 150,
  /** A text of a section or of a context element. */
  text: 3000,
  /** Elements of one context block. */
  contextElements: 10,
  /** Rows of a table, its header included; a message takes one table. */
  tableRows: 100,
  /** A button's text. */
  buttonText: 75,
  /** A button's value, which comes back when it is pressed. */
  buttonValue: 2000,
  /** Options of a menu or of one of its groups, and groups of a menu. */
  options: 100,
  /** The text of an option, or the label of a group of them. */
  optionText: 75,
  /** A link's address. */
  url: 3000,
} as const;
