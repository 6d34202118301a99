package dev.orgform.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The gallery in headless Chromium, under axe-core; the pictures stay under {@code
 * target/html/pictures}. Skipped where Chromium, Node or the packages of src/test/browser are
 * missing; {@code .ci/browser} installs them, and does not let it be skipped.
 */
final class BrowserTest {
  private static final Path PAGES = Path.of("target/html");
  private static final Path BROWSER = Path.of("src/test/browser");

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void pagesLookAndWorkAsTheyShould() throws IOException, InterruptedException {
    var chromium = found("chromium", "chromium-browser", "google-chrome");
    needs(chromium.isPresent(), "Chromium");
    needs(found("node").isPresent(), "Node");
    needs(Files.exists(BROWSER.resolve("node_modules/axe-core")), "axe-core");
    Files.createDirectories(PAGES);
    for (var page : Gallery.all().entrySet()) {
      Files.writeString(PAGES.resolve(page.getKey() + ".html"), page.getValue());
    }

    var process =
        new ProcessBuilder(
                "node", BROWSER.resolve("run.mjs").toString(), PAGES.toString(), chromium.get())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

    assertThat(said).doesNotContain("WRONG");
    assertThat(process.exitValue()).as(said).isZero();
  }

  private static void needs(boolean there, String what) {
    var words = "no " + what + " here, so no page was opened; .ci/browser installs it";
    if (Boolean.getBoolean("orgform.browser.required")) {
      assertThat(there).as(words).isTrue();
    }
    assumeTrue(there, words);
  }

  private static Optional<String> found(String... programs) {
    return Stream.of(programs)
        .flatMap(
            program ->
                Stream.of(System.getenv("PATH").split(":"))
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::isExecutable)
                    .map(Path::toString))
        .findFirst();
  }
}
