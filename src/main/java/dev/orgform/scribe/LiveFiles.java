package dev.orgform.scribe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is live as configuration files. The same live objects give the same bytes, because the time
 * of the reading stands in them only where somebody asks for it: Git knows when a file was
 * committed, and a nightly import shall show what changed and nothing else.
 *
 * @param files texts by name
 * @param leftOut what could not be written
 */
public record LiveFiles(SortedMap<String, String> files, List<LeftOut> leftOut) {
  /** Less than the loader's 1 MiB, so that there is room for what stands above the first entry. */
  private static final int LARGEST = (1 << 20) - (16 << 10);

  private static final int NAMED = 20;

  public LiveFiles {
    files = Collections.unmodifiableSortedMap(files);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * How the files are to be made.
   *
   * @param host where it was read
   * @param name of the only file, without its ending
   * @param split whether each top organization gets a file of its own
   * @param read when it was read, where that shall stand in the files
   * @param foreign keys of a configuration that the files will stand beside, by id
   */
  public record Wish(
      String host,
      String name,
      boolean split,
      Optional<Instant> read,
      Map<String, String> foreign) {}

  /**
   * Writes what was read.
   *
   * @param live read for {@link Census#desired()}
   * @param kinds what was read, in the order in which it is written
   */
  public static LiveFiles of(
      Live live, Census census, List<Kind> kinds, Legible legible, Wish wish) {
    var resources = new ArrayList<>(live.resources().all());
    // Who is on a list is declared nowhere yet.
    live.undeclared().all().stream()
        .filter(one -> one.kind().form() instanceof Kind.Form.Owned)
        .forEach(resources::add);
    var sheet = new Sheet(resources, kinds, legible);
    var parts = new Parts(organizations(resources), sheet, wish.foreign()).all();
    var leftOut = new ArrayList<>(census.leftOut());
    leftOut.addAll(sheet.leftOut());
    var files = new TreeMap<String, String>();
    gathered(parts, wish).forEach((name, some) -> files.put(name, file(some, leftOut, wish)));
    return new LiveFiles(files, leftOut);
  }

  private static List<Resource> organizations(Collection<Resource> resources) {
    return resources.stream().filter(r -> r.kind().form() instanceof Kind.Form.Branch).toList();
  }

  /** Parts by the name of the file that they stand in; a file that would be too big goes on. */
  private static Map<String, List<Parts.Part>> gathered(List<Parts.Part> parts, Wish wish) {
    var files = new LinkedHashMap<String, List<Parts.Part>>();
    var sizes = new LinkedHashMap<String, Integer>();
    var newest = new LinkedHashMap<String, String>();
    for (var part : parts) {
      var stem = wish.split() ? stem(part.top()) : wish.name();
      var name = newest.getOrDefault(stem, stem + ".yaml");
      int size = sizes.getOrDefault(name, 0);
      for (int number = 2; size > 0 && size + part.size() > LARGEST; number++) {
        name = stem + "." + number + ".yaml";
        size = sizes.getOrDefault(name, 0);
      }
      newest.put(stem, name);
      sizes.put(name, size + part.size());
      files.computeIfAbsent(name, any -> new ArrayList<>()).add(part);
    }
    return files;
  }

  /** A key as the name of a file; near a guard file's name it would be taken for one. */
  private static String stem(String key) {
    return key.startsWith("orgform") ? "organization-" + key : key;
  }

  private static String file(List<Parts.Part> parts, List<LeftOut> leftOut, Wish wish) {
    int count = parts.stream().mapToInt(Parts.Part::count).sum();
    var text = new StringBuilder();
    text.append("# Written by `orgform import` from what is live at %s: ".formatted(wish.host()))
        .append(count == 1 ? "1 organization.\n" : count + " organizations.\n");
    wish.read()
        .ifPresent(
            when -> text.append("# Read at %s.\n".formatted(when.truncatedTo(ChronoUnit.SECONDS))));
    text.append("# What stands here is managed from now on; delete what shall be left alone.\n");
    leftOut.stream().limit(NAMED).forEach(one -> text.append(comment(one)));
    if (leftOut.size() > NAMED) {
      text.append("# Left out: %d more.\n".formatted(leftOut.size() - NAMED));
    }
    text.append("version: 1\norganizations:\n");
    parts.forEach(part -> text.append(part.text()));
    return text.toString();
  }

  private static String comment(LeftOut one) {
    return "# Left out: %s%s. %s\n"
        .formatted(one.address(), one.field().map(field -> " " + field).orElse(""), one.why());
  }

  /** The bytes of each file. */
  public SortedMap<String, byte[]> bytes() {
    var bytes = new TreeMap<String, byte[]>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
    return bytes;
  }
}
