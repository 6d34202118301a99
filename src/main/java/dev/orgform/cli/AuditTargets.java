package dev.orgform.cli;

import dev.orgform.api.Call;
import dev.orgform.audit.Subject;
import dev.orgform.config.Configuration;
import dev.orgform.config.Nearest;
import dev.orgform.kinds.Kinds;
import dev.orgform.model.Address;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Value;
import dev.orgform.plan.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Finds out which organizations are meant by what people type: ids need no request, names and
 * addresses one, which lists what lives.
 */
final class AuditTargets {
  private static final Pattern FULL_ID = Pattern.compile("[0-9a-z]{32}");

  private final Supplier<Checked<Configuration>> configuration;
  private final Function<Desired, Checked<Survey>> survey;

  /**
   * What is meant.
   *
   * @param organization whose log it is
   * @param subject to what the log is narrowed down, where it is
   */
  record Target(String organization, Optional<Subject> subject) {}

  /**
   * Asks only where it must.
   *
   * @param configuration for addresses
   * @param survey of what lives, for names and addresses
   */
  AuditTargets(
      Supplier<Checked<Configuration>> configuration, Function<Desired, Checked<Survey>> survey) {
    this.configuration = configuration;
    this.survey = survey;
  }

  Checked<List<Target>> find(List<String> words) {
    if (words.stream().allMatch(word -> FULL_ID.matcher(word).matches())) {
      return Checked.of(
          words.stream().map(word -> new Target(word, Optional.empty())).toList(), List.of());
    }
    var declared = declaredBy(words);
    if (declared.value().isEmpty()) {
      return Checked.failed(declared.diagnostics());
    }
    var desired = declared.value().get();
    var read = survey.apply(tree(desired));
    if (read.value().isEmpty()) {
      return Checked.failed(read.diagnostics());
    }
    return found(words, desired, read.value().get());
  }

  /** The configuration where an address is asked for, else nothing. */
  private Checked<Desired> declaredBy(List<String> words) {
    if (words.stream().allMatch(word -> declared(word).isEmpty())) {
      return Checked.of(new Desired(Resources.NONE, Map.of(), List.of()), List.of());
    }
    var loaded = configuration.get();
    return new Checked<>(loaded.value().map(Configuration::desired), loaded.diagnostics());
  }

  /** The organizations alone, which one list tells of. */
  private static Desired tree(Desired desired) {
    var organizations =
        desired.resources().all().stream()
            .filter(one -> one.kind().form() instanceof Kind.Form.Branch)
            .toList();
    return new Desired(Resources.of(organizations), desired.formerNames(), List.of());
  }

  private static Checked<List<Target>> found(List<String> words, Desired desired, Survey survey) {
    var targets = new ArrayList<Target>();
    var problems = new ArrayList<Diagnostic>();
    for (var word : words) {
      var address = declared(word);
      var one =
          address.isPresent()
              ? declared(address.get(), desired, survey)
              : named(word, desired, survey);
      one.value().ifPresent(targets::add);
      problems.addAll(one.diagnostics());
    }
    return problems.isEmpty()
        ? Checked.of(List.copyOf(targets), List.of())
        : Checked.failed(problems);
  }

  /** An address such as {@code profile.acme}, of a kind that there is. */
  private static Optional<Address> declared(String word) {
    boolean known =
        Kinds.kinds().stream().anyMatch(kind -> word.startsWith(kind.name() + "."))
            && word.indexOf('.') < word.length() - 1;
    return known ? Optional.of(Address.parse(word)) : Optional.empty();
  }

  private static Checked<Target> declared(Address address, Desired desired, Survey survey) {
    if (address.key().startsWith("id:") && Call.isId(address.undeclaredId())) {
      return target(address.undeclaredId(), Optional.empty());
    }
    var resource = desired.resources().get(address);
    if (resource.isEmpty()) {
      return unknown(
          "No file declares " + address,
          address.toString(),
          desired.resources().byAddress().keySet().stream().map(Address::toString).toList());
    }
    boolean tree = resource.get().kind().form() instanceof Kind.Form.Branch;
    var owner = tree ? Optional.of(address) : resource.get().fields().refs().stream().findFirst();
    var id = owner.flatMap(one -> Optional.ofNullable(survey.ids().get(one)));
    if (id.isEmpty()) {
      return Checked.failed(
          List.of(
              Diagnostic.error(Code.NO_SUCH_ORGANIZATION, address + " does not live")
                  .because("Nothing live matches the organization that it is or belongs to.")
                  .todo("Ask for the log of the organization above it, or plan and apply first.")
                  .about(address)));
    }
    return target(
        id.get(), tree ? Optional.empty() : Optional.of(Subject.living(resource.get(), id.get())));
  }

  private static Checked<Target> named(String word, Desired desired, Survey survey) {
    var candidates = new ArrayList<Resource>(survey.unmanaged());
    desired
        .resources()
        .all()
        .forEach(
            one ->
                Optional.ofNullable(survey.ids().get(one.address()))
                    .ifPresent(
                        id ->
                            candidates.add(
                                new Resource(
                                    one.address(),
                                    one.kind(),
                                    Optional.of(id),
                                    one.fields(),
                                    one.place()))));
    var byId = candidates.stream().filter(one -> one.id().equals(Optional.of(word))).toList();
    var matching =
        byId.isEmpty() ? candidates.stream().filter(one -> name(one).equals(word)).toList() : byId;
    if (matching.size() == 1) {
      return target(matching.getFirst().id().orElseThrow(), Optional.empty());
    }
    if (matching.isEmpty()) {
      return unknown(
          "No live organization has the id or name \"" + word + "\"",
          word,
          candidates.stream().map(AuditTargets::name).toList());
    }
    return Checked.failed(
        List.of(
            Diagnostic.error(
                    Code.AMBIGUOUS_MATCH,
                    matching.size() + " live organizations are named \"" + word + "\"")
                .because(
                    "Their ids are "
                        + String.join(
                            ", ", matching.stream().flatMap(one -> one.id().stream()).toList())
                        + ".")
                .todo("Give the id of the one that is meant.")));
  }

  private static String name(Resource resource) {
    return resource.fields().get("name") instanceof Value.Text name ? name.text() : "";
  }

  private static Checked<Target> target(String id, Optional<Subject> subject) {
    return Checked.of(new Target(id, subject), List.of());
  }

  private static Checked<Target> unknown(String summary, String word, List<String> known) {
    var hint = Nearest.hint(word, known);
    return Checked.failed(
        List.of(
            Diagnostic.error(Code.NO_SUCH_ORGANIZATION, summary)
                .because(hint)
                .todo(
                    "Give an id, a live organization's name, or an address of the configuration"
                        + " such as organization.acme.")));
  }
}
