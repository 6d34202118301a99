package dev.orgform.cli;

import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Plan;
import dev.orgform.report.DeclaredTree;
import dev.orgform.report.Graph;
import dev.orgform.report.Page;
import dev.orgform.report.StepOrder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Draws the declared tree, or the order of a plan's steps. */
@Command(
    name = "graph",
    header = "Draw the declared tree, or the order of a plan's steps.",
    description = {
      "Without --plan nothing is asked of the API: paths are drawn as the tree that",
      "the YAML declares, a file that `plan -out` wrote as the order of its steps.",
      "Mermaid draws at most 500 arrows unless it is told otherwise."
    },
    footer = {
      "",
      "Examples:",
      "  orgform graph",
      "  orgform graph teams/ --format=mermaid",
      "  orgform graph plan.json",
      "  orgform graph --plan --format=dot examples/quickstart --sandbox"
    })
final class GraphCommand implements Callable<Integer> {
  /** What a drawing is made for. */
  enum Format {
    TEXT,
    DOT,
    MERMAID
  }

  @Spec private CommandSpec spec;
  @ParentCommand private Orgform root;
  @Mixin private PathsParameter paths;
  @Mixin private BaseOption base;
  @Mixin private ConnectOptions connecting;
  @Mixin private ScopeOptions scope;
  @Mixin private SealOptions sealing;
  @Mixin private OutputOptions options;

  @Option(
      names = {"--plan", "-plan"},
      description = "Make a plan, and draw the order of its steps.")
  boolean plan;

  @Option(
      names = {"--format", "-format"},
      paramLabel = "text|dot|mermaid",
      defaultValue = "text",
      converter = Formats.class,
      description = "What to draw it for (default: text).")
  Format format = Format.TEXT;

  @Override
  public Integer call() {
    var shell = root.shell();
    var output = Output.of(shell, options);
    var idle = Idle.flags(spec);
    output.diagnostics(idle);
    if (!idle.isEmpty()) {
      return output.exit();
    }
    var file = planFile(shell);
    if (file.isPresent() && (plan || paths.paths.size() > 1)) {
      output.diagnostic(alone(file.get()));
    } else if (file.isPresent()) {
      output
          .told(SavedFile.open(shell, file.get(), sealing))
          .ifPresent(saved -> steps(output, saved.plan().plan()));
    } else if (plan) {
      output.diagnostics(Idle.variables(spec, shell));
      return Reading.of(
          shell,
          output,
          () -> {
            planned(shell, output).ifPresent(one -> steps(output, one));
            return output.exit();
          });
    } else {
      output
          .told(Configured.load(shell, paths))
          .map(configuration -> configuration.desired())
          .ifPresent(
              desired ->
                  draw(
                      output, () -> DeclaredTree.text(desired), () -> DeclaredTree.graph(desired)));
    }
    return output.exit();
  }

  private Optional<Path> planFile(Shell shell) {
    return paths.paths.stream()
        .filter(path -> PlanFile.looksLikePlan(shell.directory().resolve(path)))
        .findFirst();
  }

  private static Diagnostic alone(Path file) {
    return Diagnostic.error(Code.BAD_USAGE, "A saved plan stands alone")
        .because(file + " is a saved plan, and its steps are drawn as they are.")
        .todo("Give it as the only path and without --plan.");
  }

  /** A plan that is refused is drawn as well, after what was said against it. */
  private Optional<PlanDocument> planned(Shell shell, Output output) {
    var opened = Planning.open(shell, output, paths, base, connecting);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (var planning = opened.get()) {
      var terms = planning.terms(shell, output, connecting, scope, said -> said);
      Optional<Plan> made = planning.steps(output, connecting, terms);
      made.ifPresent(one -> output.diagnostics(one.diagnostics()));
      return made.map(one -> PlanDocument.of(one, Version.current()));
    }
  }

  private void steps(Output output, PlanDocument document) {
    draw(output, () -> StepOrder.text(document), () -> StepOrder.graph(document));
  }

  private void draw(Output output, Supplier<Page> text, Supplier<Graph> graph) {
    switch (format) {
      case TEXT -> output.page(text.get());
      case DOT -> output.drawing(graph.get().dot());
      case MERMAID -> output.drawing(graph.get().mermaid());
    }
  }

  /** Reads a format by its word in lower case. */
  static final class Formats implements ITypeConverter<Format> {
    @Override
    public Format convert(String text) {
      for (var format : Format.values()) {
        if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
          return format;
        }
      }
      throw new TypeConversionException("'" + text + "' is not text, dot or mermaid");
    }
  }
}
