package dev.orgform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The walkthrough of examples/gitops, which checks each exit code itself, with this very build. */
@Timeout(180)
class GitopsExampleTest {
  @TempDir Path outside;

  @Test
  void thePullRequestsWholeLife() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/git")));
    var work = Files.createDirectory(outside.resolve("work"));
    var said = outside.resolve("said.txt");
    var builder =
        new ProcessBuilder("sh", "examples/gitops/walkthrough", work.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("CLOUDFLARE_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "ORGFORM",
                launcher().toString(),
                "HOME",
                outside.toString(),
                "GIT_CONFIG_GLOBAL",
                "/dev/null",
                "GIT_CONFIG_NOSYSTEM",
                "1"));
    var script = builder.start();
    boolean ended = script.waitFor(150, TimeUnit.SECONDS);
    script.destroyForcibly();
    var words = Files.readString(said);
    assertThat(ended).as(words).isTrue();
    assertThat(words).endsWith("\nThe whole way was walked.\n");
    assertThat(words)
        .contains("Error: The business_phone of profile.emea was changed twice")
        .contains("Error: The saved plan was applied before")
        .contains("Error: organization.apac may exist under another name");
  }

  private Path launcher() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var script =
        """
        #!/bin/sh
        exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' dev.orgform.Main "$@"
        """
            .formatted(java, System.getProperty("java.class.path"));
    var executable = PosixFilePermissions.fromString("rwx------");
    var file = Files.writeString(outside.resolve("orgform"), script);
    return Files.setPosixFilePermissions(file, executable);
  }
}
