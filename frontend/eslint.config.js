import jsxA11y from "eslint-plugin-jsx-a11y";
import noUnsanitized from "eslint-plugin-no-unsanitized";
import reactHooks from "eslint-plugin-react-hooks";
import security from "eslint-plugin-security";
import tseslint from "typescript-eslint";

const SHARED = ["src/api/**", "src/components/**", "src/lib/**"];

/** One way through the house: shared, then features, then app. */
const layer = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { "no-restricted-imports": ["error", { patterns }] },
});

export default tseslint.config(
  { ignores: ["dist/**", "public/**", "src/api/schema.gen.ts"] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["**/*.{ts,tsx}"] })),
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "react-hooks": reactHooks, security },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "max-lines": ["error", { max: 250 }],
      "no-restricted-syntax": [
        "error",
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "Generated text is shown as text only." },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // An event handler may start work whose outcome the query layer reports.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "security/detect-eval-with-expression": "error",
      "security/detect-unsafe-regex": "error",
      "security/detect-bidi-characters": "error",
    },
  },
  { files: ["src/**/*.tsx"], ...jsxA11y.flatConfigs.strict },
  {
    files: ["src/**/*.tsx"],
    rules: {
      "jsx-a11y/label-has-associated-control": [
        "error",
        { controlComponents: ["Checkbox", "Radio", "Input", "Select"], assert: "either", depth: 4 },
      ],
    },
  },
  // The table library hands out functions that change without changing identity; nothing here is memoised by the compiler.
  { files: ["src/components/data-table/table.tsx", "src/components/data-table/drawn.ts"], rules: { "react-hooks/incompatible-library": "off" } },
  noUnsanitized.configs.recommended,
  layer(SHARED, [{ group: ["@/features/*", "@/app/*"], message: "Shared code knows no feature and no page." }]),
  layer(
    ["src/features/**"],
    [{ group: ["@/app/*"], message: "A feature does not know the app around it." }],
  ),
);
