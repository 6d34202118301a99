package dev.orgform.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.cli.Desk;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Organization;
import dev.orgform.scribe.Hidden;
import dev.orgform.store.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever drifts in whatever a file looks like: what is accepted is no drift any more, what is
 * refused leaves the file as it is, and lines that nobody asked about stay.
 */
class AcceptTest {
  private static final int LONG = Integer.getInteger("orgform.roundtrip.estates", 200);
  private static final Pattern DRIFTED = Pattern.compile("\"address\":\"([a-z]+\\.[a-z0-9]+)\"");

  @TempDir Path directory;
  private int accepted;
  private int refused;

  @Test
  void aFew() throws IOException {
    for (int seed = 1; seed <= 4; seed++) {
      drifted(seed);
    }
    assertThat(accepted).isGreaterThan(refused);
  }

  @Test
  @Tag("roundtrip")
  void many() throws IOException {
    for (int seed = 1_000; seed < 1_000 + LONG; seed++) {
      drifted(seed);
    }
    assertThat(accepted)
        .as("%d accepted, %d refused", accepted, refused)
        .isGreaterThan(9 * refused);
  }

  private void drifted(int seed) throws IOException {
    var random = new Random(seed);
    var folder = Files.createDirectory(directory.resolve("s" + seed));
    var file = folder.resolve("main.yaml");
    var estate = RandomEstate.wild(seed, 4 + random.nextInt(8));
    for (var one : List.copyOf(estate.organizations().values())) {
      if (Hidden.isBlank(one.name())) {
        estate = estate.rename(one.id(), "Acme");
      }
    }
    Files.writeString(file, Styled.of(estate, random));
    var other = RandomEstate.wild(seed + 5_000, estate.organizations().size());
    changed(estate, List.copyOf(other.organizations().values()), random)
        .save(
            LocalStore.open(folder.resolve(LocalStore.NAME)).value().orElseThrow().sandboxEstate());
    var desk = Desk.in(folder).with("CI", "true");
    for (var address : drift(desk)) {
      var before = Files.readString(file);
      var run = desk.run("drift", "accept", address, "--sandbox", "--write");
      if (run.exit() == 0) {
        accepted++;
        assertThat(drift(desk)).as("seed %d, %s", seed, address).doesNotContain(address);
        stays(before, Files.readString(file), seed + " " + address);
      } else {
        refused++;
        assertThat(run.exit()).as("seed %d, %s: %s", seed, address, run.err()).isEqualTo(3);
        assertThat(run.err()).contains("(cannot-accept)");
        assertThat(file).hasContent(before);
      }
    }
  }

  private static Estate changed(Estate estate, List<Organization> others, Random random) {
    int i = 0;
    for (var id : List.copyOf(estate.organizations().keySet())) {
      var other = others.get(i++);
      if (random.nextInt(3) == 0) {
        estate = estate.rename(id, other.name());
      }
      if (random.nextInt(3) > 0 && other.profile().isPresent()) {
        estate = estate.profile(id, other.profile().get());
      }
    }
    return estate;
  }

  private static TreeSet<String> drift(Desk desk) {
    var run = desk.run("drift", "--sandbox", "-json");
    assertThat(run.exit()).as(run.err()).isZero();
    var found = new TreeSet<String>();
    var objects = run.out().substring(0, run.out().indexOf("\"unmanaged\":["));
    DRIFTED.matcher(objects).results().forEach(one -> found.add(one.group(1)));
    return found;
  }

  /** Every comment is still there, in its order. */
  private static void stays(String before, String after, String seed) {
    assertThat(comments(after)).as(seed).isEqualTo(comments(before));
    assertThat(after.contains("\r\n")).as(seed).isEqualTo(before.contains("\r\n"));
  }

  private static List<String> comments(String text) {
    var found = new ArrayList<String>();
    Pattern.compile("# (by hand|note|a word on this)(?=\r?\n)")
        .matcher(text)
        .results()
        .forEach(one -> found.add(one.group()));
    return found;
  }
}
