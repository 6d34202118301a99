package dev.orgform.cli;

import dev.orgform.model.Address;
import dev.orgform.plan.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How much of what is not as declared a plan is about. */
final class ScopeOptions {
  @Option(
      names = {"--converge", "-converge"},
      description = "With --base: fix drift too, and make again what is missing.")
  boolean converge;

  @Option(
      names = {"--target", "-target"},
      paramLabel = "ADDRESS",
      converter = Addresses.class,
      description =
          "Only this (such as organization.acme) and what it rests on; may be given several times.")
  List<Address> targets = new ArrayList<>();

  @Option(
      names = {"--exclude", "-exclude"},
      paramLabel = "ADDRESS",
      converter = Addresses.class,
      description = "Neither this nor what rests on it; may be given several times.")
  List<Address> excluded = new ArrayList<>();

  boolean isAll() {
    return targets.isEmpty() && excluded.isEmpty();
  }

  Selection selection() {
    return new Selection(new TreeSet<>(targets), new TreeSet<>(excluded));
  }

  /** Reads {@code kind.key}. */
  static final class Addresses implements ITypeConverter<Address> {
    @Override
    public Address convert(String text) {
      try {
        return Address.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "'" + text + "' is no address; one looks like organization.acme");
      }
    }
  }
}
