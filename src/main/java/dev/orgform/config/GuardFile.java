package dev.orgform.config;

import dev.orgform.model.Admins;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Ignored;
import dev.orgform.model.Limit;
import dev.orgform.model.Limited;
import dev.orgform.model.Policy;
import dev.orgform.model.Policy.Protection;
import dev.orgform.model.Rule;
import dev.orgform.model.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * From the guard file's YAML to what it says; what is wrongly typed counts as not said, because the
 * schema has reported it.
 */
final class GuardFile {
  private final GuardAddresses addresses;
  private final Findings findings;

  GuardFile(Format format, Parents parents, Findings findings) {
    this.addresses = new GuardAddresses(format, parents, findings);
    this.findings = findings;
  }

  Policy policy(Document file) {
    var root = file.root();
    return new Policy(
        Optional.of(root.head().place()),
        protections(root),
        limits(root),
        admins(root),
        maps(root, Words.IGNORE).flatMap(this::ignored).toList(),
        rules(root));
  }

  private List<Protection> protections(Node.Mapping root) {
    var all = new ArrayList<Protection>();
    var seen = new HashMap<String, Node.Scalar>();
    maps(root, Words.PROTECT)
        .forEach(
            map ->
                text(map, Words.ID)
                    .filter(id -> isNew(seen, id))
                    .ifPresent(
                        id ->
                            all.add(
                                new Protection(
                                    id.text(),
                                    text(map, Words.NAME).map(Node.Scalar::text),
                                    id.span().place()))));
    return all;
  }

  private SortedMap<Limited, Limit> limits(Node.Mapping root) {
    var limits = new TreeMap<Limited, Limit>();
    var said = root.get(Words.LIMITS).flatMap(Declaration::map);
    for (var limited : Limited.values()) {
      said.map(map -> map.entries().get(limited.word()))
          .ifPresent(
              entry ->
                  Declaration.map(entry.value())
                      .ifPresent(map -> limits.put(limited, limit(map, entry.key()))));
    }
    return limits;
  }

  private static Limit limit(Node.Mapping map, Node.Scalar key) {
    return new Limit(number(map, Words.COUNT), number(map, Words.PERCENT), key.span().place());
  }

  private static Admins admins(Node.Mapping root) {
    var least = number(root, Words.MIN_ADMINS);
    var required =
        items(root, Words.REQUIRED_ADMINS)
            .flatMap(item -> Declaration.usable(item).stream())
            .map(email -> new Admins.Required(email.text(), email.span().place()))
            .toList();
    return new Admins(
        least.orElse(Admins.DEFAULT.least()),
        Optional.ofNullable(root.entries().get(Words.MIN_ADMINS)).map(e -> e.key().span().place()),
        required);
  }

  private Stream<Ignored> ignored(Node.Mapping map) {
    var fields =
        items(map, Words.FIELDS).flatMap(item -> Declaration.usable(item).stream()).toList();
    var reason = text(map, Words.REASON).map(Node.Scalar::text);
    return text(map, Words.ADDRESS)
        .flatMap(address -> addresses.read(address, fields, reason))
        .stream();
  }

  private List<Rule> rules(Node.Mapping root) {
    var all = new ArrayList<Rule>();
    var seen = new HashMap<String, Node.Scalar>();
    maps(root, Words.RULES)
        .forEach(
            map -> {
              var id = text(map, Words.ID).filter(some -> isNew(seen, some));
              var require = text(map, Words.REQUIRE);
              var message = text(map, Words.MESSAGE);
              if (id.isPresent() && require.isPresent() && message.isPresent()) {
                all.add(rule(map, id.get(), require.get(), message.get()));
              }
            });
    return all;
  }

  private static Rule rule(
      Node.Mapping map, Node.Scalar id, Node.Scalar require, Node.Scalar message) {
    boolean each = text(map, Words.FOR).filter(word -> word.text().equals("change")).isPresent();
    boolean tells =
        text(map, Words.SEVERITY).filter(word -> word.text().equals("warning")).isPresent();
    return new Rule(
        id.text(),
        each ? Rule.Scope.CHANGE : Rule.Scope.PLAN,
        require.text(),
        tells ? Severity.WARNING : Severity.ERROR,
        message.text().strip(),
        require.span().place(),
        WrittenLines.of(require));
  }

  /** Reports one that stands there already. */
  private boolean isNew(Map<String, Node.Scalar> seen, Node.Scalar id) {
    var twin = seen.putIfAbsent(id.text(), id);
    if (twin != null) {
      findings.add(id.span(), GuardFile::twice, twin.span());
    }
    return twin == null;
  }

  private static Diagnostic twice() {
    return Diagnostic.error(Code.DUPLICATE_ID, "This id stands in two places")
        .because("Readers would not know which of the two counts.")
        .todo("Delete one of the two, or correct its id.");
  }

  private static OptionalInt number(Node.Mapping map, String word) {
    return text(map, word)
        .filter(text -> text.text().matches("[0-9]{1,6}"))
        .map(text -> OptionalInt.of(Integer.parseInt(text.text())))
        .orElseGet(OptionalInt::empty);
  }

  private static Optional<Node.Scalar> text(Node.Mapping map, String word) {
    return map.get(word).flatMap(Declaration::usable);
  }

  private static Stream<Node> items(Node.Mapping map, String word) {
    return map.get(word).stream()
        .flatMap(node -> node instanceof Node.Sequence list ? list.items().stream() : Stream.of());
  }

  private static Stream<Node.Mapping> maps(Node.Mapping map, String word) {
    return items(map, word).flatMap(item -> Declaration.map(item).stream());
  }
}
