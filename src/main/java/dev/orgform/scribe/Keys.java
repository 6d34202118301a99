package dev.orgform.scribe;

import dev.orgform.model.Address;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What live things are called in YAML: the slug of the name; where several have one slug, each with
 * as much of its id as it takes. The same things give the same keys, whatever order they come in.
 */
public final class Keys {
  private static final int LONGEST = 64;
  private static final int SHORTEST_SUFFIX = 6;

  private Keys() {}

  /**
   * A key for each id.
   *
   * @param names what is to be called, by id
   * @param otherwise what comes before the id of a name without any letter of ASCII
   * @param taken keys that are given already
   */
  public static SortedMap<String, String> of(
      SortedMap<String, String> names, String otherwise, Set<String> taken) {
    var slugs = new TreeMap<String, String>();
    Map<String, Integer> counts = new HashMap<>();
    names.forEach(
        (id, name) -> {
          var slug = slug(name);
          slugs.put(id, slug);
          counts.merge(slug, 1, Integer::sum);
        });
    var given = new TreeSet<>(taken);
    var keys = new TreeMap<String, String>();
    slugs.forEach(
        (id, slug) -> {
          if (!slug.isEmpty() && counts.getOrDefault(slug, 0) == 1 && given.add(slug)) {
            keys.put(id, slug);
          }
        });
    slugs.forEach(
        (id, slug) ->
            keys.computeIfAbsent(id, any -> longer(slug.isEmpty() ? otherwise : slug, id, given)));
    return keys;
  }

  private static String longer(String slug, String id, Set<String> given) {
    for (int length = Math.min(SHORTEST_SUFFIX, id.length()); length <= id.length(); length++) {
      var suffix = "-" + id.substring(0, length);
      var key = slug.substring(0, Math.min(slug.length(), LONGEST - suffix.length())) + suffix;
      if (given.add(key)) {
        return key;
      }
    }
    var key = slug.substring(0, Math.min(slug.length(), LONGEST / 2 - 4));
    for (int number = 2; ; number++) {
      if (given.add(key + "-" + number)) {
        return key + "-" + number;
      }
    }
  }

  /** Letters and digits of ASCII in lower case, accents left out, anything else one dash. */
  static String slug(String name) {
    var out = new StringBuilder();
    // Normalizing takes time by the square of the length, and nobody reads more of a key.
    var head = name.substring(0, Math.min(name.length(), 4 * LONGEST));
    var letters = Normalizer.normalize(head, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    for (int i = 0; i < letters.length() && out.length() < LONGEST; i++) {
      char c = letters.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-' && !isAccent(c)) {
        out.append('-');
      }
    }
    var slug = out.toString().replaceFirst("-+$", "");
    return Address.KEY.matcher(slug).matches() ? slug : "";
  }

  private static boolean isAccent(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
