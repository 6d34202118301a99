package dev.orgform.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.cli.Desk;
import dev.orgform.sandbox.Estate;
import dev.orgform.store.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is imported plans nothing and is imported again as the same bytes; and what is made from it
 * on an empty estate is imported as the same but for ids.
 */
class RoundTripTest {
  private static final int LONG = Integer.getInteger("orgform.roundtrip.estates", 200);

  /** The API says that its limit is so wide; 150 requests a second are the client's own. */
  private static final String QUICKLY = "--knob=rate-limit=1000000/5m";

  /** Joining an organization from none is for ever. */
  private static final Pattern ONE_WAY = Pattern.compile("--accept-one-way=[0-9a-f]+");

  @TempDir Path directory;

  @Test
  void aFew() throws IOException {
    for (int seed = 1; seed <= 3; seed++) {
      wild(seed, seed * 12);
      tame(seed, seed * 3);
    }
  }

  /**
   * Half of them are wild and half are tame. One of twenty is as wild and big as can be; one of
   * twenty is tame and only as big as can be made again at the client's 150 requests a second.
   */
  @Test
  @Tag("roundtrip")
  void many() throws IOException {
    for (int seed = 100; seed < 100 + LONG; seed++) {
      int size =
          switch (seed % 20) {
            case 18 -> 1_000;
            case 19 -> 250;
            default -> 1 + new Random(seed).nextInt(60);
          };
      if (seed % 2 == 0) {
        wild(seed, size);
      } else {
        tame(seed, size);
      }
    }
  }

  private void wild(int seed, int organizations) throws IOException {
    var desk = desk("wild" + seed, RandomEstate.wild(seed, organizations));
    var first = imported(desk, "first", seed % 2 == 0);
    assertThat(imported(desk, "second", seed % 2 == 0)).as("seed %d", seed).isEqualTo(first);
    var plan = desk.run("plan", "first", "--sandbox", "-detailed-exitcode", QUICKLY);
    assertThat(plan.exit()).as("seed %d: %s%s", seed, plan.out(), plan.err()).isZero();
    assertThat(plan.out()).contains("No changes.");
  }

  private void tame(int seed, int organizations) throws IOException {
    var desk = desk("tame" + seed, RandomEstate.tame(seed, organizations));
    var first = withoutIds(imported(desk, "first", true));
    Files.createDirectory(desk.directory().resolve("wish"));
    for (var file : first.entrySet()) {
      Files.writeString(desk.directory().resolve("wish/" + file.getKey()), file.getValue());
    }
    keep(desk.directory(), RandomEstate.wiped(seed, organizations));
    var plan = desk.run("plan", "wish", "--sandbox", QUICKLY);
    var hash = ONE_WAY.matcher(plan.out());
    var accepting = hash.find() ? hash.group() : "--accept-one-way=none";
    var apply = desk.run("apply", "wish", "--sandbox", "-auto-approve", accepting, QUICKLY);
    assertThat(apply.exit()).as("seed %d: %s", seed, apply.err()).isZero();
    assertThat(withoutIds(imported(desk, "second", true))).as("seed %d", seed).isEqualTo(first);
  }

  private Desk desk(String name, Estate estate) throws IOException {
    var folder = Files.createDirectory(directory.resolve(name));
    keep(folder, estate);
    return Desk.in(folder).with("CI", "true");
  }

  private static void keep(Path folder, Estate estate) {
    estate.save(
        LocalStore.open(folder.resolve(LocalStore.NAME)).value().orElseThrow().sandboxEstate());
  }

  private static SortedMap<String, String> imported(Desk desk, String folder, boolean split)
      throws IOException {
    var run =
        split
            ? desk.run("import", "--sandbox", "--out", folder, "--split", QUICKLY)
            : desk.run("import", "--sandbox", "--out", folder, QUICKLY);
    assertThat(run.exit()).as(run.err()).isZero();
    var files = new TreeMap<String, String>();
    try (var all = Files.list(desk.directory().resolve(folder))) {
      for (var file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static SortedMap<String, String> withoutIds(SortedMap<String, String> files) {
    var without = new TreeMap<String, String>();
    files.forEach(
        (name, text) -> without.put(name, text.replaceAll("(?m)^ +id: \"?[0-9a-z]+\"?\n", "")));
    return without;
  }
}
