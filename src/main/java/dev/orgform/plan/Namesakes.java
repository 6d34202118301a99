package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Declared live objects by their place and name: whoever is to be created beside one of the same
 * name must know that this one is somebody else.
 */
final class Namesakes {
  private static final String NAME = "name";
  private static final String PARENT = "parent";

  private final Map<String, List<Address>> bySibling = new TreeMap<>();

  Namesakes(Live live) {
    for (var one : live.resources().all()) {
      if (one.fields().get(NAME) instanceof Value.Text name) {
        bySibling
            .computeIfAbsent(key(one, name.text()), key -> new ArrayList<>())
            .add(one.address());
      }
    }
  }

  /** Those that bear the name of something that is to be, or one that it once had. */
  List<Address> of(Resource wanted, Map<Address, List<String>> formerNames) {
    if (!(wanted.fields().get(NAME) instanceof Value.Text name)) {
      return List.of();
    }
    return Stream.concat(
            Stream.of(name.text()), formerNames.getOrDefault(wanted.address(), List.of()).stream())
        .flatMap(one -> bySibling.getOrDefault(key(wanted, one), List.of()).stream())
        .toList();
  }

  private static String key(Resource resource, String name) {
    var parent = resource.fields().get(PARENT) instanceof Value.Ref ref ? ref.to().toString() : "";
    return resource.kind().name() + "\n" + parent + "\n" + Value.letters(name);
  }
}
