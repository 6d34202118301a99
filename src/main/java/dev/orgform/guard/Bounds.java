package dev.orgform.guard;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what could compute for ever in one step, where the {@link Budget} counts nothing: texts and
 * lists that double each other, and comparisons of the trees that come of that.
 */
record Bounds(CelAbstractSyntaxTree tree) {
  private static final Set<String> JOINS = Set.of("add_string", "add_bytes", "add_list");

  private static final Set<CelType> SMALL =
      Set.of(
          SimpleType.BOOL,
          SimpleType.INT,
          SimpleType.UINT,
          SimpleType.DOUBLE,
          SimpleType.STRING,
          SimpleType.BYTES,
          SimpleType.NULL_TYPE,
          SimpleType.TIMESTAMP,
          SimpleType.DURATION);

  /** Characters of a pattern times all its repetitions. */
  private static final int LARGEST_PATTERN = 2_000;

  private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?");

  /** The first such part, as an issue. */
  Optional<CelIssue> broken() {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(node -> node.expr())
        .filter(part -> part.getKind() == CelExpr.ExprKind.Kind.CALL)
        .flatMap(part -> broken(part).stream())
        .findFirst();
  }

  private Optional<CelIssue> broken(CelExpr part) {
    var arguments = part.call().args();
    return switch (part.call().function()) {
      case "_+_" ->
          joins(part) && !isOfMacro(arguments)
              ? issue(part, "Rules add numbers and times only, not texts and lists")
              : Optional.empty();
      case "_==_", "_!=_" ->
          arguments.stream().anyMatch(this::isSmall)
              ? Optional.empty()
              : issue(part, "One side of a comparison must be a text, a number, a boolean or null");
      case "@in" ->
          isSmall(arguments.getFirst()) || isOfSmall(arguments.getLast())
              ? Optional.empty()
              : issue(part, "What is sought with `in` must be a text, a number or a boolean");
      case "matches" -> pattern(part, arguments.getLast());
      default -> Optional.empty();
    };
  }

  /** The library expands repetitions before it counts, so that a short pattern can fill memory. */
  private Optional<CelIssue> pattern(CelExpr part, CelExpr pattern) {
    if (pattern.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      return issue(part, "The pattern of `matches` must stand in the rule as a text");
    }
    var text = pattern.constant().stringValue();
    long size = text.length();
    var repetitions = REPETITION.matcher(text);
    while (repetitions.find() && size <= LARGEST_PATTERN) {
      size *= Math.max(1, Math.max(number(repetitions.group(1)), number(repetitions.group(2))));
    }
    return size > LARGEST_PATTERN
        ? issue(part, "The pattern of `matches` is too long or repeats too much")
        : Optional.empty();
  }

  private static long number(@Nullable String digits) {
    return digits == null || digits.isEmpty() ? 1 : Long.parseLong(digits);
  }

  private boolean joins(CelExpr part) {
    return tree.getReference(part.id()).stream()
        .flatMap(reference -> reference.overloadIds().stream())
        .anyMatch(JOINS::contains);
  }

  /** Whether {@code map} or {@code filter} was written, which add one element at a time. */
  private static boolean isOfMacro(List<CelExpr> arguments) {
    var first = arguments.getFirst();
    return first.getKind() == CelExpr.ExprKind.Kind.IDENT && first.ident().name().startsWith("@");
  }

  private boolean isSmall(CelExpr part) {
    return tree.getType(part.id())
        .map(type -> SMALL.contains(type) || type.kind() == CelKind.TYPE)
        .orElse(false);
  }

  private boolean isOfSmall(CelExpr list) {
    return tree.getType(list.id())
        .map(
            type ->
                type instanceof ListType some && SMALL.contains(some.elemType())
                    || type instanceof MapType)
        .orElse(false);
  }

  private Optional<CelIssue> issue(CelExpr part, String message) {
    var source = tree.getSource();
    var at =
        Optional.ofNullable(source.getPositionsMap().get(part.id()))
            .flatMap(source::getOffsetLocation)
            .orElse(CelSourceLocation.of(1, 0));
    return Optional.of(CelIssue.formatError(at, message));
  }
}
