package dev.orgform.config;

import dev.orgform.config.Amendment.Amended;
import dev.orgform.config.Amendment.Entry;
import dev.orgform.config.Amendment.Wish;
import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * That changed files say what they should and nothing else: they are loaded again, as any
 * configuration is, and everything they say is compared.
 *
 * @param sources the files as they were
 */
record Proof(Sources sources, Map<String, String> environment, List<Kind> kinds) {

  /** What is wrong with files as they would be; empty where nothing is. */
  Optional<Diagnostic> broken(List<Amended> files, List<Wish> wishes, List<Entry> entries) {
    var before = Loader.load(sources, environment, kinds).value().orElseThrow().desired();
    var after = Loader.load(replaced(files), environment, kinds);
    if (after.value().isEmpty()) {
      return Optional.of(unsafe(after.diagnostics().getFirst().summary()));
    }
    var now = after.value().get().desired();
    var wanted = new TreeMap<Address, Map<String, Value>>();
    for (var wish : wishes) {
      wanted
          .computeIfAbsent(wish.address(), address -> new TreeMap<>())
          .put(wish.field().name(), wish.live());
    }
    var listed = new TreeMap<Address, Boolean>();
    entries.forEach(entry -> listed.put(entry.address(), entry.listed()));
    for (var address : before.resources().union(now.resources())) {
      if (listed.containsKey(address)) {
        continue;
      }
      var was = before.resources().get(address);
      var is = now.resources().get(address);
      if (was.isEmpty()
          || is.isEmpty()
          || !same(was.get(), is.get(), wanted.getOrDefault(address, Map.of()))) {
        return Optional.of(unsafe(address + " would not say what it should"));
      }
    }
    for (var entry : entries) {
      if (now.resources().get(entry.address()).isPresent() != entry.listed()) {
        return Optional.of(unsafe(entry.address() + " would not stand where it should"));
      }
    }
    return before.removals().size() == now.removals().size()
        ? Optional.empty()
        : Optional.of(unsafe("`removed` would change"));
  }

  private static boolean same(Resource was, Resource is, Map<String, Value> wanted) {
    var names = new TreeSet<>(was.fields().values().keySet());
    names.addAll(is.fields().values().keySet());
    return was.id().equals(is.id())
        && names.stream()
            .allMatch(
                name -> {
                  var should = wanted.getOrDefault(name, was.fields().get(name));
                  return is.fields().get(name).means(should);
                });
  }

  private Sources replaced(List<Amended> files) {
    var texts = new TreeMap<String, byte[]>();
    files.forEach(file -> texts.put(file.name(), file.after().getBytes(StandardCharsets.UTF_8)));
    return () -> {
      var found = sources.find();
      var entries =
          found.entries().stream()
              .map(
                  entry -> {
                    var text = texts.get(entry.name());
                    return text == null
                        ? entry
                        : new Sources.Entry(entry.name(), text.length, entry.named(), () -> text);
                  })
              .toList();
      return new Sources.Found(entries, found.guards(), found.problems());
    };
  }

  private static Diagnostic unsafe(String what) {
    return Diagnostic.error(Code.CANNOT_ACCEPT, "The files cannot be changed safely")
        .because("Loaded again after the change, " + what + ".")
        .todo("Change them by hand, or apply the YAML as it is.");
  }
}
