package dev.orgform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what is expected; {@code -Dgolden.update=true} writes them anew. */
final class Golden {
  private Golden() {}

  static void check(Path expected, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).as(expected.toString()).isEqualTo(Files.readString(expected));
  }
}
