package dev.orgform.config;

import dev.orgform.model.Address;
import dev.orgform.model.Checked;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Field;
import dev.orgform.model.Kind;
import dev.orgform.model.Value;
import dev.orgform.scribe.FieldForm;
import dev.orgform.scribe.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Changes configuration files so that fields say what is live: only the scalars and entries
 * concerned, with comments, order, quotes and line ends as they are. What was changed is
 * {@linkplain Proof proven} before anybody sees it.
 */
public final class Amendment {
  private final Sources sources;
  private final Map<String, String> environment;
  private final List<Kind> kinds;
  private final Format format;
  private final List<Diagnostic> refused = new ArrayList<>();
  private final Rewriting rewriting = new Rewriting();

  private Amendment(Sources sources, Map<String, String> environment, List<Kind> kinds) {
    this.sources = sources;
    this.environment = environment;
    this.kinds = kinds;
    this.format = Format.of(kinds);
  }

  /**
   * A field that shall say something else.
   *
   * @param live what it shall say
   */
  public record Wish(Address address, Field field, Value live) {}

  /**
   * Somebody who shall stand on a list, or not any more.
   *
   * @param address theirs
   * @param owner the key of the organization that has the list
   * @param word what the list stands under
   * @param text as it is written
   * @param listed whether they shall stand there
   */
  public record Entry(Address address, String owner, String word, String text, boolean listed) {}

  /**
   * One file.
   *
   * @param name as people see it
   * @param before its text, without a byte order mark
   * @param after its text then
   */
  public record Amended(String name, String before, String after) {}

  /**
   * The files that have to change; all wishes are met, or none and why.
   *
   * @param sources of a configuration in which nothing is wrong
   */
  public static Checked<List<Amended>> of(
      Sources sources,
      Map<String, String> environment,
      List<Kind> kinds,
      List<Wish> wishes,
      List<Entry> entries) {
    return new Amendment(sources, environment, kinds).amended(wishes, entries);
  }

  private Checked<List<Amended>> amended(List<Wish> wishes, List<Entry> entries) {
    var reading = new Reading(new Substitution(environment), new Findings());
    reading.all(sources.find());
    var declarations =
        reading.documents().stream().flatMap(d -> Declaration.in(d.root()).stream()).toList();
    // The entries of one block are changed together, because their edits would meet.
    var blocks = new LinkedHashMap<Address, SortedMap<String, Wish>>();
    for (var wish : wishes) {
      blocks
          .computeIfAbsent(wish.address(), address -> new TreeMap<>())
          .put(wish.field().name(), wish);
    }
    blocks.forEach((address, some) -> meet(declarations, address, List.copyOf(some.values())));
    // So are those of one list.
    var lists = new LinkedHashMap<String, List<Entry>>();
    entries.forEach(
        entry ->
            lists
                .computeIfAbsent(entry.owner() + " " + entry.word(), list -> new ArrayList<>())
                .add(entry));
    lists.values().forEach(some -> list(declarations, some));
    if (!refused.isEmpty()) {
      return Checked.failed(refused);
    }
    var files = new ArrayList<Amended>();
    rewriting
        .results()
        .forEach((source, after) -> files.add(new Amended(source.name(), source.text(), after)));
    var broken = new Proof(sources, environment, kinds).broken(files, wishes, entries);
    return broken.isPresent()
        ? Checked.failed(List.of(broken.get()))
        : Checked.of(files, List.of());
  }

  private void meet(List<Declaration> declarations, Address address, List<Wish> wishes) {
    var declaration =
        declarations.stream().filter(one -> one.name().equals(address.key())).findFirst();
    if (declaration.isEmpty()) {
      throw new IllegalArgumentException(address + " is declared nowhere");
    }
    try {
      if (address.kind().equals(format.branch().name())) {
        for (var wish : wishes) {
          organization(declaration.get(), wish);
        }
      } else {
        block(declaration.get(), address, wishes);
      }
    } catch (CannotEdit e) {
      refused.add(e.diagnostic(address.toString()).about(address));
    }
  }

  private void organization(Declaration declaration, Wish wish) throws CannotEdit {
    var entry = declaration.body().entries().get(wish.field().name());
    if (wish.field().shape() == Field.Shape.REF) {
      if (entry != null
          && entry.value() instanceof Node.Scalar scalar
          && wish.live() instanceof Value.Ref ref
          && Address.KEY.matcher(ref.to().key()).matches()) {
        rewriting.text(scalar, ref.to().key(), false);
        return;
      }
      throw new CannotEdit(
          declaration.key().span(),
          "It lives under another parent, and a declaration is only moved by hand.");
    }
    if (entry == null) {
      throw new CannotEdit(declaration.key().span(), "The file does not say it there.");
    }
    new FieldEdit(rewriting, false).value(entry, Optional.empty(), wish.live());
  }

  private void block(Declaration declaration, Address address, List<Wish> wishes)
      throws CannotEdit {
    var word = word(address);
    var own = declaration.body().entries().get(word);
    var under = declaration.defaults().flatMap(d -> d.get(word)).flatMap(Declaration::map);
    var come = new LinkedHashMap<String, Yaml>();
    for (var wish : wishes) {
      var name = wish.field().name();
      var below = under.flatMap(map -> map.get(name));
      var entry =
          own != null && own.value() instanceof Node.Mapping map ? map.entries().get(name) : null;
      boolean typed = wish.field().shape() == Field.Shape.TEXT_OR_JSON;
      if (entry != null) {
        var wanted = FieldEdit.wanted(entry.value(), wish.field().shape(), wish.live());
        new FieldEdit(rewriting, typed).value(entry, below, wanted);
      } else {
        var written = FieldForm.of(wish.field().shape(), wish.live());
        come.put(
            name,
            written instanceof Yaml.Block && wish.live() instanceof Value.Json json
                ? new FieldEdit(rewriting, typed).over(below, json.content())
                : written);
      }
    }
    if (!come.isEmpty()) {
      add(declaration, own, word, come);
    }
  }

  private void add(
      Declaration declaration, Node.@Nullable Entry own, String word, Map<String, Yaml> come)
      throws CannotEdit {
    if (own != null && own.value() instanceof Node.Mapping map && !map.entries().isEmpty()) {
      rewriting.entries(own, map, Set.of(), come);
    } else if (own != null) {
      rewriting.value(own, new Yaml.Block(new LinkedHashMap<>(come)));
    } else {
      var block = new LinkedHashMap<String, Yaml>();
      block.put(word, new Yaml.Block(new LinkedHashMap<>(come)));
      var holder = new Node.Entry(declaration.key(), declaration.body());
      rewriting.entries(holder, declaration.body(), Set.of(), block);
    }
  }

  private void list(List<Declaration> declarations, List<Entry> entries) {
    var first = entries.getFirst();
    var declaration =
        declarations.stream().filter(one -> one.name().equals(first.owner())).findFirst();
    var own = declaration.map(one -> one.body().entries().get(first.word()));
    try {
      if (own.isEmpty() || !(own.get().value() instanceof Node.Sequence list)) {
        throw new CannotEdit(
            declaration.orElseThrow().key().span(),
            "Its list stands in `defaults`, which lie under other organizations as well.");
      }
      var come = new ArrayList<Yaml>();
      var gone = new TreeSet<Integer>();
      for (var entry : entries) {
        if (entry.listed()) {
          come.add(new Yaml.Text(entry.text()));
        } else {
          gone.addAll(places(list, entry.text()));
        }
      }
      rewriting.items(own.get(), list, gone, come);
    } catch (CannotEdit e) {
      refused.add(e.diagnostic(first.address().toString()).about(first.address()));
    }
  }

  /** Where somebody stands on a list; a case of letters is nobody else. */
  private static List<Integer> places(Node.Sequence list, String text) {
    return IntStream.range(0, list.items().size())
        .filter(
            i ->
                list.items().get(i) instanceof Node.Scalar scalar
                    && scalar.text().equalsIgnoreCase(text))
        .boxed()
        .toList();
  }

  private String word(Address address) {
    return format.blocks().entrySet().stream()
        .filter(block -> block.getValue().name().equals(address.kind()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
