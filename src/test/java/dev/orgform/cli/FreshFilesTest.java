package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All files or none, whatever the disk does. */
class FreshFilesTest {
  @TempDir Path directory;

  private static final TreeMap<String, byte[]> THREE =
      new TreeMap<>(Map.of("a", new byte[] {1}, "b", new byte[] {2}, "c", new byte[] {3}));

  private FreshFiles writing(FreshFiles.Writing writing) {
    return new FreshFiles(directory.resolve("out"), Path.of("out"), writing);
  }

  private long left() throws IOException {
    try (var files = Files.list(directory.resolve("out"))) {
      return files.count();
    }
  }

  @Test
  void aFullDiskLeavesNothing() throws IOException {
    for (int full = 1; full <= 3; full++) {
      int number = full;
      var written = new int[1];
      var trouble =
          writing(
                  (file, bytes) -> {
                    Files.write(file, bytes);
                    if (++written[0] == number) {
                      throw new FileSystemException(null, null, "No space left on device");
                    }
                  })
              .write(THREE);
      assertThat(trouble.orElseThrow().detail())
          .contains("No space left on device", "Nothing of them is left.");
      assertThat(left()).isZero();
    }
  }

  @Test
  void whatAppearsMeanwhileStays() throws IOException {
    var trouble =
        writing(
                (file, bytes) -> {
                  Files.write(file, bytes);
                  Files.writeString(directory.resolve("out/b"), "mine");
                })
            .write(THREE);
    assertThat(trouble.orElseThrow().summary()).isEqualTo("There is a file already: out/b");
    assertThat(left()).isEqualTo(1);
    assertThat(directory.resolve("out/b")).hasContent("mine");
  }

  @Test
  void whatAnEarlierRunLeftIsNotInTheWay() throws IOException {
    Files.createDirectory(directory.resolve("out"));
    Files.writeString(directory.resolve("out/.a.tmp"), "half");
    assertThat(writing((file, bytes) -> Files.write(file, bytes)).write(THREE)).isEmpty();
    assertThat(left()).isEqualTo(3);
  }

  @Test
  void aFolderThatIsNone() throws IOException {
    Files.writeString(directory.resolve("file"), "");
    var trouble =
        new FreshFiles(directory.resolve("file/out"), Path.of("file/out"), Files::write)
            .write(THREE);
    assertThat(trouble.orElseThrow().summary())
        .isEqualTo("The files cannot be written to \"file/out\"");
  }
}
