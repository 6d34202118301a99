package dev.orgform.cli;

import dev.orgform.audit.Condition;
import dev.orgform.audit.Filter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Makes two flags of each filter of the audit log: {@code --x} chooses, {@code --not-x} omits. */
final class AuditFilters implements IModelTransformer {
  private static final String NOT = "not-";

  @Override
  public CommandSpec transform(CommandSpec command) {
    for (var filter : Filter.values()) {
      command.addOption(option(filter, "", "Only entries with this: " + filter.meaning() + "."));
      command.addOption(option(filter, NOT, "No entries with this: " + filter.meaning() + "."));
    }
    return command;
  }

  private static OptionSpec option(Filter filter, String before, String description) {
    var name = before + filter.flag();
    return OptionSpec.builder("--" + name, "-" + name)
        .paramLabel(filter.label())
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .description(description)
        .build();
  }

  /** What was asked for, in the order of the filters. */
  static List<Condition> given(CommandSpec command) {
    var conditions = new ArrayList<Condition>();
    for (var filter : Filter.values()) {
      values(command, filter.flag())
          .forEach(value -> conditions.add(new Condition(filter, false, value)));
      values(command, NOT + filter.flag())
          .forEach(value -> conditions.add(new Condition(filter, true, value)));
    }
    return conditions;
  }

  private static List<String> values(CommandSpec command, String flag) {
    return command.findOption("--" + flag).getValue() instanceof List<?> values
        ? values.stream().map(String::valueOf).toList()
        : List.of();
  }
}
