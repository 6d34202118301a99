package dev.orgform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ten thousand good files with something wrong in them: no crash, and a position for each error.
 */
@Timeout(300)
class MutationTest {
  private static final List<String> TOKENS =
      List.of(
          "\n",
          "  ",
          "\t",
          ": ",
          "- ",
          "? ",
          "[",
          "]",
          "{",
          "}",
          ",",
          "#",
          "&a ",
          "*a ",
          "!t ",
          "!!str ",
          "|\n",
          ">\n",
          "'",
          "\"",
          "%",
          "@",
          "`",
          "---\n",
          "...\n",
          "<<: ",
          "~",
          "null",
          "${env.",
          "${env.HOME}",
          "\\",
          "\"\\x",
          "\u0000",
          "\u202e",
          "\ufeff",
          "\ud83d\ude00",
          "version: 1\n",
          "organizations:\n",
          "name: ",
          "parent: acme\n",
          "id: 1\n",
          "\r",
          "=");

  @Test
  void neverCrashesAndAlwaysSaysWhere() {
    var seeds = seeds();
    int refused = 0;
    for (int seed = 0; seed < 10_000; seed++) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      var bytes = mutated(seeds.get(seed % seeds.size()), random);
      var checked =
          Loader.load(
              Sources.of(new TreeMap<>(Map.of("a.yaml", bytes))), Map.of(), BadInputTest.KINDS);
      refused += checked.value().isPresent() ? 0 : 1;
      for (var diagnostic : checked.diagnostics()) {
        assertThat(diagnostic.places()).as("seed %s: %s", seed, diagnostic).isNotEmpty();
        assertThat(diagnostic.remedy()).as("seed %s: %s", seed, diagnostic).isNotEmpty();
        for (var place : diagnostic.places()) {
          assertThat(place.file()).isEqualTo("a.yaml");
          if (place.line() > 0) {
            assertThat(place.column()).as("seed %s: %s", seed, diagnostic).isPositive();
            assertThat(place.column())
                .as("seed %s: %s", seed, diagnostic)
                .isLessThanOrEqualTo(place.source().codePointCount(0, place.source().length()) + 1);
          }
        }
      }
    }
    assertThat(refused).isBetween(5_000, 9_999);
  }

  private static List<byte[]> seeds() {
    try (var files = Files.walk(Path.of("examples"))) {
      return files
          .filter(file -> file.toString().matches(".*\\.ya?ml"))
          .filter(file -> !file.toString().contains("bad-input"))
          .sorted()
          .map(MutationTest::bytes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] mutated(byte[] good, RandomGenerator random) {
    var bytes = good.clone();
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> flipped(bytes, at, random);
            case 1 -> spliced(bytes, at, token(random), at);
            case 2 -> spliced(bytes, at, new byte[0], at + random.nextInt(bytes.length - at));
            case 3 -> spliced(bytes, at, token(random), at + 1);
            default -> {
              int from = random.nextInt(bytes.length);
              int to = from + random.nextInt(Math.min(80, bytes.length - from));
              yield spliced(bytes, at, Arrays.copyOfRange(bytes, from, to), at);
            }
          };
      if (bytes.length == 0) {
        return bytes;
      }
    }
    return bytes;
  }

  private static byte[] token(RandomGenerator random) {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] flipped(byte[] bytes, int at, RandomGenerator random) {
    bytes[at] ^= (byte) (1 << random.nextInt(8));
    return bytes;
  }

  /** What stands between two offsets, replaced. */
  private static byte[] spliced(byte[] bytes, int from, byte[] by, int to) {
    var out = Arrays.copyOf(bytes, from + by.length + bytes.length - to);
    System.arraycopy(by, 0, out, from, by.length);
    System.arraycopy(bytes, to, out, from + by.length, bytes.length - to);
    return out;
  }
}
