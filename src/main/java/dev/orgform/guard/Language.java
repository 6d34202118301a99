package dev.orgform.guard;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** CEL as rules may use it: what it knows, and how large an expression may be. */
final class Language {
  /** Characters of one expression. */
  private static final int LONGEST = 4_000;

  private static final int SHOWN = 200;

  private static final String FORM =
      "A rule is one CEL expression that is true when it is met. It sees `changes`, `summary` and,"
          + " with `for: change`, `change`; README.md lists their fields.";

  /** Parts of the library's words that help nobody: lists of tokens and of overloads. */
  private static final Pattern NOISE =
      Pattern.compile(
          "(?s)^evaluation error( at <input>:\\d+)?: | \\(in container ''\\)| \\(candidates: .*"
              + "| Overload candidates: .*");

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(32)
          .maxParseExpressionNodeCount(1_000)
          .comprehensionMaxIterations(1_000_000)
          .maxRegexProgramSize(500)
          .build();

  private final CelCompiler forPlan = compiler(false);
  private final CelCompiler forChange = compiler(true);
  private final CelRuntime runtime =
      CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();

  private static CelCompiler compiler(boolean each) {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(new Shapes())
            .addVar(Shapes.CHANGES, Shapes.changes())
            .addVar(Shapes.SUMMARY, Shapes.summary())
            .setResultType(SimpleType.BOOL);
    return each ? builder.addVar(Shapes.CHANGE, Shapes.change()).build() : builder.build();
  }

  /** The rule, ready to be asked; or what is wrong with it, where it stands. */
  Checked<Question> compile(Rule rule) {
    var compiler =
        switch (rule.scope()) {
          case PLAN -> forPlan;
          case CHANGE -> forChange;
        };
    try {
      var result = compiler.compile(rule.require());
      if (result.hasError()) {
        return wrong(rule, result.getErrors().getFirst());
      }
      var tree = result.getAst();
      var unbounded = new Bounds(tree).broken();
      return unbounded.isPresent() ? wrong(rule, unbounded.get()) : question(tree);
    } catch (CelValidationException | CelEvaluationException e) {
      return wrong(rule, CelIssue.formatError(0, 0, sentence(e.getMessage())));
    }
  }

  private Checked<Question> question(CelAbstractSyntaxTree tree) throws CelEvaluationException {
    return Checked.of(new Question(runtime.createProgram(tree)), List.of());
  }

  private static Checked<Question> wrong(Rule rule, CelIssue issue) {
    var at = issue.getSourceLocation();
    boolean ofOne =
        rule.scope() == Rule.Scope.PLAN
            && issue.getMessage().startsWith("undeclared reference to 'change'");
    return Checked.failed(
        List.of(
            Diagnostic.error(Code.BAD_RULE, "The rule `" + rule.id() + "` cannot be asked")
                .because(sentence(issue.getMessage()))
                .todo(ofOne ? "Add `for: change`, which asks the rule of each change." : FORM)
                .at(rule.at(at.getLine(), at.getColumn()))));
  }

  /** What the library says, as a sentence that is not too long. */
  static String sentence(@Nullable String message) {
    var text = NOISE.matcher(Objects.requireNonNullElse(message, "")).replaceAll("").strip();
    if (text.contains("'<EOF>'")) {
      return "The expression ends before it is complete.";
    }
    int tokens = text.indexOf(" expecting ");
    text = tokens < 0 ? text : text.substring(0, tokens);
    if (text.isEmpty()) {
      return "It is wrong.";
    }
    var cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    var whole = cut.substring(0, 1).toUpperCase(Locale.ROOT) + cut.substring(1);
    return whole.endsWith(".") || whole.endsWith("…") ? whole : whole + ".";
  }
}
